import fc, { type RunDetails } from 'fast-check';
import { arbitraryStory } from './arbitrary-story.ts';
import { runStory } from './machine.ts';
import type { Story } from './story.ts';

export interface CheckOptions {
  readonly runs: number;
  readonly seed: number;
  /** To one counterexample of that seed, as a failed run has told it. */
  readonly path?: string | undefined;
  /** Without the search for a smaller story. */
  readonly isQuick?: boolean;
  readonly onRun?: () => void;
}

export type Checked = RunDetails<[Story]>;

/** Runs so many arbitrary stories. */
export const checkStories = ({ runs, seed, path, isQuick = false, onRun }: CheckOptions): Promise<Checked> =>
  fc.check(
    fc.asyncProperty(arbitraryStory(), async (story) => {
      onRun?.();
      await runStory(story);
    }),
    { numRuns: runs, seed, endOnFailure: isQuick, ...(path === undefined ? {} : { path }) },
  );

/** What went wrong, the story of it as JSON, and how to see it again; null where nothing did. */
export const toReport = ({
  failed,
  counterexample,
  counterexamplePath,
  errorInstance,
  seed,
  numRuns,
  numShrinks,
}: Checked): string | null => {
  if (!failed) return null;
  const error = errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
  return [
    `run ${numRuns}, ${numShrinks} times made smaller:`,
    error.name === 'Broken' ? error.message : (error.stack ?? error.message),
    '',
    JSON.stringify(counterexample?.[0]),
    '',
    `npm run test:model -- --seed ${seed} --path ${counterexamplePath}`,
  ].join('\n');
};

/** Any seed, for a run that nobody repeats. */
export const anySeed = (): number => Math.floor(Math.random() * 2 ** 31);
