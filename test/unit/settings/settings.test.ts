import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseSettings } from '../../../lib/settings/settings.ts';
import { NOTE_PLACES } from '../../../lib/settings/tax-number-places.ts';

const ACCOUNT = { secret: 'co3-bridge/acme', currency: 'HUF', seller: { country: 'HU' } };
const SHOP = {
  platform: 'shopify',
  tenant: 'acme.myshopify.com',
  account: 'acme',
  secret: 'co3-bridge/acme-shop',
  invoiceFrom: '2026-12-01T00:00:00+01:00',
};

it.each(['infra/shops.yml', 'infra/local/shops.yml'])('takes %s', (path) => {
  const settings = parseSettings(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

  expect(settings).toMatchObject({ ok: true });
});

it('sends nothing by default: the sample of a deployment is in shadow', () => {
  const sample = parseSettings(readFileSync(new URL('../../../infra/shops.yml', import.meta.url), 'utf8'));

  const modes = sample.ok ? [...sample.value.shops.values()].map(({ mode }) => mode) : [];

  expect(modes).toStrictEqual(['shadow']);
});

it('fills in the defaults', () => {
  const settings = parseSettings(fileWith({}));

  expect(settings).toStrictEqual({
    ok: true,
    value: {
      accounts: new Map([['acme', { ...ACCOUNT, contract: {}, id: 'acme' }]]),
      shops: new Map([
        [
          'acme-shop',
          {
            ...SHOP,
            invoiceFrom: Date.UTC(2026, 10, 30, 23),
            mode: 'shadow',
            issueOn: 'paid',
            currency: 'shop',
            paymentDays: 8,
            fulfilmentDate: 'issue',
            payments: {},
            vatCases: {},
            taxNumberPlaces: [],
            fxRate: 'letter',
            freeOrders: 'skip',
            unit: 'db',
            languages: { default: 'hu_HU' },
            contactCategories: [],
            id: 'acme-shop',
          },
        ],
      ]),
    },
  });
});

it('keeps a moment without quotes as it is written', () => {
  const yaml = fileWith({}).replace(/invoiceFrom: .*/, 'invoiceFrom: 2026-12-01T00:00:00+01:00');

  const settings = parseSettings(yaml);

  expect(settings.ok && settings.value.shops.get('acme-shop')?.invoiceFrom).toBe(Date.UTC(2026, 10, 30, 23));
});

it.each([
  [{ mode: 'On' }, 'expected one of "shadow"|"supervised"|"on"', 'mode'],
  [{ invoiceFrom: '2026-12-01' }, 'a moment with an offset such as 2026-12-01T00:00:00+01:00', 'invoiceFrom'],
  [{ invoiceFrom: undefined }, 'a moment with an offset', 'invoiceFrom'],
  [{ issueOn: { transfer: 'placed' } }, 'names no `default`', 'issueOn'],
  [{ payments: { cod: 'card' } }, '"transfer"|"cash"|"bankcard"', 'payments.cod'],
  [{ shopId: 12345678 }, 'expected string, received number', 'shopId'],
  [{ paymentDays: 400 }, 'expected number to be <=365', 'paymentDays'],
  [{ fxRate: { EUR: 0 } }, 'expected number to be >0', 'fxRate.EUR'],
  [{ roundingRow: { name: 'Kerekítés', vat: '127' } }, 'a VAT percent is a text such as "27"', 'roundingRow.vat'],
  [
    { vatCases: { zero: { vat: 'AAM', customerVatType: 'OTHER' } } },
    'expected string, received undefined',
    'vatCases.zero.phrase',
  ],
  [{ taxNumberPlaces: ['note_atributes.adoszam'] }, 'there are: note_attributes.NAME, note, ', 'taxNumberPlaces[0]'],
  [{ taxNumberPlaces: ['note_attributes.'] }, 'no place of an order', 'taxNumberPlaces[0]'],
  [{ vatCases: { domestic: {} } }, 'Unrecognized key: "domestic"', 'vatCases'],
])('names a fault with its place and what is allowed: %j', (change, what, place) => {
  const settings = parseSettings(fileWith(change));

  const problem = settings.ok ? '' : settings.problem;
  expect(problem).toContain(what);
  expect(problem.endsWith(`\n  → at shops["acme-shop"].${place}`)).toBe(true);
});

it.each(['rate', '0', '27', '5.5', '100', 'EUT', 'K_AFA', '0_AAM'])('takes %s for the VAT of a case', (vat) => {
  expect(parseSettings(fileWith({ vatCases: { zero: { vat, phrase: '', customerVatType: 'OTHER' } } })).ok).toBe(true);
});

it.each(['', '27%', '27 %', '127', '-5', 'aam', 'Rate', '27,5', 'ÁFA'])('does not take %j for it', (vat) => {
  const settings = parseSettings(fileWith({ vatCases: { zero: { vat, phrase: '', customerVatType: 'OTHER' } } }));

  expect(!settings.ok && settings.problem).toBe(
    '✖ `rate`, a percent from "0" to "100", or a code in capitals such as EUT\n  → at shops["acme-shop"].vatCases.zero.vat',
  );
});

it.each([
  ['27', true],
  ['TAM', true],
  ['rate', false],
  ['27%', false],
])('takes %s for the VAT of a sold gift card: %s', (vat, expected) => {
  expect(parseSettings(fileWith({ giftCardsSold: { vat, phrase: '' } })).ok).toBe(expected);
});

it('takes every place that an order’s texts stand at', () => {
  const taxNumberPlaces = [...NOTE_PLACES, 'note_attributes.Adószám'];

  expect(parseSettings(fileWith({ taxNumberPlaces })).ok).toBe(true);
});

it('names both shops where two are the same', () => {
  const shops = { first: SHOP, second: SHOP, third: { ...SHOP, tenant: 'other.myshopify.com' } };

  const settings = parseSettings(stringify({ accounts: { acme: ACCOUNT }, shops }));

  expect(settings).toStrictEqual({
    ok: false,
    problem:
      '✖ acme.myshopify.com is the shop `first` already; `second` would be given its orders\n  → at shops.second.tenant',
  });
});

it('names every fault at once', () => {
  const settings = parseSettings(fileWith({ mode: 'live', unit: '', paymentDays: -1 }));

  const places = settings.ok ? [] : [...settings.problem.matchAll(/→ at (.*)/g)].map(([, place]) => place);

  expect(places).toStrictEqual(['mode', 'paymentDays', 'unit'].map((key) => `shops["acme-shop"].${key}`));
});

it.each([
  [
    'an account',
    fileWith({}, { currencies: [] }),
    '✖ no setting `currencies`; there are: secret, currency, seller, contract\n  → at accounts.acme',
  ],
  ['the file', `${fileWith({})}\nshop: {}\n`, '✖ no setting `shop`; there are: accounts, shops'],
])('refuses a word that it does not know, in %s, and says which there are', (_, yaml, problem) => {
  const settings = parseSettings(yaml);

  expect(settings).toStrictEqual({ ok: false, problem });
});

it('refuses a word that it does not know in a shop, at its place', () => {
  const settings = parseSettings(fileWith({ invoicesFrom: 'x' }));

  expect(settings.ok ? '' : settings.problem).toMatch(
    /^✖ no setting `invoicesFrom`; there are: platform, tenant, .*\n {2}→ at shops\["acme-shop"\]$/,
  );
});

it.each([
  ['secret', 'mine/acme-shop', 'begins with co3-bridge/'],
  ['tenant', 'www.acme.hu', 'not its own domain'],
])('refuses a %s that could not work', (key, value, reason) => {
  const settings = parseSettings(fileWith({ [key]: value }));

  expect(settings.ok ? '' : settings.problem).toContain(reason);
  expect(settings.ok ? '' : settings.problem).toContain(`shops["acme-shop"].${key}`);
});

it('names the accounts that there are where a shop names another', () => {
  const settings = parseSettings(fileWith({ account: 'acne' }));

  expect(settings).toStrictEqual({
    ok: false,
    problem: '✖ no account `acne`; there are: acme\n  → at shops["acme-shop"].account',
  });
});

it.each(['', 'accounts: [', 'accounts: {}\naccounts: {}\nshops: {}', '- a list'])(
  'refuses what is no map: %j',
  (yaml) => {
    const settings = parseSettings(yaml);

    expect(settings).toStrictEqual({ ok: false, problem: expect.stringMatching(/\S/) });
  },
);

function fileWith(shop: Readonly<Record<string, unknown>>, account: Readonly<Record<string, unknown>> = {}): string {
  return stringify({ accounts: { acme: { ...ACCOUNT, ...account } }, shops: { 'acme-shop': { ...SHOP, ...shop } } });
}
