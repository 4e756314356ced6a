import { describe, expect, it } from 'vitest';
import { toProductCommand, toRemoveCommand, toTakeInCommand } from '../../../lib/co3/product-command.ts';
import type { ProductDraft } from '../../../lib/translate/drafts.ts';

const DRAFT: ProductDraft = {
  sku: 'MUG-9',
  name: 'Bögre',
  manufacturer: 'Kerámia Kft.',
  group: 'Bögrék',
  ean: '5991234567890',
  description: 'Kézzel festett.',
  netPrice: '1566.929134',
  vat: '27',
  currency: 'HUF',
  unit: 'db',
};
const BOOKING = { productId: '7', sku: 'MUG-9', name: 'Bögre', warehouse: '2', quantity: '3.5', currency: 'HUF' };

describe('toProductCommand', () => {
  it('makes a product with everything that the shop says', () => {
    expect(toProductCommand(DRAFT, null)).toStrictEqual({
      method: 'setProduct',
      parameters: [
        { tag: 'id', form: 'bare', value: '0' },
        { tag: 'manufacturer', form: 'text', value: 'Kerámia Kft.' },
        { tag: 'product_name', form: 'text', value: 'Bögre' },
        { tag: 'item_number', form: 'text', value: 'MUG-9' },
        { tag: 'ean_number', form: 'bare', value: '5991234567890' },
        { tag: 'product_group', form: 'text', value: 'Bögrék' },
        { tag: 'description', form: 'text', value: 'Kézzel festett.' },
        { tag: 'net_price', form: 'bare', value: '1566.929134' },
        { tag: 'vat', form: 'bare', value: '27' },
        { tag: 'unit', form: 'text', value: 'db' },
        { tag: 'price_currency', form: 'text', value: 'HUF' },
      ],
    });
  });

  it('leaves out what the shop does not say, also of a product that is there', () => {
    const silent = { ...DRAFT, manufacturer: '', group: ' ', ean: '', description: '', netPrice: null };

    const tags = toProductCommand(silent, '7').parameters.map(({ tag }) => tag);

    expect(tags).toStrictEqual(['id', 'product_name', 'item_number', 'vat', 'unit', 'price_currency']);
  });

  it('never books goods in', () => {
    const tags = toProductCommand(DRAFT, '7').parameters.map(({ tag }) => tag);

    expect(tags.filter((tag) => tag.startsWith('takein_'))).toStrictEqual([]);
  });
});

it('books goods in with the product’s own name and number, and no price', () => {
  expect(toTakeInCommand(BOOKING)).toStrictEqual({
    method: 'setProduct',
    parameters: [
      { tag: 'id', form: 'bare', value: '7' },
      { tag: 'product_name', form: 'text', value: 'Bögre' },
      { tag: 'item_number', form: 'text', value: 'MUG-9' },
      { tag: 'takein_quantity', form: 'bare', value: '3.5' },
      { tag: 'takein_product_type', form: 'bare', value: '1' },
      { tag: 'takein_currency', form: 'text', value: 'HUF' },
      { tag: 'takein_warehouse_id', form: 'bare', value: '2' },
    ],
  });
});

it('books goods out', () => {
  expect(toRemoveCommand(BOOKING)).toStrictEqual({
    method: 'removeStock',
    parameters: [
      { tag: 'product_id', form: 'bare', value: '7' },
      { tag: 'warehouse_id', form: 'bare', value: '2' },
      { tag: 'quantity', form: 'bare', value: '3.5' },
    ],
  });
});
