export type Undo = () => Promise<void>;

export interface CleanUp {
  readonly add: (undo: Undo) => void;
  /** Undoes everything, last first; what goes wrong on the way is reported and stops nothing. */
  readonly run: () => Promise<void>;
}

export const makeCleanUp = (report: (problem: string) => void): CleanUp => {
  const undos: Undo[] = [];
  return {
    add: (undo) => {
      undos.push(undo);
    },
    run: async () => {
      for (let undo = undos.pop(); undo !== undefined; undo = undos.pop())
        await undo().catch((problem: unknown) => report(`while stopping: ${String(problem)}`));
    },
  };
};
