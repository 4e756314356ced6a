import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { aShopForEverything } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest } from '../support/webhooks.ts';

const PAYLOADS = resolve(import.meta.dirname, '../../../shared/payloads/shopify');
const isHere = existsSync(PAYLOADS);
const ORDERS = isHere ? readdirSync(PAYLOADS).filter((file) => /^orders-.*\d\.json$/.test(file)) : [];

/** What becomes of each: the letter's name, the reason why nothing is sent, or the invoice's sum as the simulator reckons it. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'orders-cancelled-1.json': 'settled Test',
  'orders-cancelled-2.json': 'letter CancelledNotRefunded',
  'orders-create-1.json': 'settled Test',
  'orders-create-10.json': 'settled Test',
  'orders-create-11.json': 'settled Test',
  'orders-create-16.json': 'settled Test',
  'orders-create-2.json': 'settled Test',
  'orders-create-20.json': 'settled Test',
  'orders-create-3.json': 'letter NoBuyer',
  'orders-create-4.json': 'invoice 199.00 of 19900 USD',
  'orders-create-5.json': 'invoice 199.00 of 19900 USD',
  'orders-create-6.json': 'letter NoBuyer',
  'orders-create-7.json': 'invoice 181.09 of 18109 USD',
  'orders-create-9.json': 'letter VatMismatch',
  'orders-delete-1.json': 'not used',
  'orders-delete-2.json': 'not used',
  'orders-edited-1.json': 'not used',
  'orders-edited-2.json': 'not used',
  'orders-fulfilled-1.json': 'settled Test',
  'orders-fulfilled-2.json': 'invoice 2147.58 of 214758 PLN',
  'orders-fulfilled-3.json': 'settled Test',
  'orders-paid-1.json': 'settled Test',
  'orders-paid-2.json': 'settled Test',
  'orders-paid-3.json': 'invoice 2119.29 of 211929 PLN',
  'orders-updated-1.json': 'settled Test',
  'orders-updated-2.json': 'letter VatMismatch',
  'orders-updated-3.json': 'letter CancelledNotRefunded',
};

describe.skipIf(!isHere)('every real order of Shopify', () => {
  it('is accounted for', () => {
    expect(Object.keys(OUTCOMES).sort()).toStrictEqual([...ORDERS].sort());
  });

  it.each(ORDERS)('%s', async (file) => {
    const world = makeSimulatedWorld({
      seed: 1,
      dialect: PLAIN_DIALECT,
      shops: [shop],
    });
    const topic = file.replace(/-\d+\.json$/, '').replace('-', '/');

    const status = await world.receive(shopifyRequest(readFileSync(join(PAYLOADS, file)), { topic }));
    await world.deliver();

    expect([status, outcomeOf(world)]).toStrictEqual([202, OUTCOMES[file]]);
  });
});

// Generous, so that as much as possible is invoiced; without its numeric id, since the payloads come from many shops.
const { shopId: _, ...shop } = aShopForEverything({
  invoiceFrom: Date.parse('2005-01-01T00:00:00Z'),
  issueOn: 'placed',
  payments: { bogus: 'bankcard', manual: 'other', manual_in_shopify_test: 'other', '': 'transfer' },
  fxRate: { EUR: 400, USD: 360, PLN: 95 },
});

const outcomeOf = (world: ReturnType<typeof makeSimulatedWorld>): string => {
  const [letter] = world.ledger.all('letter');
  if (letter !== undefined) return `letter ${letter.letter.error.name}`;
  const [order] = world.ledger.all('order');
  if (order === undefined) return 'not used';
  const [invoice, ...more] = invoicesOf(world.co3);
  if (invoice === undefined) return `${order.status} ${order.reason}`;
  const owed = order.documents.map(({ totalMinor, currency }) => `${totalMinor} ${currency}`).join();
  return `invoice ${invoice.gross} of ${owed}${more.length > 0 ? ' and more' : ''}`;
};
