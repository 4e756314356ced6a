import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinor } from '../../lib/event/money.ts';
import { translateOrder } from '../../lib/translate/translate-order.ts';
import { anAccount, aShopForEverything } from '../support/orders.ts';
import { woocommerceOrder, woocommerceReading } from '../support/woocommerce-webhooks.ts';

const TAX_LINES = [
  { rate_id: 1, rate_percent: 27 },
  { rate_id: 2, rate_percent: 5 },
  { rate_id: 3, rate_percent: 9.975, compound: true },
];

describe('the rows of a WooCommerce order', () => {
  it('add up to its total whatever its lines, or are the letter TotalsMismatch', () => {
    fc.assert(
      fc.property(lines, lines, lines, currency, offBy, sending, (items, shipping, fees, unit, off, send) => {
        const amount = (minor: number) => send(formatMinor(minor, unit));
        const total = sumOf([...items, ...shipping, ...fees].map((each) => each.net + each.tax));
        const toLines = (list: readonly Line[]) => list.map((each, index) => toBody(each, index, amount));

        const order = woocommerceOrder('order-created.minimal', {
          ...{ currency: unit, tax_lines: TAX_LINES, total: amount(total + off) },
          ...{ line_items: toLines(items), shipping_lines: toLines(shipping), fee_lines: toLines(fees) },
        });

        expect(sumOf(order.rows.map((row) => row.grossMinor))).toBe(total);
        for (const row of order.rows) {
          expect([row.netMinor, row.taxMinor, row.grossMinor].every(Number.isSafeInteger)).toBe(true);
          expect(row.netMinor + row.taxMinor).toBe(row.grossMinor);
          expect(row.quantity).toMatch(/^\d+(\.\d*[1-9])?$/);
          for (const rate of row.rates) expect(rate).toMatch(/^\d{1,2}(\.\d{0,5}[1-9])?$/);
        }
        const doesAddUp = !problemOf(order).startsWith('TotalsMismatch: The rows add up to');
        expect(doesAddUp).toBe(off === 0);
      }),
    );
  });

  it('come out to the exact total in whole forints, whether prices hold their tax or not', () => {
    fc.assert(
      fc.property(fc.array(forints, { minLength: 1, maxLength: 6 }), fc.boolean(), (goods, prices_include_tax) => {
        const line_items = goods.map(({ gross, quantity, rate }, index) => {
          const net = Math.round(gross / (1 + rate.percent / 100));
          const exact = gross - gross / (1 + rate.percent / 100);
          const taxes = [{ id: rate.id, total: exact.toFixed(6) }];
          return { id: index + 1, quantity, total: String(net), total_tax: String(gross - net), taxes };
        });
        const total = sumOf(goods.map(({ gross }) => gross));

        const order = woocommerceOrder('order-updated.huf', {
          ...{ prices_include_tax, line_items, shipping_lines: [], total: String(total) },
          tax_lines: [
            { rate_id: 1, rate_percent: 27 },
            { rate_id: 2, rate_percent: 18 },
            { rate_id: 3, rate_percent: 5 },
          ],
        });
        const drafts = translateOrder(order, shop, anAccount());

        expect(
          drafts.ok
            ? [drafts.value.invoice.totalMinor, sumOf(drafts.value.invoice.rows.map((row) => row.grossMinor))]
            : drafts.problem,
        ).toStrictEqual([total * 100, total * 100]);
      }),
    );
  });

  it('are read without an exception, whatever stands in place of their fields', () => {
    const keys = [
      'line_items',
      'tax_lines',
      'fee_lines',
      'refunds',
      'gift_cards',
      'meta_data',
      'billing',
      'status',
      'total',
      '_links',
    ];

    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue(), { maxKeys: 4 }), (fields) => {
        const reading = woocommerceReading('order-updated.huf', fields);

        expect(['snapshot', 'not-used', 'problem']).toContain(reading.kind);
        expect(JSON.stringify(reading)).not.toContain('NaN');
      }),
    );
  });
});

const line = fc.record({
  net: fc.integer({ min: -1_000_000, max: 50_000_000 }),
  tax: fc.nat({ max: 1_000_000 }),
  quantity: fc.oneof(
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1, max: 999 }).map((each) => each / 10),
  ),
  taxes: fc.subarray([1, 2, 3], { minLength: 1 }),
});
const lines = fc.array(line, { maxLength: 5 });
const currency = fc.constantFrom('HUF', 'EUR', 'JPY', 'KWD');
const offBy = fc.constantFrom(0, 0, 0, 1, -1, 4_500);
/** Plugins send numbers for texts. */
const sending = fc.constantFrom<(text: string) => string | number>((text) => text, Number);
const forints = fc.record({
  gross: fc.integer({ min: 1, max: 2_000_000 }),
  quantity: fc.integer({ min: 1, max: 40 }),
  rate: fc.constantFrom({ id: 1, percent: 27 }, { id: 2, percent: 18 }, { id: 3, percent: 5 }),
});

type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

const shop = aShopForEverything({ platform: 'woocommerce', tenant: 'shop.example.hu' });

const problemOf = (order: ReturnType<typeof woocommerceOrder>): string => {
  const drafts = translateOrder({ ...order, paid: true }, shop, anAccount());
  return drafts.ok ? '' : `${drafts.problem.name}: ${drafts.problem.text}`;
};

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

const toBody = (each: Line, index: number, amount: (minor: number) => string | number) => ({
  id: index + 1,
  quantity: each.quantity,
  total: amount(each.net),
  total_tax: amount(each.tax),
  taxes: each.taxes.map((id) => ({ id, total: '1' })),
});
