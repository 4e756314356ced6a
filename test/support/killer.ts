import type { Around } from './world.ts';

type Moment = 'before' | 'after';
type Victim = (port: string, given: readonly unknown[], count: number) => boolean;

/** Kills a worker at one of its port calls: the call, or its answer, never comes. */
export interface Killer {
  readonly around: Around;
  /** Kills at the first port call from here on that is a victim, before or after its effect. `count` starts at 1. */
  arm(isVictim: Victim, when: Moment): void;
  disarm(): void;
  /** Settles when the worker is killed. */
  killed(): Promise<'killed'>;
}

export const makeKiller = (): Killer => {
  let target: { readonly isVictim: Victim; readonly when: Moment } | undefined;
  let count = 0;
  let died: (reason: 'killed') => void = () => undefined;
  let death = new Promise<'killed'>(() => undefined);
  const kill = <T>(): Promise<T> => {
    died('killed');
    return new Promise<T>(() => undefined);
  };
  return {
    around: async (port, effect, given) => {
      count += 1;
      const isTarget = target?.isVictim(port, given, count) ?? false;
      if (isTarget && target?.when === 'before') return kill();
      const result = await effect();
      return isTarget ? kill() : result;
    },
    arm: (isVictim, when) => {
      target = { isVictim, when };
      count = 0;
      death = new Promise((resolve) => {
        died = resolve;
      });
    },
    disarm: () => {
      target = undefined;
    },
    killed: () => death,
  };
};
