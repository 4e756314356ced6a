import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { billedRows, invoiceRows } from '../../../lib/translate/invoice-rows.ts';
import { owedWithin } from '../../../lib/translate/owed.ts';
import { anAccount, anOrder, aRow, aShippingRow, aShop } from '../../support/orders.ts';

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
  const owed = owedWithin(order, shop.roundingRow === undefined ? 0 : 1);
  if (!owed.ok) return owed.problem.name;
  const sides = { order, shop, account: anAccount(), taxNumber: null };
  const rows = invoiceRows(sides, billedRows(order, owed.value, shop), owed.value.totalMinor, 'hu_HU');
  if (!rows.ok) return rows.problem.name;
  return rows.value.rows.map((row) => `${row.name} ${row.quantity} × ${row.unitNet} ${row.vat} ${row.grossMinor}`);
};
