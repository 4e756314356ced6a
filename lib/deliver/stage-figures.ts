import type { LetterLine } from '../dead-letters/letter-line.ts';
import type { LaneRecord } from './lane-records.ts';
import type { FigureName, Ledger } from './ports.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface Standing {
  readonly lines: readonly LetterLine[];
  /** Of all accounts; undefined where nobody was ever at it. */
  readonly lanes: readonly (Pick<LaneRecord, 'hold' | 'catalogueHold'> | undefined)[];
  /** Since when the oldest work has been due, in ms; null where none is. */
  readonly oldestDueAt: number | null;
}

/** How the stage stands, in figures. A letter that is answered counts no more. */
export const toStageFigures = (
  { lines, lanes, oldestDueAt }: Standing,
  now: number,
): Record<Exclude<FigureName, 'Co3Calls'>, number> => {
  const parkedAt = lines.filter(({ state }) => state !== 'closing').map((line) => Date.parse(line.parkedAt));
  return {
    LanesHeld: lanes.filter((lane) => lane?.hold != null || lane?.catalogueHold != null).length,
    OldestDueMinutes: oldestDueAt === null ? 0 : toAge(oldestDueAt, now) / MINUTE_MS,
    OpenLetters: parkedAt.length,
    OldestLetterHours: parkedAt.length === 0 ? 0 : toAge(Math.min(...parkedAt), now) / HOUR_MS,
  };
};

const toAge = (since: number, now: number): number => Math.max(0, now - since);

/** Since when the oldest work of these accounts has been due. The index only names it: it may have been done. */
export const readOldestDueAt = async (
  ledger: Ledger,
  accounts: readonly string[],
  now: number,
): Promise<number | null> => {
  const of = ['orders', 'catalogue'] as const;
  const asked = accounts.flatMap((account) => of.map((which) => ledger.due(account, which, now, 1)));
  const records = await Promise.all((await Promise.all(asked)).flat().map(({ kind, key }) => ledger.read(kind, key)));
  const times = records.flatMap((record) => record?.dueAt ?? []).filter((dueAt) => dueAt <= now);
  return times.length === 0 ? null : Math.min(...times);
};
