import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { orderKeyOf, orderSnapshotSchema } from '../../../lib/event/snapshot.ts';
import { anOrder, aRow } from '../../support/orders.ts';

it('takes an order as it is', () => {
  const parsed = z.parse(orderSnapshotSchema(), anOrder());

  expect(parsed).toStrictEqual(anOrder());
});

it.each([
  ['no buyer', { buyer: null, shipTo: null }],
  ['no rows and no refunds', { rows: [], refunds: [] }],
  ['a rate of exchange', { shopCurrency: 'HUF', shopRate: '400.123456' }],
  ['a number that is any text', { number: '' }],
])('takes an order with %s', (_, change) => {
  const parsed = z.safeParse(orderSnapshotSchema(), { ...anOrder(), ...change });

  expect(parsed).toMatchObject({ success: true });
});

it.each([
  ['another kind', { kind: 'product' }, 'kind'],
  ['a platform that can be the name of none', { platform: 'Magento 2' }, 'platform'],
  ['no tenant', { tenant: '' }, 'tenant'],
  ['no id', { orderId: '' }, 'orderId'],
  ['a time without milliseconds', { createdAt: '2026-12-02T09:00:00Z' }, 'createdAt'],
  ['a time with another offset', { changedAt: '2026-12-02T09:00:00.000+01:00' }, 'changedAt'],
  ['a currency in small letters', { currency: 'huf' }, 'currency'],
  ['an amount that is no integer', { totalMinor: 6350.5 }, 'totalMinor'],
  ['an amount beyond what is exact', { totalMinor: 2 ** 53 }, 'totalMinor'],
  ['an amount as a text', { currentTotalMinor: '635000' }, 'currentTotalMinor'],
  ['a rate that is a number', { shopRate: 400 }, 'shopRate'],
  ['a quantity with a comma', { rows: [aRow({ quantity: '1,5' })] }, 'rows.0.quantity'],
  ['a percent sign', { rows: [aRow({ rates: ['27%'] })] }, 'rows.0.rates.0'],
  ['a flag where the time of fulfilment belongs', { fulfilledAt: true }, 'fulfilledAt'],
])('refuses %s, by its place', (_, change, place) => {
  const parsed = z.safeParse(orderSnapshotSchema(), { ...anOrder(), ...change });

  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toStrictEqual([place]);
});

it('refuses a word that it does not know', () => {
  const parsed = z.safeParse(orderSnapshotSchema(), { ...anOrder(), fulfilled: true });

  expect(parsed.error?.issues.map(({ code }) => code)).toStrictEqual(['unrecognized_keys']);
});

it('keys an order by the shop’s own ids', () => {
  expect(orderKeyOf(anOrder())).toBe('shopify:acme.myshopify.com#1001');
});
