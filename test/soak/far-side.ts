import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { addSampleAccount, SAMPLE_ACCOUNT } from '../../infra/local/co3/sample.ts';
import { makeCo3Simulator } from '../../infra/local/co3/simulator.ts';
import type { CallRecord, Co3Simulator } from '../../infra/local/co3/simulator-types.ts';
import { toCredentials } from '../../infra/local/simulator.ts';

/** CO3 with an account for each shop owner, and what its calls have met. */
export interface FarSide {
  readonly simulator: Co3Simulator;
  readonly met: CallCounts;
}

export interface CallCounts {
  readonly calls: number;
  /** By the kind of the fault, but for refusals. */
  readonly faults: ReadonlyMap<string, number>;
  /** By the code: refusals that were ordered. */
  readonly refusals: ReadonlyMap<number, number>;
  /** Calls that came sooner than CO3 allows. */
  readonly tooSoon: number;
}

export const makeFarSide = (accounts: readonly string[], seed: number): FarSide => {
  const simulator = makeCo3Simulator({
    now: () => Date.now(),
    seed,
    dialect: { ...PLAIN_DIALECT, jitterMs: 100 },
  });
  for (const name of accounts) {
    const { apiKey, ...user } = toCredentials(name);
    addSampleAccount(
      simulator,
      { ...SAMPLE_ACCOUNT, name, apiKey, users: [{ ...user, rights: 'all' }] },
      simulator.now(),
    );
  }
  const counts = { calls: 0, faults: new Map<string, number>(), refusals: new Map<number, number>(), tooSoon: 0 };
  const note = ({ code, fault }: CallRecord): void => {
    counts.calls += 1;
    if (fault === 'refuse' && code !== null) add(counts.refusals, code);
    else if (fault !== null) add(counts.faults, fault);
    else if (code === 8) counts.tooSoon += 1;
  };
  // The simulator remembers the last thousand calls alone.
  const handle: Co3Simulator['handle'] = (request) => {
    const reply = simulator.handle(request);
    const call = simulator.calls.at(-1);
    if (call !== undefined) note(call);
    return reply;
  };
  return { simulator: Object.assign(Object.create(simulator), { handle }), met: counts };
};

const add = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
