import { fail, ok, type Result } from '../event/result.ts';
import type { Clock } from '../event/time.ts';

/** Waits for work as long as the budget lasts; the problem is the class of what went wrong. */
export type Budget = <T>(work: () => Promise<T>) => Promise<Result<T, string>>;

/**
 * One budget for all that a request waits for, running from here on.
 * What comes after it is over, answer or exception, goes nowhere.
 */
export const makeBudget = (clock: Clock, ms: number): Budget => {
  const over = clock.sleep(ms).then(() => fail('TimeoutError'));
  return async (work) => {
    try {
      return await Promise.race([work().then(ok), over]);
    } catch (cause) {
      return fail(cause instanceof Error ? cause.name : 'unknown');
    }
  };
};
