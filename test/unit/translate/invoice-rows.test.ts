import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { billedRows, invoiceRows } from '../../../lib/translate/invoice-rows.ts';
import { owedOf } from '../../../lib/translate/owed.ts';
import { anAccount, anOrder, aRefund, aRow, aShippingRow, aShop } from '../../support/orders.ts';

const FREE = { netMinor: 0, taxMinor: 0, grossMinor: 0 };
const gift = aRow({ ...FREE, id: 'gift', name: 'Ajándék', rates: [] });
const freeShipping = aShippingRow({ ...FREE, rates: ['18'] });

describe('free rows', () => {
  it('stand on no document beside others', () => {
    expect(rowsOf({ rows: [aRow(), gift, freeShipping], totalMinor: 508_000 }, {})).toStrictEqual([
      'Bögre 2 × 2000.00 27 508000',
    ]);
  });

  it('are the goods of an order that is free as a whole and is to be invoiced', () => {
    const order = { rows: [gift, freeShipping], totalMinor: 0 };

    expect(rowsOf(order, { freeOrders: 'invoice' })).toStrictEqual(['Ajándék 2 × 0.00 27 0']);
    expect(rowsOf(order, { freeOrders: 'skip' })).toStrictEqual([]);
  });

  it('stand on no document of an order that an edit made cost something', () => {
    const order = { rows: [gift, aRow()], totalMinor: 0, currentTotalMinor: 508_000 };

    expect(rowsOf(order, { freeOrders: 'invoice' })).toStrictEqual(['Bögre 2 × 2000.00 27 508000']);
  });
});

describe('a rounding row', () => {
  it('takes up what the rows miss', () => {
    const roundingRow = { name: 'Kerekítés', vat: '0' };

    expect(rowsOf({ rows: [aRow()], totalMinor: 507_999 }, { roundingRow })).toStrictEqual([
      'Bögre 2 × 2000.00 27 508000',
      'Kerekítés -1 × 0.01 0 -1',
    ]);
  });

  it('is not there where nothing is missed', () => {
    const roundingRow = { name: 'Kerekítés', vat: '0' };

    expect(rowsOf({ rows: [aRow()], totalMinor: 508_000 }, { roundingRow })).toStrictEqual([
      'Bögre 2 × 2000.00 27 508000',
    ]);
  });
});

describe('a row for the difference of a refund', () => {
  const refundDifference = { name: 'Jóváírás', vat: '27' };

  it('takes up what went back beyond the rows', () => {
    const refunds = [aRefund({ rows: [], returnedMinor: 12_700 })];

    expect(rowsOf({ rows: [aRow()], totalMinor: 508_000, refunds }, { refundDifference })).toStrictEqual([
      'Bögre 2 × 2000.00 27 508000',
      'Jóváírás -1 × 100.00 27 -12700',
    ]);
  });

  it('is not there where what went back is what the rows say', () => {
    expect(rowsOf({ rows: [aRow()], totalMinor: 508_000 }, { refundDifference })).toStrictEqual([
      'Bögre 2 × 2000.00 27 508000',
    ]);
  });
});

it.each([
  ['with', true, 'Bögre 2 × 31.89 27 8100'],
  ['without', false, 'Bögre 2 × 31.89 27 8100'],
])('come to the gross where a tax is rounded to forints, prices %s tax', (_title, taxesIncluded, row) => {
  const rows = [aRow({ netMinor: 6300, taxMinor: 1800, grossMinor: 8100 })];

  expect(rowsOf({ rows, taxesIncluded, totalMinor: 8100 }, {})).toStrictEqual([row]);
});

it('stops at the first row whose VAT nobody knows', () => {
  const rows = [aRow(), aRow({ netMinor: 100, taxMinor: 0, grossMinor: 100, rates: [], kind: 'tip' })];

  expect(rowsOf({ rows, totalMinor: 508_100 }, {})).toBe('VatCaseNotMapped');
});

const rowsOf = (orderOverrides: Partial<OrderSnapshot>, shopOverrides: Partial<ShopSettings>) => {
  const order = anOrder(orderOverrides);
  const shop = aShop(shopOverrides);
  const owed = owedOf(order, {
    perRowMinor: shop.roundingRow === undefined ? 0 : 1,
    refundDifference: shop.refundDifference !== undefined,
  });
  if (!owed.ok) return owed.problem.name;
  const sides = { order, shop, account: anAccount(), taxNumber: null };
  const rows = invoiceRows(sides, billedRows(order, owed.value, shop), owed.value, 'hu_HU');
  if (!rows.ok) return rows.problem.name;
  return rows.value.rows.map((row) => `${row.name} ${row.quantity} × ${row.unitNet} ${row.vat} ${row.grossMinor}`);
};
