import type { ProductSnapshot, Variant } from '../../event/product-snapshot.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { toInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { decimalTextOf } from '../decimal-text.ts';
import { type Fields, listOf, numericIdOf, textOf } from '../fields.ts';
import { plainLineOf, plainTextOf } from '../plain-text.ts';
import { parseProductHead } from './head.ts';

/** A product's body as a snapshot. A variation is a product of its own, and its parent is none. The problem names every place that cannot be read. */
export const readProduct = (body: Fields, shop: ShopSettings): Result<ProductSnapshot, string> => {
  const head = parseProductHead(body);
  if (!head.ok) return head;
  const { id, type, date_modified_gmt: changedAt } = head.value;
  const faults: string[] = [];
  const variants = NOT_SOLD.has(type) ? [] : [readVariant(body, id, shop, faults)];
  if (faults.length > 0) return fail(faults.join('; '));
  return ok({
    kind: 'product',
    platform: 'woocommerce',
    tenant: shop.tenant,
    productId: id,
    changedAt,
    isDeleted: false,
    isPartial: false,
    manufacturer: firstNameOf(body, 'brands'),
    group: firstNameOf(body, 'categories'),
    description: plainTextOf(textOf(body['description'])),
    variants,
  });
};

/** The body of a deletion is an id and nothing else; null for any other. It names no time, so that of its coming counts. */
export const readDeletion = (body: Fields, shop: ShopSettings, now: number): ProductSnapshot | null => {
  const productId = numericIdOf(body['id']);
  if (productId === null || Object.keys(body).length > 1) return null;
  return {
    kind: 'product',
    platform: 'woocommerce',
    tenant: shop.tenant,
    productId,
    changedAt: toInstant(now),
    isDeleted: true,
    isPartial: false,
    manufacturer: '',
    group: '',
    description: '',
    variants: [],
  };
};

/** Why a product of this status tells nothing yet, or no more; undefined where it does. */
export const whyNoProduct = (body: Fields): string | undefined =>
  UNFINISHED.has(textOf(body['status'])) ? 'the product is not published' : undefined;

/** A product put back into its draft keeps what CO3 has of it: it may be on old orders. */
const UNFINISHED: ReadonlySet<string> = new Set(['auto-draft', 'draft', 'pending', 'importing', 'trash']);

/** Nobody buys these: their variations or members are bought, or something elsewhere. */
const NOT_SOLD: ReadonlySet<string> = new Set(['variable', 'variable-subscription', 'grouped', 'external']);

const readVariant = (body: Fields, itemId: string, shop: ShopSettings, faults: string[]): Variant => ({
  itemId,
  sku: textOf(body['sku']),
  name: plainLineOf(textOf(body['name'])),
  ean: eanOf(textOf(body['global_unique_id'])),
  price: decimalOrNull(body, 'price', faults),
  taxClass: body['tax_status'] === 'none' ? 'none' : textOf(body['tax_class']),
  // A variation counted with its parent says `parent`: how many there are of itself nobody knows.
  stock:
    shop.stock !== undefined && body['manage_stock'] === true ? decimalOrNull(body, 'stock_quantity', faults) : null,
});

const decimalOrNull = (body: Fields, key: string, faults: string[]): string | null => {
  const value = body[key];
  if (value === undefined || value === null || value === '') return null;
  const text = decimalTextOf(value);
  if (text === null) faults.push(`${key} is no number`);
  return text;
};

const eanOf = (text: string): string => (/^(?:\d{8}|\d{12,14})$/.test(text) ? text : '');

const firstNameOf = (body: Fields, key: string): string => plainLineOf(textOf(listOf(body[key])[0]?.['name']));
