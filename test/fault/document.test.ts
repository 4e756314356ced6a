import { describe, expect, it } from 'vitest';
import { mergeSnapshot } from '../../lib/deliver/merge.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import { makeKiller } from '../support/killer.ts';
import { anOrder, aShop } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { answered, refused } from '../support/scripted-co3.ts';
import { type Around, makeWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;

const invoicesSent = (methods: readonly string[]): number => methods.filter((method) => method === 'setInvoice').length;

const isCallOf = (port: string, given: readonly unknown[], method: string): boolean =>
  port === 'co3' && JSON.stringify(given).includes(`<${method}>`);

const arriveMany = async (world: World, count: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1) await world.arrive(anOrder({ orderId: String(n), number: `#${n}` }));
};

describe('at most three documents are sent whose outcome nobody knows', () => {
  it('when each worker dies at its invoice', async () => {
    const killer = makeKiller();
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport, around: killer.around });
    await arriveMany(world, 8);

    for (let death = 0; death < 8; death += 1) {
      killer.arm((port, given) => isCallOf(port, given, 'setInvoice'), 'after');
      await Promise.race([world.deliver().then(() => world.pass(5 * MINUTE)), killer.killed()]);
      killer.disarm();
    }

    expect(invoicesSent(co3.methods())).toBe(3);
  });

  it('when the ledger fails after each answer', async () => {
    let downUntil = 0;
    const far: { world?: World } = {};
    const around: Around = async (port, effect, given) => {
      const now = far.world?.clock.now() ?? 0;
      if (port.startsWith('ledger.') && now < downUntil) throw new Error('out of reach');
      const result = await effect();
      if (isCallOf(port, given, 'setInvoice')) downUntil = (far.world?.clock.now() ?? 0) + 30_000;
      return result;
    };
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport, around });
    far.world = world;
    await arriveMany(world, 8);
    await world.deliver();

    for (let minute = 0; minute < 120; minute += 1) await world.pass(MINUTE).catch(() => undefined);

    expect(invoicesSent(co3.methods())).toBeLessThanOrEqual(3);
  });
});

it('an order that is cancelled while its contact is being made is not invoiced', async () => {
  const cancelled = anOrder({
    changedAt: '2026-12-02T09:06:00.000Z' as never,
    cancelledAt: '2026-12-02T09:06:00.000Z' as never,
    paid: false,
  });
  const far: { world?: World } = {};
  const around: Around = async (port, effect, given) => {
    const { world } = far;
    if (world !== undefined && isCallOf(port, given, 'setContact'))
      await updateRecord({ ledger: world.ledger, newId: () => 'merge' }, 'order', orderKeyOf(cancelled), (known) => {
        const content = mergeSnapshot(known, cancelled, aShop(), world.clock.now());
        return content === undefined ? undefined : { ...content, traceId: 'trace-2' };
      });
    return effect();
  };
  const co3 = programmedCo3();
  const world = makeWorld({ transport: co3.transport, around });
  far.world = world;
  await world.arrive(anOrder());

  await world.deliver();
  await world.pass(10 * MINUTE);

  expect(invoicesSent(co3.methods())).toBe(0);
  expect(world.order()).toMatchObject({ status: 'settled', dueAt: null });
});

it.each([
  [304, 202],
  [7, 202],
  [202, 304],
])('a document refused with %i and %i at once is unknown, and is not sent again', async (a, b) => {
  let sent = 0;
  const both = [a, b]
    .map((code) => `<error><code>${code}</code><description>error ${code}</description></error>`)
    .join('');
  const co3 = programmedCo3((method) => {
    if (method !== 'setInvoice') return undefined;
    sent += 1;
    return sent === 1 ? answered(both) : undefined;
  });
  const world = makeWorld({ transport: co3.transport });
  await world.arrive(anOrder());
  await world.deliver();

  await world.pass(10 * MINUTE);

  expect(world.order().reason).toBe('OutcomeUnknown');
  expect(sent).toBe(1);
});

it('all errors of an answer stand in the letter', async () => {
  const both =
    '<error><code>22</code><description>Invalid e-mail address</description></error><error><code>20</code><description>Invalid VAT</description></error>';
  const co3 = programmedCo3((method) => (method === 'setContact' ? answered(both) : undefined));
  const world = makeWorld({ transport: co3.transport });
  await world.arrive(anOrder());

  await world.deliver();

  const error = world.ledger.all('letter')[0]?.letter.error;
  expect(error?.text).toBe('Invalid e-mail address\n20 InvalidVat: Invalid VAT');
  expect(error?.fields.map(({ path }) => path)).toContain('buyer.email');
});

it('a call begins only while there is time for its answer and what follows', async () => {
  const co3 = programmedCo3((method) =>
    method === 'authenticate' ? undefined : { ...refused(22, 'x'), latencyMs: 4_000 },
  );
  const world = makeWorld({ transport: co3.transport });
  await arriveMany(world, 12);
  const began = world.clock.now();

  const messages = world.events.receive(120_000);
  await world.handle({ messages, deadline: began + 60_000 });

  const latest = Math.max(...co3.calls.map(({ at }) => at));
  expect(latest).toBeLessThanOrEqual(began + 35_000);
  expect(latest).toBeGreaterThan(began + 25_000);
});
