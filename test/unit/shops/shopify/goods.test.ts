import { describe, expect, it } from 'vitest';
import { snapshotSchema } from '../../../../lib/event/snapshot.ts';
import { shopify } from '../../../../lib/shops/shopify/shopify.ts';
import { shopifyShop, webhookFixture, webhookWith } from '../../../support/webhooks.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const GOODS = ['products: { vat: "27", pricesIncludeVat: true }', 'stock: { warehouses: { "70500000001": "1" } }'];
const PRODUCT = 'products-update.two-variants';
const LEVEL = 'inventory_levels-update';

const VARIANT = {
  id: 44_100_000_009,
  title: 'M',
  sku: 'T-M',
  barcode: null,
  price: '100.00',
  taxable: true,
  inventory_item_id: 46_200_000_009,
};
const READ = {
  itemId: '46200000009',
  sku: 'T-M',
  name: 'Lenvászon terítő – M',
  ean: '',
  price: '100.00',
  taxClass: '',
  stock: null,
};

describe('a product', () => {
  it.each(['products/create', 'products/update', 'products/delete'])('is read whole under %s', (topic) => {
    const reading = readingOf(PRODUCT, topic);

    expect(reading).toStrictEqual({
      kind: 'snapshot',
      snapshot: {
        kind: 'product',
        platform: 'shopify',
        tenant: 'acme.myshopify.com',
        productId: '8200000002001',
        changedAt: '2026-12-02T09:15:30.000Z',
        isDeleted: false,
        isPartial: false,
        manufacturer: 'Szövőszék Kft.',
        group: 'Terítők',
        description: 'Szél: 140 cm & fej.\nMosható\nVasalható',
        variants: [
          {
            itemId: '271878346596884015',
            sku: 'TERITO-180',
            name: 'Lenvászon terítő – 140 × 180',
            ean: '5990001112223',
            price: '12990.00',
            taxClass: '',
            stock: null,
          },
          {
            itemId: '46200000002002',
            sku: 'TERITO-240',
            name: 'Lenvászon terítő – 140 × 240',
            ean: '',
            price: '16990.00',
            taxClass: 'none',
            stock: null,
          },
        ],
      },
    });
  });

  it('is deleted from the time of reading on, where nothing but its id is left', () => {
    const reading = readingOf('products-delete', 'products/delete');

    expect(reading).toStrictEqual({
      kind: 'snapshot',
      snapshot: {
        kind: 'product',
        platform: 'shopify',
        tenant: 'acme.myshopify.com',
        productId: '788032119674292977',
        changedAt: '2026-12-02T10:00:00.000Z',
        isDeleted: true,
        isPartial: false,
        manufacturer: '',
        group: '',
        description: '',
        variants: [],
      },
    });
  });

  it.each([
    ['has no inventory item', { inventory_item_id: null }, { itemId: '44100000009' }],
    ['has ids as texts', { inventory_item_id: '820982911946154508' }, { itemId: '820982911946154508' }],
    ['is the only one', { title: 'Default Title' }, { name: 'Lenvászon terítő' }],
    ['has no title', { title: '' }, { name: 'Lenvászon terítő' }],
    ['has no SKU', { sku: null }, { sku: '' }],
    ['has a number as SKU', { sku: 12 }, { sku: '12' }],
    ['has an EAN of 8 digits', { barcode: '40170725' }, { ean: '40170725' }],
    ['has an UPC of 12 digits', { barcode: ' 036000291452 ' }, { ean: '036000291452' }],
    ['has a GTIN of 14 digits', { barcode: '10036000291459' }, { ean: '10036000291459' }],
    ['has a bar code of its own', { barcode: 'TERITO-1' }, { ean: '' }],
    ['has a bar code of 11 digits', { barcode: '03600029145' }, { ean: '' }],
    ['has no price', { price: null }, { price: null }],
    ['does not say whether it is taxed', { taxable: undefined }, { taxClass: '' }],
  ])('has a variant that %s', (_case, fields, expected) => {
    const reading = readingOf(PRODUCT, 'products/update', { variants: [{ ...VARIANT, ...fields }] });

    expect(variantsOf(reading)).toStrictEqual([{ ...READ, ...expected }]);
  });

  it('is told in part where it has more variants than are told', () => {
    const readings = [1, 2, undefined].map((gids) =>
      readingOf(PRODUCT, 'products/update', {
        variants: [VARIANT],
        variant_gids: gids === undefined ? undefined : Array.from({ length: gids }, () => ({})),
      }),
    );

    expect(readings.map((reading) => reading.kind === 'snapshot' && reading.snapshot)).toMatchObject([
      { isPartial: false },
      { isPartial: true },
      { isPartial: false },
    ]);
  });

  it.each([
    [{ admin_graphql_api_id: null, id: null }, 'admin_graphql_api_id and id are missing'],
    [{ updated_at: 'today' }, 'updated_at is no moment with an offset'],
    [{ variants: undefined }, 'variants is no list of objects'],
    [{ variants: [null] }, 'variants is no list of objects'],
    [{ variants: [{ ...VARIANT, price: '12,5' }] }, 'variants.0.price is no amount'],
    [
      { variants: [VARIANT, { price: '1', inventory_item_id: null, id: null }] },
      'variants.1.inventory_item_id and id are missing',
    ],
  ])('is named as a problem with %j', (fields, detail) => {
    const reading = readingOf(PRODUCT, 'products/update', fields);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });
});

describe('a stock level', () => {
  it.each(['inventory_levels/update', 'inventory_levels/connect'])('is read under %s', (topic) => {
    const reading = readingOf(LEVEL, topic);

    expect(reading).toStrictEqual({
      kind: 'snapshot',
      snapshot: {
        kind: 'stock',
        platform: 'shopify',
        tenant: 'acme.myshopify.com',
        itemId: '271878346596884015',
        locationId: '70500000001',
        changedAt: '2026-12-02T09:15:31.000Z',
        quantity: '4',
      },
    });
  });

  it.each([
    ['the exact text of admin_graphql_api_id', { inventory_item_id: 271878346596884000 }, '271878346596884015'],
    [
      'inventory_item_id without it',
      { inventory_item_id: 46200000002002, admin_graphql_api_id: null },
      '46200000002002',
    ],
  ])('takes its item from %s', (_case, fields, itemId) => {
    const reading = readingOf(LEVEL, 'inventory_levels/update', fields);

    expect(reading).toMatchObject({ kind: 'snapshot', snapshot: { itemId } });
  });

  it.each([
    [0, '0'],
    [-3, '-3'],
    ['12', '12'],
  ])('may be %j', (available, quantity) => {
    const reading = readingOf(LEVEL, 'inventory_levels/update', { available });

    expect(reading).toMatchObject({ kind: 'snapshot', snapshot: { quantity } });
  });

  it.each([null, undefined])('that is %j is not used: the item is not counted', (available) => {
    const reading = readingOf(LEVEL, 'inventory_levels/connect', { available });

    expect(reading).toStrictEqual({ kind: 'not-used', why: 'the item is not counted there' });
  });

  it.each([
    [{ available: 1.5 }, 'available is no number of pieces'],
    [{ location_id: null }, 'location_id is missing'],
    [{ updated_at: null }, 'updated_at is no moment with an offset'],
    [{ inventory_item_id: null, admin_graphql_api_id: null }, 'inventory_item_id is missing'],
  ])('is named as a problem with %j', (fields, detail) => {
    const reading = readingOf(LEVEL, 'inventory_levels/update', fields);

    expect(reading).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });

  it('is gone with its place, which tells no quantity', () => {
    const reading = readingOf(LEVEL, 'inventory_levels/disconnect');

    expect(reading.kind).toBe('not-used');
  });
});

it.each([
  [
    PRODUCT,
    'products/update',
    'the shop’s settings have neither `products` nor `stock`, without which no products are kept',
  ],
  [
    'products-delete',
    'products/delete',
    'the shop’s settings have neither `products` nor `stock`, without which no products are kept',
  ],
  [LEVEL, 'inventory_levels/update', 'the shop’s settings have no `stock`, without which no stock levels are kept'],
])('%s under %s is not used where the settings do not keep such', (name, topic, why) => {
  const reading = shopify.read(webhookFixture(`shopify/${name}.json`), shopifyShop(), topic, NOW);

  expect(reading).toStrictEqual({ kind: 'not-used', why });
});

it.each([
  [PRODUCT, 'products/update'],
  ['products-delete', 'products/delete'],
  [LEVEL, 'inventory_levels/update'],
])('reads %s as what the queue takes', (name, topic) => {
  const reading = readingOf(name, topic);

  const snapshot = reading.kind === 'snapshot' ? reading.snapshot : undefined;
  expect(snapshotSchema().parse(JSON.parse(JSON.stringify(snapshot)))).toStrictEqual(snapshot);
});

const readingOf = (name: string, topic: string, fields?: Readonly<Record<string, unknown>>) => {
  const file = `shopify/${name}.json`;
  const raw = fields === undefined ? webhookFixture(file) : webhookWith(file, fields);
  return shopify.read(raw, shopifyShop(GOODS), topic, NOW);
};

const variantsOf = (reading: ReturnType<typeof readingOf>) =>
  reading.kind === 'snapshot' && reading.snapshot.kind === 'product' ? reading.snapshot.variants : reading;
