import type { Hold, HoldReason } from './lane-records.ts';
import { ADDRESS_LANE } from './lane-state.ts';

/** What stops reading too; held for anything else, CO3 answers. */
const STOPS_READING: ReadonlySet<HoldReason> = new Set(['code', 'never-left', 'no-answer']);

/** Why a lane in this state cannot be had for reading, for a person; undefined where it can. */
export const whyNotLent = (lane: string, state: { readonly hold: Hold | null } | undefined): string | undefined => {
  const hold = state?.hold;
  if (hold == null || !STOPS_READING.has(hold.reason)) return undefined;
  // What the gate could not look at is for a person to look at, with this very lane.
  if (hold.reason === 'code' && hold.method === 'getInvoices') return undefined;
  const why = hold.code === null ? 'CO3 does not answer' : `CO3 answers with code ${hold.code}`;
  return (
    `The lane of ${lane === ADDRESS_LANE ? 'our address (*)' : lane} is held, because ${why}. \`bridge lane list\` says what to do; ` +
    `try again when it is open.`
  );
};
