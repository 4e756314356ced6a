import { compare, sumOf, toDecimal } from '../event/decimal.ts';
import { type Co3Command, command } from './command.ts';
import { type Contract, tagOf } from './contract.ts';
import type { XmlElement } from './xml.ts';
import { childText, findOutermost } from './xml-find.ts';

/** A product as CO3 shows it. */
export interface ShownProduct {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  /** Decimal text by the warehouse's id, a warehouse that is not named has none of it; null where CO3's figures do not say. */
  readonly stock: ReadonlyMap<string, string> | null;
}

/** Products that have the text somewhere; which of them bear it as their SKU the answer tells. */
export const findProducts = (sku: string): Co3Command<'getProduct'> =>
  command('getProduct', [{ tag: 'filter', form: 'text', value: sku }]);

/** CO3 takes so many at once, as far as is known; more are refused with 411. */
export const MAX_STOCK_IDS = 100;

export const readStockOf = (productIds: readonly string[]): Co3Command<'getStock'> =>
  command('getStock', [{ tag: 'product_ids', form: 'bare', value: productIds.join(',') }]);

/** What an answer of `getProduct` or `getStock` lists; products without an id are left out. */
export const readProducts = (
  root: XmlElement,
  method: 'getProduct' | 'getStock',
  contract: Contract,
): readonly ShownProduct[] => {
  const tag = (name: string): string => tagOf(contract.methods[method], name);
  return findOutermost(root, tag('product'))
    .map((element) => ({
      id: childText(element, tag('product_id')) ?? '',
      sku: childText(element, tag('item_number')) ?? '',
      name: childText(element, tag('product_name')) ?? '',
      stock: stockOf(element, tag),
    }))
    .filter(({ id }) => /^0*[1-9]\d*$/.test(id));
};

// The names of these tags are assumed. An answer read with wrong ones must not look like an empty warehouse, so the total has to agree.
const stockOf = (product: XmlElement, tag: (name: string) => string): ShownProduct['stock'] => {
  const warehouses = findOutermost(product, tag('warehouse')).map(
    (warehouse) =>
      [childText(warehouse, tag('warehouse_id')) ?? '', childText(warehouse, tag('quantity')) ?? ''] as const,
  );
  if (warehouses.some(([id, quantity]) => id === '' || !isDecimal(quantity))) return null;
  const total = childText(product, tag('stock')) ?? '';
  const sum = sumOf(warehouses.map(([, quantity]) => toDecimal(quantity)));
  if (total === '' ? warehouses.length === 0 : !isDecimal(total) || compare(toDecimal(total), sum) !== 0) return null;
  return new Map(warehouses);
};

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
