import { describe, expect, it } from 'vitest';
import { makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { webhookFixture, webhookWith } from '../../../support/webhooks.ts';

const PRODUCT = 'shopify/products-update.two-variants.json';
const LEVEL = 'shopify/inventory_levels-update.json';
const PRODUCTS = '    products: { vat: "27", vatByTaxClass: { none: "0" }, pricesIncludeVat: true }\n';
const STOCK = '    stock: { warehouses: { "655441491": "1" } }\n';

describe('bridge preview of a product', () => {
  it('shows each variant with its net price and its call, without keys', async () => {
    const { preview } = benchOf(webhookFixture(PRODUCT), PRODUCTS);

    const { code, stdout } = await preview('products/update');

    expect(code).toBe(0);
    expect(stdout).toContain('Each SKU is looked up in CO3');
    expect(stdout.match(/<setProduct>/g)).toHaveLength(2);
    expect(stdout).toContain('<api_key><![CDATA[…]]></api_key>');
  });

  it('gives snapshot, drafts and calls as JSON', async () => {
    const { preview } = benchOf(webhookFixture(PRODUCT), PRODUCTS);

    const { stdout } = await preview('products/update', '--json');

    const { snapshot, variants } = JSON.parse(stdout);
    expect(snapshot.kind).toBe('product');
    expect(
      variants.map(({ draft, letter }: { draft: { vat: string }; letter: unknown }) => [draft.vat, letter]),
    ).toStrictEqual([
      ['27', null],
      ['0', null],
    ]);
  });

  it('ends with 1 and shows the letter of a variant without a SKU', async () => {
    const raw = webhookWith(PRODUCT, { variants: [{ id: 1, title: 'Kék', sku: '', price: '100', taxable: true }] });
    const { preview } = benchOf(raw, PRODUCTS);

    const { code, stdout } = await preview('products/update');

    expect(code).toBe(1);
    expect(stdout).toContain('SkuMissing');
  });

  it.each([
    [
      'the shop is in shadow',
      'shadow' as const,
      PRODUCTS,
      'products/update',
      {},
      'The shop is in shadow: nothing is sent.',
    ],
    ['only stock is kept', 'on' as const, STOCK, 'products/update', {}, 'the settings keep no products'],
    ['it was deleted', 'on' as const, PRODUCTS, 'products/delete', null, 'a product that the shop deletes stays there'],
  ])('says what becomes of it where %s', async (_, mode, settings, topic, fields, words) => {
    const raw = fields === null ? webhookFixture('shopify/products-delete.json') : webhookFixture(PRODUCT);
    const { preview } = benchOf(raw, settings, mode);

    const { stdout } = await preview(topic);

    expect(stdout).toContain(words);
  });

  it('says which setting keeps it out', async () => {
    const { preview } = benchOf(webhookFixture(PRODUCT), '');

    const { code, stderr } = await preview('products/update');

    expect(code).toBe(1);
    expect(stderr).toContain('neither `products` nor `stock`');
  });
});

describe('bridge preview of a stock level', () => {
  it.each([
    [STOCK, 0, 'CO3’s stock in the warehouse 1 is read, and the difference to'],
    ['    stock: { warehouses: { "1": "1" } }\n', 1, 'maps the place 655441491 to no warehouse'],
  ])('says where it goes with %j', async (settings, expected, words) => {
    const { preview } = benchOf(webhookWith(LEVEL, { location_id: 655441491 }), settings);

    const { code, stdout } = await preview('inventory_levels/update');

    expect([code, stdout.includes(words)]).toStrictEqual([expected, true]);
  });
});

const benchOf = (raw: Uint8Array, settings: string, mode: 'on' | 'shadow' = 'on') => {
  const bench = makeCliBench(undefined, { yaml: `${shopsYml(mode)}${settings}` });
  const file = bench.file('body.json', raw);
  const shops = bench.file('shops.yml', `${shopsYml(mode)}${settings}`);
  return {
    preview: (topic: string, ...more: readonly string[]) =>
      bench.bridge('preview', '--settings', shops, '--shop', 'acme-shop', '--topic', topic, file, ...more),
  };
};
