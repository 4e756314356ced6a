import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import type { Around } from '../support/world.ts';
import { type Figure, toFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const LATENCIES_MS = [20, 100, 300];
/** A call of the ledger or of a queue. */
const PORT_MS = 5;
const SESSION_MS = 5 * 60_000;

/** Orders of known and of new buyers, all there at once, on the virtual clock and against the simulator, which counts arrivals as CO3 does. */
export const deliver: Measurement = {
  name: 'deliver',
  figures: async function* ({ isShort }) {
    const orders = isShort ? 100 : 500;
    for (const latencyMs of LATENCIES_MS) yield* figuresAt(latencyMs, orders);
  },
};

async function* figuresAt(latencyMs: number, orders: number): AsyncGenerator<Figure> {
  const { world, line } = await makeLine(latencyMs);
  const known = Array.from({ length: orders / 2 }, (_, index) => orderOf(index, 'known'));
  const fresh = Array.from({ length: orders / 2 }, (_, index) => orderOf(index, 'new'));
  // Known buyers have bought before.
  await take(world, [orderOf(orders, 'known')]);
  await world.pass(2 * 60_000);

  const one = await line.during(() => take(world, known));
  const two = await line.during(() => take(world, fresh));
  const wrong = world.ledger.all('order').filter(({ status }) => status !== 'settled');
  if (wrong.length > 0) throw new Error(`${wrong.length} orders are ${wrong[0]?.status} ${wrong[0]?.reason}`);
  if (line.refused() > 0) throw new Error(`CO3 refused ${line.refused()} calls`);

  const at = `at ${latencyMs} ms`;
  const [calls, ms] = [one.calls + two.calls, one.ms + two.ms];
  yield toFigure({
    ...{ of: `${orders} orders ${at}`, unit: 'calls/s', bar: { least: 0.95 } },
    ...{ measured: (1_000 * calls) / ms, floor: 2 / (1 + latencyMs / 1_000) },
  });
  for (const [of, { calls, signIns }, least] of [
    ['known', one, 1],
    ['new', two, 2],
  ] as const)
    yield toFigure({
      ...{ of: `order of a ${of} buyer ${at}`, unit: 'calls', bar: { most: 1 } },
      ...{ measured: (calls - signIns) / (orders / 2), floor: least },
    });
  yield toFigure({
    ...{ of: `sign-ins for them ${at}`, unit: 'calls', bar: null },
    ...{ measured: one.signIns + two.signIns, floor: Math.ceil(ms / SESSION_MS) },
  });
}

const orderOf = (index: number, buyer: 'known' | 'new'): OrderSnapshot => {
  const orderId = `${buyer === 'known' ? 1 : 2}${String(index).padStart(5, '0')}`;
  const email = buyer === 'known' ? 'anna.minta@example.com' : `buyer${orderId}@example.com`;
  return anOrder({ orderId, number: `#${orderId}`, buyer: aBuyer({ email }) });
};

const take = async (world: SimulatedWorld, orders: readonly OrderSnapshot[]): Promise<void> => {
  for (const order of orders) await world.arrive(order);
  await world.deliver();
};

interface During {
  readonly calls: number;
  readonly signIns: number;
  readonly ms: number;
}

/** A world whose calls to CO3 take so long, a changing part of it on the way there. */
const makeLine = async (latencyMs: number) => {
  let advance = (_ms: number): void => undefined;
  let [calls, signIns, refused] = [0, 0, 0];
  const around: Around = async (port, effect, [request]) => {
    if (port !== 'co3') {
      advance(PORT_MS);
      return effect();
    }
    const outMs = Math.round((latencyMs * ((7 * calls) % 11)) / 10);
    calls += 1;
    if (JSON.stringify(request).includes('<authenticate>')) signIns += 1;
    advance(outMs);
    const answer = await effect();
    advance(latencyMs - outMs);
    if (JSON.stringify(answer).includes('<code>')) refused += 1;
    return answer;
  };
  const dialect = { acknowledges: 'result-and-id', comment: 'whole', forintDecimals: 2, jitterMs: 0 } as const;
  const world = makeSimulatedWorld({ seed: 1, dialect, around });
  advance = world.clock.advance;
  const during = async (work: () => Promise<void>): Promise<During> => {
    const before = { calls, signIns, at: world.clock.now() };
    await work();
    return { calls: calls - before.calls, signIns: signIns - before.signIns, ms: world.clock.now() - before.at };
  };
  return { world, line: { during, refused: () => refused } };
};
