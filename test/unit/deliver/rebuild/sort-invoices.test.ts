import { expect, it } from 'vitest';
import type { ShownInvoice } from '../../../../lib/co3/invoice-reads.ts';
import { type Sorted, sortInvoices } from '../../../../lib/deliver/rebuild/sort-invoices.ts';
import { aShownInvoice } from '../../../support/audits.ts';
import { aShop } from '../../../support/orders.ts';

const OF_1001 = 'test/shopify:acme.myshopify.com/1001';
const OF_1002 = 'test/shopify:acme.myshopify.com/1002';

it('gives each order its documents in the order of their making', () => {
  const sorted = sort(
    shown('10', `${OF_1001}/storno:1/1`, { stornoId: '9' }),
    shown('12', `${OF_1001}/invoice/2`),
    shown('9', `${OF_1001}/invoice/1`),
    shown('11', `${OF_1002}/invoice/1`),
  );

  expect(idsOf(sorted)).toStrictEqual({
    'shopify:acme.myshopify.com#1001': ['9', '10', '12'],
    'shopify:acme.myshopify.com#1002': ['11'],
  });
  expect(sorted).toMatchObject({ ...CLEAN, markers: 4 });
});

it('leaves alone what is not ours', () => {
  const sorted = sort(
    shown('9', 'WooCommerce #9'),
    shown('10', `${OF_1001}/invoice/1`.replace('test', 'prod')),
    shown('11', `${OF_1001}/invoice/1`.replace('acme', 'other')),
  );

  expect(idsOf(sorted)).toStrictEqual({});
  expect(sorted).toMatchObject({ ...CLEAN, markers: 0 });
});

it('takes the first of two documents with one marker, and names both', () => {
  const sorted = sort(shown('12', `${OF_1001}/invoice/1`), shown('9', `${OF_1001}/invoice/1`));

  expect(idsOf(sorted)).toStrictEqual({ 'shopify:acme.myshopify.com#1001': ['9'] });
  expect(sorted).toMatchObject({
    ...CLEAN,
    doubles: [{ marker: `${OF_1001}/invoice/1`, invoices: [named('9'), named('12')] }],
  });
});

it('names what was made in CO3 of a document of ours, and takes it for none of ours', () => {
  const sorted = sort(
    shown('9', `${OF_1001}/invoice/1`),
    shown('10', `${OF_1001}/correction:1/1`, { stornoId: '9' }),
    // The invoice itself stands on a day that was not read.
    shown('11', `${OF_1002}/invoice/1`, { stornoId: '3' }),
    shown('12', `${OF_1001}/correction:1/1`, { stornoId: '10' }),
  );

  expect(idsOf(sorted)).toStrictEqual({ 'shopify:acme.myshopify.com#1001': ['9', '10'] });
  expect(sorted).toMatchObject({ ...CLEAN, copies: [named('11'), named('12')] });
});

it('names what bears no whole marker of a document', () => {
  const sorted = sort(shown('9', `${OF_1001}/inv`), shown('10', `${OF_1001}/payment:1/1`));

  expect(idsOf(sorted)).toStrictEqual({});
  expect(sorted).toMatchObject({
    ...CLEAN,
    markers: 0,
    pieces: [
      { ...named('9'), comment: `${OF_1001}/inv` },
      { ...named('10'), comment: `${OF_1001}/payment:1/1` },
    ],
  });
});

it('names what is ours and cannot be read', () => {
  const sorted = sort(shown('9', `${OF_1001}/invoice/1`, { grossMinor: null }));

  expect(idsOf(sorted)).toStrictEqual({});
  expect(sorted).toMatchObject({ ...CLEAN, unreadable: [{ ...named('9'), marker: `${OF_1001}/invoice/1` }] });
});

const CLEAN = { doubles: [], copies: [], pieces: [], unreadable: [] };

const named = (id: string) => ({ id, number: `V-${id}` });

const sort = (...invoices: readonly ShownInvoice[]): Sorted => sortInvoices(invoices, 'test', [aShop()]);

const shown = (id: string, marker: string, overrides: Partial<ShownInvoice> = {}): ShownInvoice =>
  aShownInvoice({
    ...named(id),
    comment: `${marker}\nRendelés`,
    rows: [{ name: 'Bögre', quantity: '1', unit: 'db', unitNet: '5000.00', vat: '27', note: '' }],
    ...overrides,
  });

const idsOf = ({ documents }: Sorted) =>
  Object.fromEntries([...documents].map(([key, ofOrder]) => [key, ofOrder.map(({ id }) => id)]));
