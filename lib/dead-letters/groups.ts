import type { Instant } from '../event/time.ts';
import { type Cause, toCausePlaces } from './cause.ts';
import type { LetterLine } from './letter-line.ts';

/** The open letters of one cause. */
export interface LetterGroup extends Omit<Cause, 'key'> {
  /** The cause's key. */
  readonly cause: string;
  readonly count: number;
  readonly oldest: Instant;
  readonly newest: Instant;
  /** What the letters' orders came to when they were tried, by currency. */
  readonly atStake: readonly Worth[];
  /** The newest first. */
  readonly lines: readonly LetterLine[];
}

export interface Worth {
  readonly currency: string;
  readonly minor: number;
  readonly orders: number;
}

/** The letters by cause, that of the newest letter first. */
export const toGroups = (lines: readonly LetterLine[]): readonly LetterGroup[] =>
  [...Map.groupBy(lines.toSorted(newestFirst), ({ cause }) => cause).entries()].flatMap(([cause, group]) => {
    const [newest] = group;
    const oldest = group.at(-1);
    if (newest === undefined || oldest === undefined) return [];
    const { shop, code, name, fixedBy, places } = newest;
    return [
      {
        ...{ cause, shop, code, name, fixedBy },
        places: toCausePlaces(code, places),
        count: group.length,
        oldest: oldest.parkedAt,
        newest: newest.parkedAt,
        atStake: toWorth(group),
        lines: group,
      },
    ];
  });

/** Letters of the group that can be let go, the oldest first: as they would have gone. */
export const parkedIdsOf = ({ lines }: Pick<LetterGroup, 'lines'>): readonly string[] =>
  lines
    .filter(({ state }) => state === 'parked')
    .map(({ id }) => id)
    .toReversed();

const newestFirst = (a: LetterLine, b: LetterLine): number =>
  a.parkedAt < b.parkedAt ? 1 : a.parkedAt > b.parkedAt ? -1 : 0;

const toWorth = (lines: readonly LetterLine[]): readonly Worth[] =>
  [
    ...Map.groupBy(
      lines.flatMap(({ atStake }) => atStake ?? []),
      ({ currency }) => currency,
    ),
  ]
    .map(([currency, orders]) => ({
      currency,
      minor: orders.reduce((sum, { minor }) => sum + minor, 0),
      orders: orders.length,
    }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
