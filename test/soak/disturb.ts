import type { Disturbance } from './disturbances.ts';
import type { FarSide } from './far-side.ts';
import type { SoakStack } from './stack.ts';

export interface DisturbDeps {
  readonly stack: SoakStack;
  readonly farSide: FarSide;
  /** Resolves at that time of the soak. */
  readonly until: (atMs: number) => Promise<void>;
  readonly say: (text: string) => void;
}

/** Lets everything that is planned go wrong at its time. */
export const disturb = async (disturbances: readonly Disturbance[], deps: DisturbDeps): Promise<void> => {
  const { stack, farSide, until, say } = deps;
  // One after the other: on a slow machine one may take longer than the plan has it.
  let lastRestart = Promise.resolve();
  const restart = ({ part, downMs }: Extract<Disturbance, { kind: 'restart' }>): Promise<void> => {
    lastRestart = lastRestart.then(() => {
      say(`restarting: ${part}`);
      return stack.restart(part, downMs);
    });
    return lastRestart;
  };
  const happen = async (disturbance: Disturbance): Promise<void> => {
    await until(disturbance.atMs);
    switch (disturbance.kind) {
      case 'fault':
        return farSide.simulator.fault(disturbance.rule);
      case 'outage':
        return farSide.simulator.down(farSide.simulator.now() + disturbance.forMs, disturbance.how);
      case 'restart':
        return restart(disturbance);
      default:
        return disturbance satisfies never;
    }
  };
  await Promise.all(disturbances.map(happen));
};
