import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { checkShopsFile } from '../../lib/cli/check-shops-file.ts';

export type Tree = { readonly [name: string]: unknown };

/** One account and one shop with every kind of setting. */
export const SETTINGS_SAMPLE: Tree = {
  keepBuyersDays: 90,
  accounts: {
    acme: {
      secret: 'co3-bridge/acme',
      currency: 'HUF',
      seller: { country: 'HU' },
      readBack: { settleSeconds: 60, reads: 4, windowMinutes: 30, watchHours: 72 },
      contract: {
        setContact: { method: 'setCustomer', resource: 'crm', idTag: 'customer_id', tags: { contact_email: 'email' } },
        values: { customer_vat_type: { PRIVATE_PERSON: 'PIVATE_PERSON' } },
        envelope: { tags: {} },
        assumptions: { passwordMd5: 'upper', commentKept: false, rounding: 'row', priceDecimals: 6 },
      },
    },
  },
  shops: {
    'acme-shop': {
      platform: 'shopify',
      tenant: 'acme.myshopify.com',
      shopId: '12345678',
      account: 'acme',
      secret: 'co3-bridge/acme-shop',
      invoiceFrom: '2026-12-01T00:00:00+01:00',
      mode: 'shadow',
      issueOn: { default: 'paid', 'c.o.d.': 'fulfilled' },
      currency: 'shop',
      paymentDays: 8,
      fulfilmentDate: 'issue',
      payments: { 'Cash on Delivery (COD)': 'c.o.d.' },
      vatCases: { zero: { vat: 'AAM', phrase: '', customerVatType: 'OTHER' } },
      taxNumberPlaces: ['note_attributes.adoszam', 'note'],
      fxRate: { EUR: 400 },
      giftCardsSold: { vat: 'TAM', phrase: 'utalvány' },
      roundingRow: { name: 'Kerekítés', vat: '27' },
      refundDifference: { name: 'Jóváírás', vat: '27' },
      costVat: '27',
      edits: 'letter',
      bookPayments: { bankcard: 'paid-and-refunded' },
      freeOrders: 'skip',
      unit: 'db',
      languages: { default: 'hu_HU' },
      contactOwner: 'webshop',
      contactCategories: ['Webshop'],
      bankAccount: 'OTP',
      products: { vat: '27', vatByTaxClass: { reduced: '5' }, pricesIncludeVat: true, currency: 'EUR' },
      stock: { warehouses: { shop: '1' } },
    },
  },
};

/** The tree with another value at the path; `undefined` takes away what is there. */
export const withValue = (tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown => {
  if (name === undefined) return value;
  if (Array.isArray(tree))
    return tree.map((item: unknown, index) => (String(index) === name ? withValue(item, rest, value) : item));
  const entries = Object.entries(typeof tree === 'object' && tree !== null ? tree : {});
  const known = entries.find(([key]) => key === name)?.[1];
  const changed = withValue(known, rest, value);
  const others = entries.filter(([key]) => key !== name);
  return Object.fromEntries(changed === undefined ? others : [...others, [name, changed]]);
};

/** The paths of everything in the tree. */
export const placesIn = (tree: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([name, value]) => {
        const own = [...path, name];
        return [own, ...placesIn(value, own)];
      })
    : [];

/** What the bridge says of a file that is written as JSON, which is YAML too. No schema can say which accounts there are. */
export const bridgeTakes = (tree: unknown): boolean => {
  const settings = checkShopsFile(JSON.stringify(tree));
  return settings.ok || settings.problem.every(({ message }) => message.startsWith('no account '));
};

/** What an editor says of the file: a reader of the committed JSON Schema that shares nothing with what wrote it. */
export const makeSchemaTakes = (): ((tree: unknown) => boolean) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(
    JSON.parse(readFileSync(new URL('../../infra/shops.schema.json', import.meta.url), 'utf8')),
  );
  return (tree) => validate(tree);
};
