import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { NOTE_PLACES } from '../../../lib/shops/shopify/notes.ts';
import { parseShopsFile } from '../../../lib/shops/shops-file.ts';

const ACCOUNT = { secret: 'co3-bridge/acme', currency: 'HUF', seller: { country: 'HU' } };
const SHOP = {
  platform: 'shopify',
  tenant: 'acme.myshopify.com',
  account: 'acme',
  secret: 'co3-bridge/acme-shop',
  invoiceFrom: '2026-12-01T00:00:00+01:00',
};

it.each(['infra/shops.yml', 'infra/local/shops.yml'])('takes %s', (path) => {
  const settings = parseShopsFile(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

  expect(settings).toMatchObject({ ok: true });
});

it('sends nothing by default: the sample of a deployment is in shadow', () => {
  const sample = parseShopsFile(readFileSync(new URL('../../../infra/shops.yml', import.meta.url), 'utf8'));

  const modes = sample.ok ? [...sample.value.shops.values()].map(({ mode }) => mode) : [];

  expect(modes).toStrictEqual(['shadow']);
});

it('fills in the defaults', () => {
  const settings = parseShopsFile(fileWith({}));

  expect(settings).toStrictEqual({
    ok: true,
    value: {
      keepBuyersDays: 180,
      accounts: new Map([
        [
          'acme',
          {
            ...ACCOUNT,
            readBack: { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 },
            contract: {},
            id: 'acme',
          },
        ],
      ]),
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
            edits: 'correctDifference',
            bookPayments: {},
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

  const settings = parseShopsFile(yaml);

  expect(settings.ok && settings.value.shops.get('acme-shop')?.invoiceFrom).toBe(Date.UTC(2026, 10, 30, 23));
});

it.each([
  [{ mode: 'On' }, '✖ one of: shadow, supervised, on\n', 'mode'],
  [{ invoiceFrom: '2026-12-01' }, 'a moment with an offset such as 2026-12-01T00:00:00+01:00', 'invoiceFrom'],
  [{ invoiceFrom: undefined }, '✖ is missing; a moment with an offset such as 2026', 'invoiceFrom'],
  [{ issueOn: { transfer: 'placed' } }, 'names no `default`', 'issueOn'],
  [{ payments: { cod: 'card' } }, '✖ one of: transfer, cash, bankcard, cheque, ', 'payments.cod'],
  [{ tenant: 69312 }, '✖ the shop’s permanent name, in quotes where it is a number\n', 'tenant'],
  [{ shopId: 12345678 }, '✖ the numeric id of the shop, in quotes\n', 'shopId'],
  [{ paymentDays: 400 }, '✖ a whole number from 0 to 365\n', 'paymentDays'],
  [{ fxRate: { EUR: 0 } }, '✖ a rate above 0\n', 'fxRate.EUR'],
  [{ roundingRow: { name: 'Kerekítés', vat: '127' } }, 'a VAT percent is a text such as "27"', 'roundingRow.vat'],
  [{ vatCases: { zero: { vat: 'AAM', customerVatType: 'OTHER' } } }, '✖ is missing; a text\n', 'vatCases.zero.phrase'],
  [{ taxNumberPlaces: ['note_atributes.adoszam'] }, 'there are: note_attributes.NAME, note, ', 'taxNumberPlaces[0]'],
  [{ taxNumberPlaces: ['note_attributes.'] }, 'no place of an order', 'taxNumberPlaces[0]'],
  [{ vatCases: { domestic: {} } }, 'nothing is called `domestic`; there are: euBusiness, euConsumer, ', 'vatCases'],
  [
    { issueOn: { card: 'paid', default: 'paid' } },
    'nothing is called `card`; did you mean `bankcard`? There are: transfer, ',
    'issueOn',
  ],
  [{ issueOn: 'later' }, 'one of paid, placed, fulfilled, or one of these by way of paying', 'issueOn'],
  [{ fxRate: 400 }, '`letter`, `shop`, or rates by currency such as { EUR: 400 }', 'fxRate'],
  [{ refundDifference: { name: '', vat: '27' } }, '✖ a text that is not empty\n', 'refundDifference.name'],
  [{ refundDifference: { name: 'Jóváírás', vat: 27 } }, 'a VAT percent is a text such as "27"', 'refundDifference.vat'],
  [{ refundDifference: { name: 'Jóváírás', vat: 'TAM' } }, 'a VAT percent is a text', 'refundDifference.vat'],
  [
    { refundDifference: { name: 'Jóváírás' } },
    '✖ is missing; a VAT percent is a text such as "27"',
    'refundDifference.vat',
  ],
  [
    { refundDifference: { name: 'x', vat: '27', rate: '5' } },
    'no setting `rate`; there are: name, vat',
    'refundDifference',
  ],
  [{ edits: 'storno' }, '✖ one of: correctDifference, letter, storno-and-new\n', 'edits'],
  [{ bookPayments: { cash: true } }, '✖ one of: paid, paid-and-refunded\n', 'bookPayments.cash'],
  [{ bookPayments: 'paid' }, '✖ a map of words; there are: transfer, ', 'bookPayments'],
  [
    { bookPayments: { card: 'paid' } },
    'nothing is called `card`; did you mean `bankcard`? There are: transfer, cash, bankcard, cheque, other, c.o.d., direct debit',
    'bookPayments',
  ],
])('names a fault with its place and what is allowed: %j', (change, what, place) => {
  const settings = parseShopsFile(fileWith(change));

  const problem = settings.ok ? '' : settings.problem;
  expect(problem).toContain(what);
  expect(problem.endsWith(`\n  → at shops["acme-shop"].${place}`)).toBe(true);
});

it.each([
  { edits: 'correctDifference' },
  { edits: 'letter' },
  { edits: 'storno-and-new' },
  { bookPayments: { cash: 'paid', 'c.o.d.': 'paid-and-refunded' } },
  { refundDifference: { name: 'Jóváírás', vat: '27' } },
  { issueOn: { default: 'placed', transfer: 'paid' } },
])('keeps what stands in a shop: %j', (change) => {
  const settings = parseShopsFile(fileWith(change));

  expect(settings.ok ? settings.value.shops.get('acme-shop') : settings.problem).toMatchObject(change);
});

it('fills up how CO3 is searched where only a part of it is set', () => {
  const settings = parseShopsFile(fileWith({}, { readBack: { reads: 5, watchHours: 72 } }));

  expect(settings.ok && settings.value.accounts.get('acme')?.readBack).toStrictEqual({
    settleSeconds: 30,
    reads: 5,
    windowMinutes: 10,
    watchHours: 72,
  });
});

it.each([
  { settleSeconds: 30, reads: 3, windowMinutes: 10, watchHours: 24 },
  { settleSeconds: 3_600, reads: 20, windowMinutes: 720, watchHours: 720 },
])('lets CO3 be searched carefully, and still more so: %j', (readBack) => {
  expect(parseShopsFile(fileWith({}, { readBack }))).toMatchObject({ ok: true });
});

it.each([
  [{ settleSeconds: 29 }, 'a whole number from 30 to 3600', '.settleSeconds'],
  [{ settleSeconds: 3_601 }, 'a whole number from 30 to 3600', '.settleSeconds'],
  [{ reads: 2 }, 'a whole number from 3 to 20', '.reads'],
  [{ reads: 21 }, 'a whole number from 3 to 20', '.reads'],
  [{ reads: 3.5 }, 'a whole number from 3 to 20', '.reads'],
  [{ windowMinutes: 9 }, 'a whole number from 10 to 720', '.windowMinutes'],
  [{ windowMinutes: 721 }, 'a whole number from 10 to 720', '.windowMinutes'],
  [{ watchHours: 23 }, 'a whole number from 24 to 720', '.watchHours'],
  [{ watchHours: 721 }, 'a whole number from 24 to 720', '.watchHours'],
  [
    { settle: 60 },
    'no setting `settle`; did you mean `settleSeconds`? There are: settleSeconds, reads, windowMinutes, watchHours',
    '',
  ],
])('does not let it be searched less carefully, or for longer than makes sense: %j', (readBack, what, place) => {
  const settings = parseShopsFile(fileWith({}, { readBack }));

  expect(settings).toStrictEqual({ ok: false, problem: `✖ ${what}\n  → at accounts.acme.readBack${place}` });
});

it.each(['rate', '0', '27', '5.5', '100', 'EUT', 'K_AFA', '0_AAM'])('takes %s for the VAT of a case', (vat) => {
  expect(parseShopsFile(fileWith({ vatCases: { zero: { vat, phrase: '', customerVatType: 'OTHER' } } })).ok).toBe(true);
});

it.each(['', '27%', '27 %', '127', '-5', 'aam', 'Rate', '27,5', 'ÁFA'])('does not take %j for it', (vat) => {
  const settings = parseShopsFile(fileWith({ vatCases: { zero: { vat, phrase: '', customerVatType: 'OTHER' } } }));

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
  expect(parseShopsFile(fileWith({ giftCardsSold: { vat, phrase: '' } })).ok).toBe(expected);
});

it('takes every place that an order’s texts stand at', () => {
  const taxNumberPlaces = [...NOTE_PLACES, 'note_attributes.Adószám'];

  expect(parseShopsFile(fileWith({ taxNumberPlaces })).ok).toBe(true);
});

it('names both shops where two are the same', () => {
  const shops = { first: SHOP, second: SHOP, third: { ...SHOP, tenant: 'other.myshopify.com' } };

  const settings = parseShopsFile(stringify({ accounts: { acme: ACCOUNT }, shops }));

  expect(settings).toStrictEqual({
    ok: false,
    problem:
      '✖ acme.myshopify.com is the shop `first` already; `second` would be given its orders\n  → at shops.second.tenant',
  });
});

it('names every fault at once', () => {
  const settings = parseShopsFile(fileWith({ mode: 'live', unit: '', paymentDays: -1 }));

  const places = settings.ok ? [] : [...settings.problem.matchAll(/→ at (.*)/g)].map(([, place]) => place);

  expect(places).toStrictEqual(['mode', 'paymentDays', 'unit'].map((key) => `shops["acme-shop"].${key}`));
});

it.each([
  [
    'an account',
    fileWith({}, { currencies: [] }),
    '✖ no setting `currencies`; did you mean `currency`? There are: secret, currency, seller, readBack, contract\n  → at accounts.acme',
  ],
  [
    'the file',
    `${fileWith({})}\nshop: {}\n`,
    '✖ no setting `shop`; did you mean `shops`? There are: accounts, shops, keepBuyersDays',
  ],
])('refuses a word that it does not know, in %s, and says which there are', (_, yaml, problem) => {
  const settings = parseShopsFile(yaml);

  expect(settings).toStrictEqual({ ok: false, problem });
});

it('refuses a word that it does not know in a shop, at its place', () => {
  const settings = parseShopsFile(fileWith({ invoicesFrom: 'x' }));

  expect(settings.ok ? '' : settings.problem).toMatch(
    /^✖ no setting `invoicesFrom`; did you mean `invoiceFrom`\? There are: platform, tenant, .*\n {2}→ at shops\["acme-shop"\]$/,
  );
});

it.each([
  ['secret', 'mine/acme-shop', 'begins with co3-bridge/'],
  ['tenant', 'www.acme.hu', 'not its own domain'],
])('refuses a %s that could not work', (key, value, reason) => {
  const settings = parseShopsFile(fileWith({ [key]: value }));

  expect(settings.ok ? '' : settings.problem).toContain(reason);
  expect(settings.ok ? '' : settings.problem).toContain(`shops["acme-shop"].${key}`);
});

it('names the accounts that there are where a shop names another', () => {
  const settings = parseShopsFile(fileWith({ account: 'acne' }));

  expect(settings).toStrictEqual({
    ok: false,
    problem: '✖ no account `acne`; did you mean `acme`? There are: acme\n  → at shops["acme-shop"].account',
  });
});

it.each(['', 'accounts: [', 'accounts: {}\naccounts: {}\nshops: {}', '- a list'])(
  'refuses what is no map: %j',
  (yaml) => {
    const settings = parseShopsFile(yaml);

    expect(settings).toStrictEqual({ ok: false, problem: expect.stringMatching(/\S/) });
  },
);

function fileWith(shop: Readonly<Record<string, unknown>>, account: Readonly<Record<string, unknown>> = {}): string {
  return stringify({ accounts: { acme: { ...ACCOUNT, ...account } }, shops: { 'acme-shop': { ...SHOP, ...shop } } });
}
