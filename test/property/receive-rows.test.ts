import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinor } from '../../lib/event/money.ts';
import { shopify } from '../../lib/shops/shopify/shopify.ts';
import { orderOfReading } from '../support/order-reading.ts';
import { shopifyShop, webhookWith } from '../support/webhooks.ts';

const CURRENCIES = ['HUF', 'EUR', 'JPY', 'KWD'] as const;
const shop = shopifyShop();

describe('the rows of a Shopify order', () => {
  it('add up to its total, whatever its prices, discounts, taxes and currency', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.array(line, { maxLength: 2 }),
        fc.boolean(),
        currency,
        tip,
        (lines, shipping, included, unit, tipMinor) => {
          const amount = (minor: number) => formatMinor(minor, unit);
          const total = [...lines, ...shipping.map((each) => ({ ...each, quantity: 1 }))]
            .map((each) => priceOf(each) + (included ? 0 : sumOf(each.taxes.map((tax) => tax.minor))))
            .reduce((sum, each) => sum + each, tipMinor);

          const snapshot = read({
            currency: unit,
            taxes_included: included,
            total_price: amount(total),
            total_tip_received: amount(tipMinor),
            line_items: lines.map((each, index) => toBody(each, index, amount)),
            shipping_lines: shipping.map((each, index) => toBody({ ...each, quantity: 1 }, index, amount)),
          });

          expect(snapshot.totalMinor).toBe(total);
          expect(sumOf(snapshot.rows.map((row) => row.grossMinor))).toBe(total);
          for (const row of snapshot.rows) expect(row.netMinor + row.taxMinor).toBe(row.grossMinor);
        },
      ),
    );
  });

  it('bear rates without a tail, whatever double they came as', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000_000 }), (millionths) => {
        const rate = millionths / 100_000_000;
        const snapshot = read({
          line_items: [{ id: 1, quantity: 1, price: '1.00', tax_lines: [{ price: '0.00', rate }] }],
        });

        const [percent = ''] = snapshot.rows[0]?.rates ?? [];

        expect(percent).toMatch(/^\d{1,3}(\.\d{0,5}[1-9])?$/);
        expect(Math.round(Number(percent) * 1_000_000)).toBe(millionths);
      }),
    );
  });
});

const line = fc.record({
  price: fc.nat({ max: 50_000_000 }),
  quantity: fc.nat({ max: 200 }),
  discounts: fc.array(fc.nat({ max: 10_000 }), { maxLength: 3 }),
  taxes: fc.array(fc.record({ minor: fc.nat({ max: 100_000 }), rate: fc.constantFrom(0, 0.05, 0.18, 0.27) }), {
    maxLength: 3,
  }),
});
const currency = fc.constantFrom(...CURRENCIES);
const tip = fc.nat({ max: 100_000 });

type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

const priceOf = (each: Line): number => each.price * each.quantity - sumOf(each.discounts);

const toBody = (each: Line, index: number, amount: (minor: number) => string) => ({
  id: index + 1,
  quantity: each.quantity,
  price: amount(each.price),
  discount_allocations: each.discounts.map((minor) => ({ amount: amount(minor) })),
  tax_lines: each.taxes.map((tax) => ({ price: amount(tax.minor), rate: tax.rate })),
});

const read = (fields: Readonly<Record<string, unknown>>) => {
  const raw = webhookWith('shopify/orders-create.minimal.json', fields);
  return orderOfReading(shopify.read(raw, shop, 'orders/paid', 0));
};
