import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import { anOrder } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { answered, refused } from '../support/scripted-co3.ts';
import { type Around, makeWorld, START, type World } from '../support/world.ts';

const MINUTE = 60_000;

describe('a ledger outage', () => {
  it('of hours loses nothing', async () => {
    let isDown = true;
    const around: Around = (port, effect) =>
      isDown && port.startsWith('ledger.') ? Promise.reject(new Error('out of reach')) : effect();
    const world = makeWorld({ transport: programmedCo3().transport, around });
    await world.arrive(anOrder());
    await world.arrive(anOrder({ orderId: '1002' }));
    await runOn(world, 180 * MINUTE);
    expect(world.events.bodies()).toHaveLength(2);

    isDown = false;
    await runOn(world, 10 * MINUTE);

    expect(world.ledger.all('order').map(({ status }) => status)).toStrictEqual(['settled', 'settled']);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
    'that begins at the worker’s write %i leaves the order due or settled, with one invoice at most',
    async (write) => {
      let writes = 0;
      let isDown = false;
      const around: Around = (port, effect) => {
        if (port === 'ledger.write') writes += 1;
        isDown ||= writes === write;
        return isDown && port.startsWith('ledger.') ? Promise.reject(new Error('out of reach')) : effect();
      };
      const co3 = programmedCo3();
      const world = makeWorld({ transport: co3.transport, around });
      await world.arrive(anOrder());
      await world.deliver();
      isDown = false;
      writes = Number.NEGATIVE_INFINITY;

      await runOn(world, 20 * MINUTE);

      const { status, dueAt } = world.order();
      expect(['settled', 'letter']).toContain(status);
      // CO3 is watched for a day for what is unknown.
      expect(dueAt === null).toBe(status === 'settled');
      expect(co3.methods().filter((method) => method === 'setInvoice').length).toBeLessThanOrEqual(1);
    },
  );
});

describe('a merge that races an outcome', () => {
  it('is never lost, whatever the order of the ledger’s answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, isRefused) => {
        const around: Around = (port, effect) =>
          port.startsWith('ledger.') || port === 'co3'
            ? scheduler.schedule(Promise.resolve(), port).then(effect)
            : effect();
        const co3 = programmedCo3((method, body) =>
          isRefused && method === 'setContact' && !body.includes('anna@example.hu')
            ? refused(22, 'Invalid e-mail address')
            : undefined,
        );
        const world = makeWorld({ transport: co3.transport, around });
        const corrected = anOrder({
          changedAt: '2026-12-02T09:06:00.000Z' as never,
          buyer: { ...anOrder().buyer, email: 'anna@example.hu' } as never,
        });
        await world.arrive(anOrder());
        const first = world.deliver();
        await world.arrive(corrected);
        const second = world.deliver();
        await scheduler.waitFor(Promise.all([first, second]));
        await scheduler.waitFor(world.pass(20 * MINUTE));

        const { snapshot, status, dueAt } = world.order();
        expect({ snapshot, status, dueAt }).toStrictEqual({ snapshot: corrected, status: 'settled', dueAt: null });
        expect(co3.methods().filter((method) => method === 'setInvoice')).toHaveLength(1);
        expect(world.ledger.all('letter').filter(({ letter }) => letter.state !== 'closed')).toStrictEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it('a lost bell costs a minute and no order', async () => {
  let isDeaf = false;
  let lost = 0;
  const around: Around = async (port, effect) => {
    if (!isDeaf || port !== 'events.send') return effect();
    lost += 1;
    return undefined as never;
  };
  // So slow that a batch is not worked off within the worker's time.
  const co3 = programmedCo3((method) =>
    method === 'setInvoice'
      ? { ...answered('<result>OK</result><invoice_id>1</invoice_id>'), latencyMs: 8_000 }
      : undefined,
  );
  const world = makeWorld({ transport: co3.transport, around });
  for (let n = 1; n <= 10; n += 1) await world.arrive(anOrder({ orderId: String(n) }));
  isDeaf = true;
  await world.deliver();
  isDeaf = false;
  expect(lost).toBe(1);
  expect(settled(world)).toBeLessThan(10);

  await world.pass(5 * MINUTE);

  expect(settled(world)).toBe(10);
});

it('an index that lags rings no bells for what is done', async () => {
  let bells = 0;
  const far: { world?: World } = {};
  const around: Around = async (port, effect) => {
    if (port === 'events.send') bells += 1;
    // For five seconds the index shows the order as due, whatever has become of it.
    const elapsed = (far.world?.clock.now() ?? START) - START;
    far.world?.clock.advance(port.startsWith('ledger.') ? 5 : 0);
    return port === 'ledger.due' && elapsed < 5_000 ? ([orderKeyOf(anOrder())] as never) : effect();
  };
  const world = makeWorld({ transport: programmedCo3().transport, around });
  far.world = world;
  await world.arrive(anOrder());

  await world.deliver();

  expect(bells).toBe(0);
  expect(settled(world)).toBe(1);
});

it('an outage of the queue of dead letters holds no other order, and the letter is announced when it is back', async () => {
  let isDown = true;
  const around: Around = (port, effect) =>
    isDown && port === 'dead-letters.send' ? Promise.reject(new Error('out of reach')) : effect();
  const world = makeWorld({ transport: programmedCo3().transport, around });
  await world.arrive(anOrder({ orderId: 'bad', gateways: ['barter'] }));
  await world.arrive(anOrder({ orderId: 'good' }));
  await world.deliver();
  await world.pass(10 * MINUTE);
  expect(settled(world)).toBe(1);
  expect(world.deadLetters.bodies()).toStrictEqual([]);

  isDown = false;
  await world.pass(2 * MINUTE);

  expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['parked']);
  expect(world.deadLetters.bodies()).toHaveLength(1);
});

it('a message that comes twice, or again after its work is done, changes nothing', async () => {
  const around: Around = (port, effect) =>
    port === 'inbox.delete' ? Promise.reject(new Error('not deleted')) : effect();
  const co3 = programmedCo3();
  const world = makeWorld({ transport: co3.transport, around });
  await world.arrive(anOrder());

  await world.deliver();
  world.clock.advance(121_000);
  await world.deliver();

  const writes = co3.methods().filter((method) => method.startsWith('set'));
  expect(writes).toStrictEqual(['setContact', 'setInvoice']);
});

const settled = (world: World): number => world.ledger.all('order').filter(({ status }) => status === 'settled').length;

// The tick and the worker may fail at every call; the clock goes on all the same.
async function runOn(world: World, ms: number): Promise<void> {
  const until = world.clock.now() + ms;
  while (world.clock.now() < until) await world.pass(MINUTE).catch(() => undefined);
}
