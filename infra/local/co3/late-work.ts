/** Work that CO3 is still at when its client has long gone. */
export interface LateWork {
  /** `finish` is called once, with the time that it was put down for. */
  add(at: number, finish: (at: number) => void): void;
  /** Finishes what is due, in the order of its times. */
  catchUp(now: number): void;
}

export const makeLateWork = (): LateWork => {
  let waiting: readonly { readonly at: number; readonly finish: (at: number) => void }[] = [];
  return {
    add: (at, finish) => {
      waiting = [...waiting, { at, finish }].toSorted((a, b) => a.at - b.at);
    },
    catchUp: (now) => {
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { at, finish } of due) finish(at);
    },
  };
};
