import type { Figure } from './figure.ts';

/** How much trouble is taken. */
export interface Effort {
  readonly isShort: boolean;
  /** How often subject and floor take turns. */
  readonly rounds: number;
  /** How much CPU time a turn takes at least. */
  readonly turnMs: number;
}

export const FULL: Effort = { isShort: false, rounds: 60, turnMs: 40 };
/** What CI runs. */
export const SHORT: Effort = { isShort: true, rounds: 20, turnMs: 20 };

export interface Measurement {
  readonly name: string;
  /** Each figure as soon as it is there. */
  figures(effort: Effort): AsyncIterable<Figure>;
}

/** The figures of one run of a measurement. */
export interface Measured {
  readonly name: string;
  readonly figures: readonly Figure[];
}
