const MINUTE_MS = 60_000;
const PAUSE_MINUTES = [1, 2, 4, 8, 15];

export const LONGEST_PAUSE_MS = 15 * MINUTE_MS;

/** How long what does not work is left alone after so many tries that failed since the first. */
export const pauseLength = (probes: number): number => (PAUSE_MINUTES[probes] ?? 15) * MINUTE_MS;
