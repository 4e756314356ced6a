import { makeRandom } from '../../../infra/local/co3/random.ts';

/** Choices of one seed: the same seed, the same choices. */
export interface Chance {
  /** From 0 up to, and without, `below`. */
  below(below: number): number;
  /** Throws where there is nothing to choose from. */
  oneOf<T>(choices: readonly T[]): T;
  /** True once in so many times. */
  oneIn(times: number): boolean;
}

export const makeChance = (seed: number): Chance => {
  const random = makeRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    oneIn: (times) => below(times) === 0,
  };
};
