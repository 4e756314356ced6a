import type { MemoryFigure } from './memory.ts';

/** What a soak has found, and where. */
export interface SoakResult {
  readonly at: string;
  readonly node: string;
  readonly cpu: string;
  readonly seed: number;
  readonly minutes: number;
  readonly accounts: number;
  readonly shops: number;
  readonly orders: number;
  readonly posts: number;
  readonly postsRepeated: number;
  readonly calls: number;
  /** Calls that came sooner than CO3 allows. */
  readonly callsTooSoon: number;
  /** By their kind. */
  readonly documents: Counts;
  /** Open at the end, by their name. */
  readonly letters: Counts;
  readonly restarts: Counts;
  /** Met by a call, by their kind. */
  readonly faults: Counts;
  readonly memory: readonly MemoryFigure[];
  readonly broken: readonly string[];
}

export type Counts = Readonly<Record<string, number>>;

export const countBy = (names: readonly string[]): Counts =>
  Object.fromEntries(
    [...new Set(names)].toSorted().map((name) => [name, names.filter((other) => other === name).length]),
  );
