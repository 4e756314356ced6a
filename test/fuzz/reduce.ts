import { examine } from './examine.ts';
import type { FuzzOptions } from './fuzz.ts';
import { minimise } from './minimise.ts';
import type { FuzzTarget } from './target.ts';

/** The fewest and smallest of the inputs that together reach all that they reach beyond the seeds, each made smaller. */
export const reduce = async (
  target: FuzzTarget,
  inputs: readonly Uint8Array[],
  { coverage, inHand }: Pick<FuzzOptions, 'coverage' | 'inHand'>,
): Promise<readonly Uint8Array[]> => {
  const reaches = async (input: Uint8Array): Promise<boolean> => {
    inHand.take(input);
    await examine(target, input);
    return coverage.look('only look');
  };
  coverage.look('keep');
  coverage.forget();
  for (const seed of target.seeds()) await examine(target, seed);
  coverage.look('keep');
  const kept: Uint8Array[] = [];
  for (const input of [...inputs].sort((a, b) => a.length - b.length)) {
    if (!(await reaches(input))) continue;
    const smaller = await minimise(input, reaches, TRIES);
    await examine(target, smaller);
    coverage.look('keep');
    kept.push(smaller);
  }
  return kept;
};

const TRIES = 60;
