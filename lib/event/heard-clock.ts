/** How far somebody's clock is ahead of ours, as the `Date` of their answers shows it. */
export interface HeardClock {
  /** Takes the header of an answer that has just come. */
  hear(date: string | undefined): void;
  /** In ms, to a second; null as long as nothing was heard. */
  aheadMs(): number | null;
}

export const makeHeardClock = (now: () => number): HeardClock => {
  let ahead: number | null = null;
  return {
    hear: (date) => {
      const theirs = date === undefined ? Number.NaN : Date.parse(date);
      // The header tells whole seconds: the middle of the one that it names.
      if (!Number.isNaN(theirs)) ahead = theirs + 500 - now();
    },
    aheadMs: () => ahead,
  };
};
