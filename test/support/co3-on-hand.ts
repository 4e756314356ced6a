import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { makeCo3Simulator } from '../../infra/local/co3/simulator.ts';
import type { SimulatorOptions } from '../../infra/local/co3/simulator-types.ts';
import { type Co3Desk, makeCo3Desk } from './co3-desk.ts';
import { makeSimulatorTransport } from './co3-transport.ts';
import { makeVirtualClock } from './virtual-clock.ts';

/** A desk before a simulator of the plainest dialect, without sockets. */
export const openCo3Desk = async (options: Partial<SimulatorOptions> = {}): Promise<Co3Desk> => {
  const clock = makeVirtualClock(Date.parse('2026-11-22T10:00:00Z'));
  const simulator = makeCo3Simulator({ now: clock.now, seed: 1, dialect: PLAIN_DIALECT, ...options });
  const transport = makeSimulatorTransport(simulator, clock);
  return makeCo3Desk(simulator, clock, (path, body) =>
    transport({ url: `http://co3.test${path}`, body, timeoutMs: 20_000 }),
  );
};

/** All that is saved in CO3. */
export const savedIn = ({ simulator }: Co3Desk): string => JSON.stringify(simulator.snapshot().accounts);
