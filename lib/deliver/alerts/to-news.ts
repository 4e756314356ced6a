import { type LetterGroup, toGroups } from '../../dead-letters/groups.ts';
import type { LetterLine } from '../../dead-letters/letter-line.ts';
import type { Hold, LaneRecord } from '../lane-records.ts';
import type { ToldHold, ToldRecord } from './told-record.ts';

export type Told = Pick<ToldRecord, 'causes' | 'holds'>;

export interface NamedLane {
  readonly account: string;
  /** Undefined where nobody was ever at it. */
  readonly lane: Pick<LaneRecord, 'hold' | 'catalogueHold'> | undefined;
}

export interface HeldLane {
  readonly account: string;
  readonly what: ToldHold['what'];
  readonly hold: Hold;
}

/** What nobody has been told of yet. */
export interface News {
  /** Reasons for letters of which none was open, the newest first. */
  readonly causes: readonly LetterGroup[];
  readonly held: readonly HeldLane[];
  readonly opened: readonly ToldHold[];
}

export const NOTHING_TOLD: Told = { causes: [], holds: [] };

/** A lane that opens for a minute between two holds is not worth two messages. */
const OPEN_FOR_MS = 5 * 60_000;
/** Keeps the record small whatever is parked: with so many causes open a further one is told when others have gone. */
const MOST_CAUSES = 5_000;

/** What is new since `told`, and what has been told once that is. `lanes` are those of all accounts. */
export const toNews = (
  told: Told,
  lines: readonly LetterLine[],
  lanes: readonly NamedLane[],
  now: number,
): { readonly news: News; readonly told: Told } => {
  const known = new Set(told.causes);
  const causes = toGroups(lines.filter(({ state }) => state !== 'closing'))
    .filter(({ cause }) => !known.has(cause))
    .slice(0, Math.max(0, MOST_CAUSES - known.size));
  // A letter that is answered and waits for its message to leave the queue is no news, but its cause has not gone yet.
  const open = new Set(lines.map(({ cause }) => cause));
  const holds = lanes.flatMap(toHeldLanes);
  const rests = told.holds
    .filter(({ account }) => lanes.some((lane) => lane.account === account))
    .filter((one) => !holds.some((held) => isSamePlace(one, held)))
    .map((one) => ({ ...one, openSince: one.openSince ?? now }));
  const isOver = ({ openSince }: (typeof rests)[number]): boolean => now - openSince >= OPEN_FOR_MS;
  return {
    news: {
      causes,
      held: holds.filter((held) => !told.holds.some((one) => isSameHold(one, held))),
      opened: rests.filter(isOver),
    },
    told: {
      causes: [...told.causes.filter((cause) => open.has(cause)), ...causes.map(({ cause }) => cause)],
      holds: [...holds.map(toToldHold), ...rests.filter((rest) => !isOver(rest))],
    },
  };
};

const toHeldLanes = ({ account, lane }: NamedLane): readonly HeldLane[] => [
  ...(lane?.hold == null ? [] : [{ account, what: 'all', hold: lane.hold } as const]),
  ...(lane?.catalogueHold == null ? [] : [{ account, what: 'catalogue', hold: lane.catalogueHold } as const]),
];

const toToldHold = ({ account, what, hold }: HeldLane): ToldHold => ({
  account,
  what,
  reason: hold.reason,
  code: hold.code,
  byHandOnly: hold.until === null,
  openSince: null,
});

type Place = Pick<ToldHold, 'account' | 'what'>;

const isSamePlace = (a: Place, b: Place): boolean => a.account === b.account && a.what === b.what;

// Held for another reason, or until a person opens it: that asks for another deed.
const isSameHold = (known: ToldHold, held: HeldLane): boolean =>
  isSamePlace(known, held) &&
  known.reason === held.hold.reason &&
  known.code === held.hold.code &&
  known.byHandOnly === (held.hold.until === null);
