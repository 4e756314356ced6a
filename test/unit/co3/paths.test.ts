import { expect, it } from 'vitest';
import { METHODS } from '../../../lib/co3/contract-table.ts';
import { isKnownTag, pathOf } from '../../../lib/co3/paths.ts';
import { parseShopsFile } from '../../../lib/shops/shops-file.ts';

it.each([
  ['setContact', 'contact_email', 'buyer.email'],
  ['setContact', 'contact_vat_number', 'buyer.taxNumber'],
  ['setContact', 'contact_lastname', 'buyer.name.last'],
  ['setContact', 'contact_firm', 'buyer.company'],
  ['setContact', 'contact_owner', 'settings.contactOwner'],
  ['setContact', 'contact_categories', 'settings.contactCategories'],
  ['setInvoice', 'currency', 'settings.currency'],
  ['setInvoice', 'method', 'settings.payments'],
  ['setInvoice', 'language', 'settings.languages'],
  ['setInvoice', 'bank_account', 'settings.bankAccount'],
  ['setInvoice', 'customer_vat_type', 'settings.vatCases'],
  ['setInvoice', 'vat', 'rows.2.rates'],
  ['setInvoice', 'quantity', 'rows.2.quantity'],
  ['setProduct', 'vat', 'settings.products'],
  ['removeStock', 'warehouse_id', 'settings.stock'],
  ['setContact', 'vat', ''],
  ['setInvoice', 'crdr', ''],
  ['setInvoice', 'constructor', ''],
  ['constructor', 'name', ''],
])('finds for %s %s the place «%s»', (method, tag, expected) => {
  const path = pathOf(method, tag, 2);

  expect(path).toBe(expected);
});

it('names the rows where the row is not known', () => {
  const path = pathOf('setInvoice', 'vat', null);

  expect(path).toBe('rows');
});

it.each([
  ['contact_email', true],
  ['vat', true],
  ['crdr', false],
  ['toString', false],
])('tells of %s whether it has a place in some call: %s', (tag, expected) => {
  const known = isKnownTag(tag);

  expect(known).toBe(expected);
});

it('leads to settings that there are', () => {
  const settings = parseShopsFile(SETTINGS);
  const shop = settings.ok ? settings.value.shops.get('sample') : undefined;

  const named = Object.entries(METHODS).flatMap(([method, { sends }]) =>
    Object.keys(sends).map((tag) => pathOf(method, tag, 0)),
  );
  const keys = named.filter((path) => path.startsWith('settings.')).map((path) => path.replace('settings.', ''));

  expect(new Set(keys).size).toBeGreaterThan(8);
  expect(keys.filter((key) => !Object.hasOwn(shop ?? {}, key))).toStrictEqual([]);
});

const SETTINGS = `
accounts:
  sample: { secret: co3-bridge/sample, currency: HUF, seller: { country: HU } }
shops:
  sample:
    platform: shopify
    tenant: sample.myshopify.com
    account: sample
    secret: co3-bridge/sample-shop
    invoiceFrom: 2026-12-01T00:00:00+01:00
    contactOwner: "1"
    bankAccount: "1"
    products: { vat: "27", pricesIncludeVat: true }
    stock: { warehouses: { "1": "1" } }
`;
