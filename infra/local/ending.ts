/**
 * Aborts when the stack is to end: Ctrl-C, SIGTERM, the terminal closed, or npm gone. npm passes a signal on to a child
 * that may have had it already, so it may come twice; and its shell may die of one without passing it on at all.
 */
export const makeEndingSignal = (isUnderNpm: boolean): AbortSignal => {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
  if (isUnderNpm) {
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || ending.abort(), PARENT_CHECK_MS);
    watch.unref();
  }
  return ending.signal;
};

const PARENT_CHECK_MS = 500;

export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
