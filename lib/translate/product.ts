import { divide, formatDecimal, toDecimal } from '../event/decimal.ts';
import type { Variant } from '../event/product-snapshot.ts';
import { ok, type Result } from '../event/result.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { ProductDraft, TranslateProblem } from './drafts.ts';
import { field, problem } from './problem.ts';
import { toFactor } from './vat-factor.ts';

/** What a shop says of something that bears a SKU. */
export interface Goods {
  readonly variant: Pick<Variant, 'sku' | 'name' | 'ean' | 'price' | 'taxClass'>;
  readonly manufacturer: string;
  readonly group: string;
  readonly description: string;
}

/** How many decimals a net price is given, as the rows of documents are. */
const PRICE_DECIMALS = 6;

/** A variant as a product of CO3's, at its net price. */
export const productOf = (
  { variant, manufacturer, group, description }: Goods,
  settings: NonNullable<ShopSettings['products']>,
  { unit }: Pick<ShopSettings, 'unit'>,
  account: Pick<AccountSettings, 'currency'>,
): Result<ProductDraft, TranslateProblem> => {
  const { sku, name, ean, price, taxClass } = variant;
  const own = Object.hasOwn(settings.vatByTaxClass, taxClass) ? settings.vatByTaxClass[taxClass] : undefined;
  if (own === undefined && taxClass !== '')
    return problem(
      'TaxClassNotMapped',
      `The product’s tax class «${taxClass}» has no entry in settings.products.vatByTaxClass.`,
      field('settings.products.vatByTaxClass', taxClass),
    );
  const vat = own ?? settings.vat;
  return ok({
    sku: sku.trim(),
    name,
    manufacturer,
    group,
    ean,
    description,
    netPrice: price === null ? null : netOf(price, vat, settings.pricesIncludeVat),
    vat,
    currency: settings.currency ?? account.currency,
    unit,
  });
};

const netOf = (price: string, vat: string, includesVat: boolean): string =>
  formatDecimal(includesVat ? divide(toDecimal(price), toFactor(vat), PRICE_DECIMALS) : toDecimal(price), 2);
