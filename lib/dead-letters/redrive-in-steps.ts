import type { Clock } from '../event/time.ts';
import type { PutBackDeps } from './put-back.ts';
import { type LetGo, type LettingGo, letGo } from './steps/let-go.ts';
import { type Look, lookAfter } from './steps/look-after.ts';

export type StepsDeps = PutBackDeps & { readonly clock: Clock };

/** Letters that are mended by the same deed, and are tried again together. */
export interface LettersOfCause {
  /** The cause's key. A letter that has another one by then is left alone. */
  readonly cause: string;
  readonly ids: readonly string[];
}

/** How far the redrive of many letters has come. */
export interface StepsProgress {
  /** The step under way, from 1 on. */
  readonly step: number;
  /** Letters in all. */
  readonly of: number;
  /** Answered. */
  readonly done: number;
  /** Back again, or not let go. */
  readonly refused: number;
  /** Let go, and neither. */
  readonly pending: number;
  /** Why the last one of those that were not let go was not. */
  readonly refusal: string | null;
  /** Why no further step is made. */
  readonly stopped: Stopped | null;
}

export interface Stopped {
  /** `same-cause`: the letter is open once more for the same reason. `no-answer`: it is still being tried after a long while. */
  readonly why: 'same-cause' | 'no-answer';
  readonly cause: string;
  readonly letter: string;
}

/**
 * Redrives many letters in steps of 1, 2, 5, 20, 20, …, each when all letters of the one before are answered or back. It stops by itself when the
 * cause comes back, so that what is not mended is tried for one letter and not for all. What was not let go is still parked, so that the
 * same goes on with the rest when it is asked for once more.
 */
export async function* redriveInSteps(
  deps: StepsDeps,
  { cause, ids }: LettersOfCause,
  by: string,
): AsyncGenerator<StepsProgress> {
  let progress = nothingYet(ids.length);
  for (const [index, some] of toSteps(ids).entries()) {
    progress = { ...progress, step: index + 1 };
    const gone: LetGo[] = [];
    for (const id of some) {
      const one = await letGo(deps, cause, id, by);
      if (one.kind === 'let-go') gone.push(one);
      progress = afterLetGo(progress, one);
      yield progress;
    }
    for await (const after of awaitAll(deps, cause, gone, progress)) {
      progress = after;
      yield progress;
    }
    if (progress.stopped !== null) return;
  }
}

/** The ids of each step. */
export const toSteps = (ids: readonly string[]): readonly (readonly string[])[] => {
  const steps: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; ) {
    const size = FIRST_STEPS[steps.length] ?? FULL_STEP;
    steps.push(ids.slice(start, start + size));
    start += size;
  }
  return steps;
};

const FIRST_STEPS = [1, 2, 5];
const FULL_STEP = 20;

/** Where the redrive of so many letters begins. */
export const nothingYet = (of: number): StepsProgress => ({
  ...{ step: 0, of, done: 0, refused: 0, pending: 0 },
  refusal: null,
  stopped: null,
});

const afterLetGo = (progress: StepsProgress, one: LettingGo): StepsProgress => {
  switch (one.kind) {
    case 'let-go':
      return { ...progress, pending: progress.pending + 1 };
    case 'answered':
      return { ...progress, done: progress.done + 1 };
    case 'refused':
      return { ...progress, refused: progress.refused + 1, refusal: one.text };
    default:
      return one satisfies never;
  }
};

const LOOK_EVERY_MS = 2_000;
/** The tick rings each minute should the bell be lost, and an order takes some calls of two a second. */
const PATIENCE_MS = 150_000;
const PATIENCE_EACH_MS = 5_000;

/** Follows letters until each is answered or back, the cause comes back, or they take too long. */
async function* awaitAll(
  { ledger, clock }: StepsDeps,
  cause: string,
  gone: readonly LetGo[],
  from: StepsProgress,
): AsyncGenerator<StepsProgress> {
  const until = clock.now() + PATIENCE_MS + gone.length * PATIENCE_EACH_MS;
  let progress = from;
  let left = gone;
  while (left.length > 0) {
    const looks = await Promise.all(left.map((one) => lookAfter(ledger, one)));
    left = left.filter((_, index) => looks[index]?.kind === 'pending');
    progress = afterLooks(progress, looks, stopFor(cause, looks, clock.now() < until ? undefined : left[0]));
    yield progress;
    if (progress.stopped !== null) return;
    if (left.length > 0) await clock.sleep(LOOK_EVERY_MS);
  }
}

const afterLooks = (progress: StepsProgress, looks: readonly Look[], stopped: Stopped | null): StepsProgress => {
  const count = (kind: Look['kind']): number => looks.filter((look) => look.kind === kind).length;
  return {
    ...progress,
    done: progress.done + count('answered'),
    refused: progress.refused + count('back'),
    pending: count('pending'),
    stopped,
  };
};

const stopFor = (cause: string, looks: readonly Look[], late: LetGo | undefined): Stopped | null => {
  for (const look of looks)
    if (look.kind === 'back' && look.cause === cause) return { why: 'same-cause', cause, letter: look.letter };
  return late === undefined ? null : { why: 'no-answer', cause, letter: late.id };
};
