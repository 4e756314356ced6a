import type { Co3Error } from '../../co3/codes.ts';
import { toXml } from '../../co3/command.ts';
import { toOwnError } from '../../co3/own-problems.ts';
import { toProductCommand } from '../../co3/product-command.ts';
import type { PlannedCall } from '../../deliver/planned-calls.ts';
import type { ProductSnapshot, Variant } from '../../event/product-snapshot.ts';
import type { StockLevel } from '../../event/stock-level.ts';
import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ProductDraft } from '../../translate/drafts.ts';
import { productOf } from '../../translate/product.ts';
import type { PreviewDeps } from './preview-order.ts';

/** What one variant would become. */
export interface VariantPreview {
  readonly variant: Variant;
  /** Null where it would become a letter, or where the settings keep no products. */
  readonly draft: ProductDraft | null;
  readonly call: PlannedCall | null;
  readonly letter: Co3Error | null;
}

/** What a product of the shop leads to: of each variant the call as for one that CO3 does not have yet. Pure. */
export const previewProduct = (snapshot: ProductSnapshot, deps: PreviewDeps): readonly VariantPreview[] =>
  snapshot.variants.map((variant) => previewVariant(variant, snapshot, deps));

const previewVariant = (
  variant: Variant,
  { manufacturer, group, description }: ProductSnapshot,
  { shop, account, contract }: PreviewDeps,
): VariantPreview => {
  const nothing = { variant, draft: null, call: null, letter: null };
  if (!keepsGoods(shop)) return nothing;
  if (variant.sku.trim() === '') {
    const fields = [{ path: 'product.sku', value: variant.name, allowed: [] }];
    return { ...nothing, letter: toOwnError('SkuMissing', `Without a SKU: ${variant.name}.`, fields) };
  }
  if (shop.products === undefined) return nothing;
  const draft = productOf({ variant, manufacturer, group, description }, shop.products, shop, account);
  if (!draft.ok) {
    const { name, text, fields } = draft.problem;
    return { ...nothing, letter: toOwnError(name, text, fields) };
  }
  const command = toProductCommand(draft.value, null);
  return {
    ...nothing,
    draft: draft.value,
    call: { method: command.method, xml: toXml(command, 'elided', contract) },
  };
};

/** CO3's warehouse that a level is kept in; null where the settings map its place to none. */
export const previewStock = ({ locationId }: StockLevel, { shop }: PreviewDeps): string | null =>
  shop.stock?.warehouses[locationId] ?? null;
