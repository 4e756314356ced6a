import type { ProductSnapshot, Variant } from '../../event/product-snapshot.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { type Instant, parseInstant, toInstant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { namedFaults } from '../faults.ts';
import { plainTextOf } from '../plain-text.ts';
import { amountsListOf, type Fields, idOf, numericIdOf, textOf } from './fields.ts';

/** Whether a body is that of a deleted product. Its topic alone would not do: it is not signed, and the body of an update may come under it. */
export const isNothingButId = (body: Fields): boolean =>
  Object.keys(body).every((key) => key === 'id' || key === 'admin_graphql_api_id');

/** A product's body as a snapshot. The problem names every place that cannot be read. */
export const readProduct = (body: Fields, shop: ShopSettings): Result<ProductSnapshot, string> => {
  const faults: string[] = [];
  const productId = productIdOf(body, faults);
  const changedAt = parseInstant(textOf(body['updated_at']));
  if (changedAt === undefined) faults.push('updated_at is no moment with an offset');
  if (!Array.isArray(body['variants'])) faults.push('variants is no list of objects');
  const variants = Array.isArray(body['variants']) ? readVariants(body, faults) : [];
  if (changedAt === undefined || faults.length > 0) return fail(namedFaults(faults));
  return ok({
    ...bareProduct(shop, productId, changedAt),
    isPartial: listLength(body['variant_gids']) > variants.length,
    manufacturer: textOf(body['vendor']),
    group: textOf(body['product_type']),
    description: plainTextOf(textOf(body['body_html'])),
    variants,
  });
};

/** The body of a deleted product holds nothing but its id, so that it is deleted from the time of reading on. */
export const readDeletedProduct = (body: Fields, shop: ShopSettings, now: number): Result<ProductSnapshot, string> => {
  const faults: string[] = [];
  const productId = productIdOf(body, faults);
  return faults.length === 0
    ? ok({ ...bareProduct(shop, productId, toInstant(now)), isDeleted: true })
    : fail(faults.join('; '));
};

const bareProduct = (shop: ShopSettings, productId: string, changedAt: Instant): ProductSnapshot => ({
  kind: 'product',
  platform: 'shopify',
  tenant: shop.tenant,
  productId,
  changedAt,
  isDeleted: false,
  isPartial: false,
  manufacturer: '',
  group: '',
  description: '',
  variants: [],
});

const productIdOf = (body: Fields, faults: string[]): string => {
  const id = idOf(body);
  if (id === null) faults.push('admin_graphql_api_id and id are missing');
  return id ?? '';
};

const readVariants = (body: Fields, faults: string[]): Variant[] =>
  amountsListOf(body, 'variants', '', faults).map((variant, index) => {
    const at = `variants.${index}.`;
    // Shopify's test bodies have no inventory item.
    const itemId = numericIdOf(variant['inventory_item_id']) ?? idOf(variant);
    if (itemId === null) faults.push(`${at}inventory_item_id and id are missing`);
    return {
      itemId: itemId ?? '',
      sku: textOf(variant['sku']),
      name: nameOf(textOf(body['title']), textOf(variant['title'])),
      ean: eanOf(textOf(variant['barcode'])),
      price: priceOf(variant, at, faults),
      taxClass: variant['taxable'] === false ? 'none' : '',
      stock: null,
    };
  });

/** A product without options has one variant of this name. */
const nameOf = (product: string, variant: string): string =>
  variant === '' || variant === 'Default Title' ? product : `${product} – ${variant}`;

const eanOf = (barcode: string): string => (/^(\d{8}|\d{12,14})$/.test(barcode) ? barcode : '');

const priceOf = (variant: Fields, at: string, faults: string[]): string | null => {
  const price = textOf(variant['price']);
  if (price === '') return null;
  if (!/^\d+(\.\d+)?$/.test(price)) faults.push(`${at}price is no amount`);
  return price;
};

const listLength = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
