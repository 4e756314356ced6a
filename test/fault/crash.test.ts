import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import { makeKiller } from '../support/killer.ts';
import { anOrder } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { refused } from '../support/scripted-co3.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import { makeWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;
// More port calls than any of the stories makes; each story says how many it really made.
const MOST_CALLS = 60;
const MOMENTS = Array.from({ length: MOST_CALLS }, (_, at) => at + 1).flatMap((at) => [
  { at, when: 'before' as const },
  { at, when: 'after' as const },
]);

const letterIsAnnounced = (world: World): boolean => {
  const letters = world.ledger.all('letter').filter(({ letter }) => letter.state !== 'closed');
  const named = new Set(world.deadLetters.bodies().map((body) => (JSON.parse(body) as { id: string }).id));
  return letters.every(({ letter }) => letter.state === 'parked' && named.has(letter.id));
};

describe('a worker that is killed at any port call', () => {
  it('leaves no order forgotten and none invoiced twice', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const co3 = programmedCo3();
      const world = makeWorld({ transport: co3.transport, around: killer.around });
      await world.arrive(anOrder());
      killer.arm((_port, _given, count) => count === at, when);

      const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      reached += 1;
      await world.pass(20 * MINUTE);

      const { status, reason, dueAt } = world.order();
      const invoices = co3.methods().filter((method) => method === 'setInvoice').length;
      const isLeft = reason === 'OutcomeUnknown' ? 'unknown' : status;
      const isDue = dueAt !== null;
      expect({ at, when, isDue, invoices, isLeft, announced: letterIsAnnounced(world) }).toStrictEqual({
        at,
        when,
        // CO3 is watched for a day for what is unknown.
        isDue: isLeft === 'unknown',
        // Written as sent and never sent, or sent and never known: either way a person looks, and nothing is sent again.
        invoices: isLeft === 'unknown' && invoices === 0 ? 0 : 1,
        isLeft: isLeft === 'unknown' ? 'unknown' : 'settled',
        announced: true,
      });
    }
    expect(reached).toBeGreaterThan(20);
  });

  it('leaves a refused order with one letter, announced once it is open, and closed once it is answered', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      let isBad = true;
      const co3 = programmedCo3((method) =>
        isBad && method === 'setContact' ? refused(22, 'Invalid e-mail address') : undefined,
      );
      const world = makeWorld({ transport: co3.transport, around: killer.around });
      await world.arrive(anOrder());
      killer.arm((_port, _given, count) => count === at, when);

      const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      reached += 1;
      await world.pass(20 * MINUTE);
      const parked = {
        letters: world.ledger.all('letter').length,
        announced: letterIsAnnounced(world),
        status: world.order().status,
      };
      isBad = false;
      await world.arrive(anOrder({ changedAt: '2026-12-02T12:00:00.000Z' as never, gateways: ['cod'] }));
      await world.deliver();
      await world.arrive(
        anOrder({
          changedAt: '2026-12-02T12:30:00.000Z' as never,
          buyer: { ...anOrder().buyer, email: 'a@example.hu' } as never,
        }),
      );
      await world.deliver();
      await world.pass(40 * MINUTE);

      expect({
        at,
        when,
        parked,
        open: world.ledger.all('letter').filter(({ letter }) => letter.state !== 'closed'),
      }).toStrictEqual({
        at,
        when,
        parked: { letters: 1, announced: true, status: 'letter' },
        open: [],
      });
      expect(world.deadLetters.bodies()).toStrictEqual([]);
      expect(world.order().status).toBe('settled');
    }
    expect(reached).toBeGreaterThan(20);
  });

  it('costs an order no more than three minutes', async () => {
    let reached = 0;
    const left: string[] = [];
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const world = makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT, around: killer.around });
      await world.arrive(anOrder({ orderId: '999' }));
      await world.deliver();
      await world.pass(2 * MINUTE);
      await world.arrive(anOrder());
      killer.arm((_port, _given, count) => count === at, when);

      const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
      killer.disarm();
      if (end === 'ended') break;
      reached += 1;
      await world.pass(3 * MINUTE);

      const sent = invoicesOf(world.co3).filter(({ sentComment }) => sentComment.includes('/1001/')).length;
      const { status, reason } = world.order(orderKeyOf(anOrder()));
      left.push(`${status} ${reason}, ${sent} sent`);
    }
    expect(reached).toBeGreaterThan(20);
    // Written as sent and never sent: nobody can know that within three minutes, and CO3 is searched for it.
    const unsent = left.filter((one) => one === 'due OutcomeUnknown, 0 sent');
    expect(unsent).toHaveLength(2);
    expect(left.filter((one) => one === 'settled Invoiced, 1 sent')).toHaveLength(reached - unsent.length);
  });

  it('five times at one order leaves that order to a person and lets the others pass', async () => {
    const killer = makeKiller();
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport, around: killer.around });
    await world.arrive(anOrder({ orderId: 'poison' }));
    const isItsContact = (port: string, [kind]: readonly unknown[]): boolean =>
      port === 'ledger.read' && kind === 'contact';
    for (let crash = 0; crash < 5; crash += 1) {
      killer.arm(isItsContact, 'before');
      expect(await Promise.race([world.pass(5 * MINUTE), killer.killed()])).toBe('killed');
      killer.disarm();
    }
    await world.arrive(anOrder({ orderId: '1002' }));

    await world.pass(10 * MINUTE);

    const reasons = Object.fromEntries(
      world.ledger.all('order').map((order) => [order.snapshot.orderId, order.reason]),
    );
    expect(reasons).toStrictEqual({ poison: 'WorkerCrashed', '1002': 'Invoiced' });
  });
});
