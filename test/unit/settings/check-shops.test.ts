import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { PlatformsTraits } from '../../../lib/settings/platform-traits.ts';
import { checkSettings } from '../../../lib/settings/settings.ts';
import { PLATFORMS } from '../../support/platform-traits.ts';

it('takes shops that share nothing which only one may have', () => {
  const faults = faultsOf({
    first: { products: PRODUCTS, stock: { warehouses: { hall: '1', cellar: '2' } } },
    second: { tenant: 'second', account: 'beta', stock: { warehouses: { hall: '1' } } },
    third: { platform: 'plain', tenant: 'anything.hu' },
  });

  expect(faults).toStrictEqual([]);
});

it('names the accounts that there are where a shop names another', () => {
  const faults = faultsOf({ first: { account: 'acne' }, second: { tenant: 'second', account: 'constructor' } });

  expect(faults).toStrictEqual([
    ['shops.first.account', 'no account `acne`; did you mean `acme`? There are: acme, beta'],
    ['shops.second.account', 'no account `constructor`; there are: acme, beta'],
  ]);
});

it('names both shops where two are the same', () => {
  const faults = faultsOf({ first: {}, second: {}, third: { tenant: 'third' } });

  expect(faults).toStrictEqual([
    ['shops.second.tenant', 'only is the shop `first` already; `second` would be given its orders'],
  ]);
});

it('lets shops of two platforms bear one name', () => {
  const faults = faultsOf({ first: { tenant: 'acme' }, second: { platform: 'plain', tenant: 'acme' } });

  expect(faults).toStrictEqual([]);
});

it('refuses a name that the platform gives to none of its shops, and says which it gives', () => {
  const faults = faultsOf({ first: { tenant: 'www.acme.hu' }, second: { platform: 'plain', tenant: 'www.acme.hu' } });

  expect(faults).toStrictEqual([['shops.first.tenant', 'one word in small letters']]);
});

it.each([
  { platform: 'whole', places: ['note', 'fields.tax', 'fields.Adószám 2'], refused: [] },
  { platform: 'whole', places: ['notes', 'note', 'fields.', 'field.tax'], refused: [0, 2, 3] },
  { platform: 'plain', places: ['memo'], refused: [] },
  { platform: 'plain', places: ['note', 'fields.tax'], refused: [0, 1] },
])('takes only places that orders of $platform have: $places', ({ platform, places, refused }) => {
  const says = platform === 'whole' ? 'fields.NAME, note' : 'memo';

  const faults = faultsOf({ first: { platform, taxNumberPlaces: places } });

  expect(faults).toStrictEqual(
    refused.map((index) => [`shops.first.taxNumberPlaces[${index}]`, `no place of an order; there are: ${says}`]),
  );
});

it('refuses products and stock of a shop whose webhooks tell nothing of them', () => {
  const faults = faultsOf({
    first: { platform: 'plain', products: PRODUCTS, stock: { warehouses: { shop: '1' } } },
  });

  expect(faults).toStrictEqual([
    ['shops.first.products', 'webhooks of plain tell nothing of products; leave it out'],
    ['shops.first.stock', 'webhooks of plain tell nothing of stock; leave it out'],
  ]);
});

const PRODUCTS = { vat: '27', pricesIncludeVat: true };
const STOCK = { warehouses: { hall: '1' } };

it.each([
  ['products', { products: PRODUCTS }],
  ['stock', { stock: STOCK }],
  ['products and stock', { products: PRODUCTS, stock: STOCK }],
])(
  'lets products and stock of an account come from one shop alone, and names the one that keeps its %s',
  (kept, goods) => {
    const faults = faultsOf({
      first: { tenant: 'first' },
      second: { tenant: 'second', ...goods },
      other: { tenant: 'other', account: 'beta', products: PRODUCTS },
      third: { tenant: 'third', products: PRODUCTS },
      fourth: { tenant: 'fourth', products: PRODUCTS, stock: { warehouses: { shop: '2' } } },
      fifth: { tenant: 'fifth', stock: { warehouses: { shop: '3' } } },
    });

    expect(faults).toStrictEqual(
      ['third.products', 'fourth.products', 'fourth.stock', 'fifth.stock'].map((path) => [
        `shops.${path}`,
        `the shop \`second\` keeps ${kept} of the account \`acme\` already; both come from one shop, or its SKUs would meet the other’s`,
      ]),
    );
  },
);

it('lets a warehouse be kept by one place of a shop', () => {
  const faults = faultsOf({ first: { stock: { warehouses: { hall: '1', cellar: '2', attic: '1' } } } });

  expect(faults).toStrictEqual([
    [
      'shops.first.stock.warehouses.attic',
      'CO3’s warehouse 1 is kept by `first, hall` already; one level would overwrite the other',
    ],
  ]);
});

it('refuses a place that a shop with but one does not have', () => {
  const single = { ...PLATFORMS, whole: { ...PLATFORMS['whole'], stockPlace: 'shop' } } as PlatformsTraits;

  const faults = faultsOf({ first: { stock: { warehouses: { hall: '1', shop: '2' } } } }, single);

  expect(faults).toStrictEqual([['shops.first.stock.warehouses.hall', 'no place of the shop’s; there is one: shop']]);
});

it.each([
  [{ warehouses: {} }, 'shops.first.stock.warehouses', 'names no warehouse'],
  [{ warehouses: { shop: 1 } }, 'shops.first.stock.warehouses.shop', 'CO3’s id of a warehouse, in quotes'],
  [{ warehouses: { shop: '01' } }, 'shops.first.stock.warehouses.shop', 'CO3’s id of a warehouse, in quotes'],
  [{}, 'shops.first.stock.warehouses', 'is missing; CO3’s ids of warehouses by the shop’s ids of places'],
])('refuses a stock that cannot be kept: %j', (stock, path, message) => {
  expect(faultsOf({ first: { stock } })).toStrictEqual([[path, message]]);
});

it('tells of what several shops share in the same round as of what is wrong in each', () => {
  const faults = faultsOf({
    first: { mode: 'live', products: PRODUCTS },
    second: { products: { vat: 27 }, paymentDays: 400 },
    third: { platform: 'none', tenant: 'only', account: 'acne' },
  });

  expect(faults).toStrictEqual([
    ['shops.first.mode', 'one of: shadow, supervised, on'],
    ['shops.second.paymentDays', 'a whole number from 0 to 365'],
    ['shops.second.products.vat', 'a VAT percent is a text such as "27"'],
    [
      'shops.second.products.pricesIncludeVat',
      'is missing; `true` or `false`: whether the shop’s prices hold their VAT',
    ],
    ['shops.third.platform', 'one of: whole, plain'],
    ['shops.second.tenant', 'only is the shop `first` already; `second` would be given its orders'],
    [
      'shops.second.products',
      'the shop `first` keeps products of the account `acme` already; both come from one shop, or its SKUs would meet the other’s',
    ],
    ['shops.third.account', 'no account `acne`; did you mean `acme`? There are: acme, beta'],
  ]);
});

it('compares what can be read of a shop whose other settings cannot', () => {
  const faults = faultsOf({ first: { account: 5, stock: [] }, second: { taxNumberPlaces: 'note' } });

  expect(faults.map(([path]) => path)).toStrictEqual([
    'shops.first.account',
    'shops.first.stock',
    'shops.second.taxNumberPlaces',
    'shops.second.tenant',
  ]);
});

it('does without what cannot be read', () => {
  const faults = faultsOf({ first: 'a text', second: { tenant: 5, account: [], stock: [], taxNumberPlaces: 'note' } });

  expect(faults.map(([path]) => path)).toStrictEqual([
    'shops.first',
    'shops.second.tenant',
    'shops.second.account',
    'shops.second.taxNumberPlaces',
    'shops.second.stock',
  ]);
});

function faultsOf(
  shops: Readonly<Record<string, unknown>>,
  platforms = PLATFORMS,
): readonly (readonly [string, string])[] {
  const account = { secret: 'co3-bridge/a', currency: 'HUF', seller: { country: 'HU' } };
  const least = {
    platform: 'whole',
    tenant: 'only',
    account: 'acme',
    secret: 'co3-bridge/s',
    invoiceFrom: '2026-12-01T00:00:00+01:00',
  };
  const whole = Object.fromEntries(
    Object.entries(shops).map(([id, shop]) => [id, typeof shop === 'object' ? { ...least, ...shop } : shop]),
  );
  const settings = checkSettings(stringify({ accounts: { acme: account, beta: account }, shops: whole }), {
    platforms,
    ofContract: () => [],
  });
  return settings.ok ? [] : settings.problem.map(({ path, message }) => [toPath(path), message]);
}

function toPath(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
}
