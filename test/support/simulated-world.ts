import { addSampleAccount, SAMPLE_ACCOUNT } from '../../infra/local/co3/sample.ts';
import { makeCo3Simulator } from '../../infra/local/co3/simulator.ts';
import type { Co3Simulator, SimulatorOptions } from '../../infra/local/co3/simulator-types.ts';
import { makeSimulatorTransport } from './co3-transport.ts';
import { type OtherNames, withOtherNames } from './other-names.ts';
import { ACCOUNT_SECRET, makeWorld, START, type World, type WorldOptions } from './world.ts';

export interface SimulatedWorld extends World {
  readonly co3: Co3Simulator;
}

type Options = Omit<WorldOptions, 'transport'> &
  Pick<SimulatorOptions, 'seed' | 'dialect'> & {
    /** What CO3 calls otherwise than we assume. */
    readonly names?: OtherNames;
  };

/** The bridge in memory with the CO3 simulator as its far side; the simulator's account is `acme`. */
export const makeSimulatedWorld = ({ seed, dialect, names = {}, ...options }: Options): SimulatedWorld => {
  let now = (): number => START;
  const co3 = makeCo3Simulator({ now: () => now(), seed, ...(dialect === undefined ? {} : { dialect }) });
  const { username, password, apiKey } = ACCOUNT_SECRET;
  const currencies = [...SAMPLE_ACCOUNT.currencies, 'PLN', 'AUD', 'CAD', 'JPY', 'KWD'];
  addSampleAccount(
    co3,
    { ...SAMPLE_ACCOUNT, apiKey, currencies, users: [{ username, password, rights: 'all' }] },
    START,
  );
  const world = makeWorld({
    ...options,
    transport: (clock) => {
      now = () => clock.now();
      return () => withOtherNames(makeSimulatorTransport(co3, clock), names);
    },
  });
  return { ...world, co3 };
};

export const invoicesOf = (co3: Co3Simulator) => co3.accounts.get('acme')?.invoices.all() ?? [];
