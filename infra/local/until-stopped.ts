import { setTimeout as wait } from 'node:timers/promises';

/** How long one question to a queue waits for messages. */
export const LONG_POLL_SECONDS = 20;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/** Does something again and again until the signal ends it; a failure is told and followed by a pause. */
export const untilStopped = async (
  signal: AbortSignal,
  act: () => Promise<void>,
  report: (problem: unknown) => void,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await act();
    } catch (problem) {
      if (signal.aborted) return;
      report(problem);
      await wait(PAUSE_AFTER_FAILURE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
};
