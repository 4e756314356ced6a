import { type Bar, type Figure, toFigure } from './figure.ts';

export interface Contest {
  readonly of: string;
  readonly bar: Bar | null;
  readonly subject: () => unknown;
  readonly floor: () => unknown;
}

export interface CompareDeps {
  readonly rounds: number;
  readonly turnMs: number;
  /** CPU time that this process has used, in ms. */
  readonly cpuMs: () => number;
}

/** The process's own CPU time, its collector and compiler included: what a function is billed for, whoever else uses the machine. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * CPU time per call of subject and floor, each in its best round. They take turns, so that whatever slows the machine slows both, and the
 * best of many short rounds are those that no neighbour has disturbed.
 */
export const compare = async ({ of, bar, subject, floor }: Contest, deps: CompareDeps): Promise<Figure> => {
  const calls = await callsFor(floor, deps);
  // What is compared is compiled code: filling a turn has warmed up the floor.
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await turn(subject, calls, deps);
  let [bestSubject, bestFloor] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < deps.rounds; round += 1) {
    bestFloor = Math.min(bestFloor, await turn(floor, calls, deps));
    bestSubject = Math.min(bestSubject, await turn(subject, calls, deps));
  }
  const perCall = (ms: number): number => (1_000 * ms) / calls;
  return toFigure({ of, unit: 'µs CPU', measured: perCall(bestSubject), floor: perCall(bestFloor), bar });
};

const WARM_UP_ROUNDS = 8;

/** How many calls fill a turn. */
const callsFor = async (work: () => unknown, deps: CompareDeps): Promise<number> => {
  let calls = 1;
  for (;;) {
    const took = await turn(work, calls, deps);
    if (took >= deps.turnMs) return calls;
    calls = Math.ceil(calls * Math.min(10, Math.max(1.2, deps.turnMs / Math.max(took, 0.01))));
  }
};

const turn = async (work: () => unknown, calls: number, deps: CompareDeps): Promise<number> => {
  const began = deps.cpuMs();
  for (let call = 0; call < calls; call += 1) {
    const done = work();
    // Waiting for what is there already would cost both sides the same, and so bring them nearer to each other.
    if (done instanceof Promise) await done;
  }
  return deps.cpuMs() - began;
};
