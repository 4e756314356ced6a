import type { FaultRule } from '../../infra/local/co3/faults.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import { sendAgain } from '../../lib/dead-letters/send-again.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { AccountSettings, ShopSettings } from '../../lib/settings/settings.ts';
import { anAccount, anOrder, aRow, aShippingRow, aShop } from './orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from './simulated-world.ts';
import type { Around } from './world.ts';

const MINUTE = 60_000;

export function at(minute: number): Instant {
  return `2026-12-02T10:${minute}:00.000Z` as Instant;
}

/** A world whose CO3 keeps what it is sent and tells the ids of what it makes. */
export function worldOf(
  shop: Partial<ShopSettings> = {},
  around?: Around,
  account: Partial<AccountSettings> = {},
): SimulatedWorld {
  const dialect = {
    comment: 'whole',
    rounding: 'row',
    forintDecimals: 2,
    jitterMs: 0,
    acknowledges: 'result-and-id',
  } as const;
  return makeSimulatedWorld({
    seed: 1,
    dialect,
    shops: [aShop(shop)],
    accounts: [anAccount(account)],
    ...(around === undefined ? {} : { around }),
  });
}

/** A world whose account has shown that it keeps markers, by the order 999; the fault meets what comes then. */
export async function provenWorld(shop: Partial<ShopSettings> = {}, fault?: FaultRule): Promise<SimulatedWorld> {
  const world = worldOf(shop);
  await take(world, anOrder({ orderId: '999', number: '#999' }));
  await world.pass(2 * MINUTE);
  if (fault !== undefined) world.co3.fault(fault);
  return { ...world, order: () => orderOf(world, '1001') };
}

export async function take(world: SimulatedWorld, snapshot: OrderSnapshot): Promise<void> {
  await world.arrive(snapshot);
  await world.deliver();
}

export function orderOf(world: SimulatedWorld, id: string) {
  const order = world.ledger.all('order').find(({ snapshot }) => snapshot.orderId === id);
  if (order === undefined) throw new Error('the order has not arrived');
  return order;
}

/** Where the order stands, its open letters, and what CO3 has of it. */
export function standing(world: SimulatedWorld, id = '1001') {
  const { status, reason, key } = orderOf(world, id);
  return {
    order: `${status} ${reason}`,
    letters: world.ledger
      .all('letter')
      .filter(({ letter, work }) => letter.state !== 'closed' && letter.state !== 'closing' && work?.key === key)
      .map(({ letter }) => `${letter.error.name} ${letter.state}`),
    sent: invoicesOf(world.co3)
      .filter(({ sentComment }) => sentComment.includes(`/${id}/`))
      .map(({ sentComment, gross }) => `${sentComment.split('\n')[0]?.split(`/${id}/`)[1]} ${gross}`),
  };
}

/** A person lets the letter of order 1001, or that of this id, be tried again. */
export async function redrive(world: SimulatedWorld, letter?: string) {
  const id = letter ?? orderOf(world, '1001').letter?.id ?? '';
  const done = await redriveLetter(world.deps, id, 'anna', world.clock.now());
  await world.deps.events.send({ kind: 'bell', account: 'acme' });
  await world.deliver();
  return done;
}

/** A person says that the document of order 1001 is not there. */
export async function again(world: SimulatedWorld) {
  const id = orderOf(world, '1001').letter?.id ?? '';
  const done = await sendAgain(world.deps, id, 'anna', world.clock.now(), anAccount().readBack);
  await world.deps.events.send({ kind: 'bell', account: 'acme' });
  await world.deliver();
  return done;
}

/** One mug taken off. */
export function edited(): OrderSnapshot {
  const rows = [aRow({ currentQuantity: '1' }), aShippingRow()];
  return anOrder({ changedAt: at(20), rows, currentTotalMinor: 381_000 });
}
