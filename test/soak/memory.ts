import { execFileSync } from 'node:child_process';

/** So much was held then: a function's heap after a collection, or a process's whole memory. */
export interface MemorySample {
  readonly of: string;
  readonly atMs: number;
  readonly mb: number;
}

export interface MemoryFigure {
  readonly of: string;
  readonly samples: number;
  /** Medians of the middle and of the last third. */
  readonly middleMb: number;
  readonly lastMb: number;
  readonly ratio: number;
  /** Null where it is only told. */
  readonly most: number | null;
}

/** How far the last third may be above the middle one. */
export const MOST_GROWTH = 1.1;
/** In each third. Of less nothing is said. */
const FEWEST_SAMPLES = 6;
/** However many instances tell of theirs: in less a process still fills what it keeps. */
const SHORTEST_THIRD_MS = 60_000;

/** Whether memory has grown in a time; the first third is left out, in which a process still fills what it keeps. */
export const toMemoryFigures = (
  samples: readonly MemorySample[],
  from: number,
  to: number,
  most: number | null,
): readonly MemoryFigure[] => {
  const third = (to - from) / 3;
  if (third < SHORTEST_THIRD_MS) return [];
  return [...new Set(samples.map(({ of }) => of))].toSorted().flatMap((of) => {
    const within = (start: number, end: number): readonly number[] =>
      samples.flatMap((one) => (one.of === of && one.atMs >= start && one.atMs < end ? [one.mb] : []));
    const middle = within(from + third, from + 2 * third);
    const last = within(from + 2 * third, to);
    if (middle.length < FEWEST_SAMPLES || last.length < FEWEST_SAMPLES) return [];
    const [middleMb, lastMb] = [median(middle), median(last)];
    return [{ of, samples: middle.length + last.length, middleMb, lastMb, ratio: lastMb / middleMb, most }];
  });
};

/** What has grown. */
export const memoryProblems = (figures: readonly MemoryFigure[]): readonly string[] =>
  figures.flatMap(({ of, middleMb, lastMb, ratio, most }) =>
    most !== null && ratio > most
      ? [`the memory of ${of} has grown from ${middleMb.toFixed(1)} to ${lastMb.toFixed(1)} MB (at most ${most} times)`]
      : [],
  );

/** The resident memory of processes that are there, in MB. */
export const readResidentMb = (pids: readonly number[]): ReadonlyMap<number, number> => {
  const asked = pids.filter((pid) => pid > 0);
  if (asked.length === 0) return new Map();
  const table = execFileSync('ps', ['-A', '-o', 'pid=,rss='], { encoding: 'utf8' });
  return new Map(
    table
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/).map(Number))
      .flatMap(([pid, kb]) =>
        pid !== undefined && kb !== undefined && asked.includes(pid) ? [[pid, kb / 1_024]] : [],
      ),
  );
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};
