import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { anOrder, aPartlyRefundedOrder, aShop } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('payments', () => {
  it('are left to the bookkeeper where the settings say nothing', async () => {
    const world = worldOf({});
    await world.arrive(anOrder());

    await world.deliver();

    expect(balances(world)).toStrictEqual(['6350.00 paid 0.00']);
    expect(bookings(world)).toBe(0);
  });

  it('are booked once the invoice is there', async () => {
    const world = worldOf();
    await world.arrive(anOrder());

    await world.deliver();

    expect(balances(world)).toStrictEqual(['6350.00 paid 6350.00']);
    expect(world.order()).toMatchObject({ status: 'settled', reason: 'Invoiced', dueAt: null });
  });

  it('are booked when they come, after an invoice that was issued at once', async () => {
    const world = worldOf({ issueOn: 'placed', bookPayments: { bankcard: 'paid' } });
    await world.arrive(anOrder({ paid: false }));
    await world.deliver();
    const before = balances(world);

    await world.arrive(anOrder({ changedAt: at(20) }));
    await world.deliver();

    expect([before, balances(world)]).toStrictEqual([['6350.00 paid 0.00'], ['6350.00 paid 6350.00']]);
  });

  it.each([
    ['paid', ['6350.00 paid 6350.00', '-2540.00 paid 0.00']],
    ['paid-and-refunded', ['6350.00 paid 6350.00', '-2540.00 paid -2540.00']],
  ] as const)('that went back are booked as the setting says: %s', async (setting, expected) => {
    const world = worldOf({ bookPayments: { bankcard: setting } });
    await world.arrive(anOrder());
    await world.deliver();

    await world.arrive(aPartlyRefundedOrder());
    await world.deliver();

    expect(balances(world)).toStrictEqual(expected);
  });

  it('that somebody has booked in CO3 already are not booked again', async () => {
    const world = worldOf({ issueOn: 'placed', bookPayments: { bankcard: 'paid' } });
    await world.arrive(anOrder({ paid: false }));
    await world.deliver();
    bookByHand(world, '6350.00');

    await world.arrive(anOrder({ changedAt: at(20) }));
    await world.deliver();

    expect(bookings(world)).toBe(0);
    expect(world.order().documents[0]?.paidMinor).toBe(635_000);
  });

  it('of which somebody has booked a part in CO3 are filled up', async () => {
    const world = worldOf({ issueOn: 'placed', bookPayments: { bankcard: 'paid' } });
    await world.arrive(anOrder({ paid: false }));
    await world.deliver();
    bookByHand(world, '1350.00');

    await world.arrive(anOrder({ changedAt: at(20) }));
    await world.deliver();

    expect(balances(world)).toStrictEqual(['6350.00 paid 6350.00']);
  });

  it('that CO3 calls paid already are done', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 309, method: 'setInvoiceBalance' });
    await world.arrive(anOrder());

    await world.deliver();

    expect(world.order()).toMatchObject({ status: 'settled', letter: null });
    expect(world.order().documents[0]?.paidMinor).toBe(635_000);
  });

  it('that CO3 refuses are a letter, while the invoice stands', async () => {
    const world = worldOf({ bookPayments: { bankcard: 'paid' } });
    world.co3.fault({ kind: 'refuse', code: 310, method: 'setInvoiceBalance' });
    await world.arrive(anOrder());

    await world.deliver();
    await world.pass(HOUR);

    expect(world.order()).toMatchObject({ status: 'letter', reason: 'OverPayment', dueAt: null });
    expect(bookings(world)).toBe(1);
  });

  it('on an invoice that a read of CO3 lags behind are booked a little later', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'stale-read', ms: MINUTE, method: 'getInvoice' });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(3 * MINUTE);

    expect(world.order()).toMatchObject({ status: 'settled', letter: null });
    expect(balances(world)).toStrictEqual(['6350.00 paid 6350.00']);
  });

  it('on an invoice whose buyer was hard to make have their five tries all the same', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 202, method: 'setContact', times: 4 });
    world.co3.fault({ kind: 'refuse', code: 301, method: 'getInvoice', times: 2 });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(15 * MINUTE);

    expect(world.order()).toMatchObject({ status: 'settled', letter: null });
    expect(balances(world)).toStrictEqual(['6350.00 paid 6350.00']);
  });

  it('on an invoice that CO3 does not know any more are the letter InvoiceMissingInCo3', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 301, method: 'getInvoice', times: null });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(10 * MINUTE);

    expect(world.order()).toMatchObject({ status: 'letter', reason: 'InvoiceMissingInCo3' });
    expect(world.order().documents).toHaveLength(1);
  });
});

describe('a payment whose answer was lost', () => {
  it.each([
    ['commit-then-cut', '6350.00 paid 6350.00', 'settled'],
    ['hang-after-commit', '6350.00 paid 6350.00', 'settled'],
    ['timeout-before-commit', '6350.00 paid 0.00', 'letter'],
  ] as const)('is told by the balance: %s', async (kind, balance, status) => {
    const world = worldOf({}, { kind, method: 'setInvoiceBalance' });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(15 * MINUTE);

    expect(balances(world)).toStrictEqual([balance]);
    expect(bookings(world)).toBe(1);
    expect(world.order().status).toBe(status);
  });

  it('holds the lane at the second running, and goes on only by hand after the third', async () => {
    const world = worldOf({}, { kind: 'timeout-before-commit', method: 'setInvoiceBalance', times: null });
    for (const n of [1, 2, 3, 4, 5, 6])
      await world.arrive(anOrder({ orderId: String(n), number: `#${n}`, buyer: anOrder().buyer }));
    await world.deliver();

    await world.pass(3 * HOUR);

    expect(bookings(world)).toBe(3);
    expect(world.ledger.all('lane')[0]?.hold).toMatchObject({ reason: 'unknown-documents', until: null });
  });
});

function worldOf(
  shop: Partial<ShopSettings> = { bookPayments: { bankcard: 'paid' } },
  fault?: FaultRule,
): SimulatedWorld {
  const plain = { comment: 'whole', rounding: 'row', forintDecimals: 2, jitterMs: 0 } as const;
  const world = makeSimulatedWorld({
    seed: 1,
    dialect: plain,
    shops: [aShop(fault === undefined ? shop : { bookPayments: { bankcard: 'paid' }, ...shop })],
  });
  if (fault !== undefined) world.co3.fault(fault);
  return world;
}

function balances(world: SimulatedWorld): readonly string[] {
  return invoicesOf(world.co3).map(({ gross, balance }) => `${gross} paid ${balance}`);
}

function bookings(world: SimulatedWorld): number {
  return world.co3.calls.filter(({ method }) => method === 'setInvoiceBalance').length;
}

function bookByHand(world: SimulatedWorld, balance: string): void {
  const account = world.co3.accounts.get('acme');
  const invoice = account?.invoices.get(1);
  if (account === undefined || invoice === undefined) throw new Error('no invoice to pay');
  account.invoices.put(1, { ...invoice, balance }, world.clock.now());
}

function at(minute: number): Instant {
  return `2026-12-02T10:${minute}:00.000Z` as Instant;
}
