import type { LetterLine } from '../dead-letters/letter-line.ts';
import type { LaneRecord } from './lane-records.ts';
import type { FigureName, Ledger } from './ports.ts';
import type { WorkRef } from './records.ts';

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

/** Since when the oldest of these has been due. The index only named it: it may have been done. */
export const readOldestDueAt = async (
  ledger: Ledger,
  named: readonly WorkRef[],
  now: number,
): Promise<number | null> => {
  const records = await Promise.all(named.map(({ kind, key }) => ledger.read(kind, key)));
  const times = records.flatMap((record) => record?.dueAt ?? []).filter((dueAt) => dueAt <= now);
  return times.length === 0 ? null : Math.min(...times);
};
