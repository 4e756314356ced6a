import { describe, expect, it } from 'vitest';
import { woocommerce } from '../../../../lib/shops/woocommerce/woocommerce.ts';
import { webhookWith } from '../../../support/webhooks.ts';
import { WITH_GOODS, woocommerceShop } from '../../../support/woocommerce-webhooks.ts';

const NOW = Date.parse('2026-12-02T12:00:00Z');

const read = (fields: object, settings: readonly string[] = WITH_GOODS, topic = 'product.updated') =>
  woocommerce.read(
    webhookWith('woocommerce/product-updated.simple.json', { ...fields }),
    woocommerceShop(settings),
    topic,
    NOW,
  );

const productOf = (fields: object, settings: readonly string[] = WITH_GOODS) => {
  const reading = read(fields, settings);
  if (reading.kind !== 'snapshot' || reading.snapshot.kind !== 'product') throw new Error(JSON.stringify(reading));
  return reading.snapshot;
};

const variantOf = (fields: object, settings: readonly string[] = WITH_GOODS) => productOf(fields, settings).variants[0];

describe('readProduct', () => {
  it('reads a product as one variant', () => {
    expect(productOf({})).toStrictEqual({
      kind: 'product',
      platform: 'woocommerce',
      tenant: 'shop.example.hu',
      productId: '31',
      changedAt: '2026-12-02T09:00:00.000Z',
      isDeleted: false,
      isPartial: false,
      manufacturer: 'Minta',
      group: 'Konyha & étkező',
      description: 'Zománcozott bögre.\n3 dl\nkék & fehér',
      variants: [
        {
          itemId: '31',
          sku: 'MUG-1',
          name: 'Bögre – kék',
          ean: '5991234567890',
          price: '2540',
          taxClass: 'reduced-rate',
          stock: '12',
        },
      ],
    });
  });

  it('reads a variation as a product of its own', () => {
    const product = productOf({ id: 33, type: 'variation', parent_id: 32, name: 'Tányér - Fehér' });

    expect([product.productId, product.variants.map(({ itemId, name }) => [itemId, name])]).toStrictEqual([
      '33',
      [['33', 'Tányér - Fehér']],
    ]);
  });

  it.each(['variable', 'variable-subscription', 'grouped', 'external'])(
    'reads a %s product as one that nobody buys',
    (type) => {
      expect(productOf({ type }).variants).toStrictEqual([]);
    },
  );

  it.each(['simple', 'variation', 'subscription', 'bundle', 'booking'])('reads a %s as one that is bought', (type) => {
    expect(productOf({ type }).variants).toHaveLength(1);
  });

  it.each([
    ['a number', { sku: 123 }, 'sku', '123'],
    ['no SKU', { sku: '' }, 'sku', ''],
    ['no price', { price: '' }, 'price', null],
    ['a price that is a number', { price: 21.99 }, 'price', '21.99'],
    ['no tax', { tax_status: 'none' }, 'taxClass', 'none'],
    ['tax on the goods, of the ordinary class', { tax_class: '' }, 'taxClass', ''],
    ['tax on the shipping alone', { tax_status: 'shipping', tax_class: '' }, 'taxClass', ''],
    ['eight digits', { global_unique_id: 12345678 }, 'ean', '12345678'],
    ['a number that is no EAN', { global_unique_id: '123456789' }, 'ean', ''],
    ['letters for an EAN', { global_unique_id: '978-963-00-0' }, 'ean', ''],
    ['a fraction in stock', { stock_quantity: 16.5 }, 'stock', '16.5'],
    ['stock as a text', { stock_quantity: '12' }, 'stock', '12'],
    ['more sold than there was', { stock_quantity: -2 }, 'stock', '-2'],
    ['stock that is not counted', { manage_stock: false }, 'stock', null],
    ['stock that is counted with its parent', { manage_stock: 'parent' }, 'stock', null],
    ['stock of which nobody knows', { stock_quantity: null }, 'stock', null],
  ] as const)('reads %s', (_case, fields, key, expected) => {
    expect(variantOf(fields)?.[key]).toBe(expected);
  });

  it('tells no stock where the settings have none', () => {
    expect(variantOf({}, ['products: { vat: "27", pricesIncludeVat: true }'])?.stock).toBeNull();
  });

  it('leaves empty what a product has not', () => {
    const { manufacturer, group, description } = productOf({ brands: undefined, categories: [], description: null });

    expect([manufacturer, group, description]).toStrictEqual(['', '', '']);
  });

  it.each([
    ['a price that is none', { price: 'ask us' }, 'price is no number'],
    ['stock that is none', { stock_quantity: 'plenty' }, 'stock_quantity is no number'],
  ])('names the place of %s', (_case, fields, detail) => {
    expect(read(fields)).toStrictEqual({ kind: 'problem', problem: 'UnreadablePayload', detail, orderId: null });
  });

  it('names every place that a product lacks', () => {
    const reading = read({ type: null, name: null, date_modified_gmt: null });

    expect('detail' in reading ? reading.detail.split('; ').map((part) => part.split(' ')[0]) : []).toStrictEqual([
      'type',
      'name',
      'date_modified_gmt',
    ]);
  });

  it.each(['auto-draft', 'draft', 'pending', 'importing', 'trash'])('uses no product of the status %s', (status) => {
    expect(read({ status })).toStrictEqual({ kind: 'not-used', why: 'the product is not published' });
  });
});

describe('a product that is deleted', () => {
  it('is told by its id alone, and was so when the message came', () => {
    const reading = woocommerce.read(Buffer.from('{"id":31}'), woocommerceShop(WITH_GOODS), 'product.deleted', NOW);

    expect(reading).toStrictEqual({
      kind: 'snapshot',
      snapshot: {
        ...{ kind: 'product', platform: 'woocommerce', tenant: 'shop.example.hu', productId: '31' },
        ...{ changedAt: '2026-12-02T12:00:00.000Z', isDeleted: true, isPartial: false },
        ...{ manufacturer: '', group: '', description: '', variants: [] },
      },
    });
  });

  it('is there all the same where its whole body comes: the topic is not signed', () => {
    expect(read({}, WITH_GOODS, 'product.deleted')).toStrictEqual(read({}));
  });

  it('cannot be read without an id', () => {
    const reading = woocommerce.read(Buffer.from('{}'), woocommerceShop(WITH_GOODS), 'product.deleted', NOW);

    expect(reading.kind).toBe('problem');
  });
});
