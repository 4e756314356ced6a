import { toPrettyXml } from '../../co3/pretty-xml.ts';
import type { ProductSnapshot } from '../../event/product-snapshot.ts';
import type { StockLevel } from '../../event/stock-level.ts';
import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Block, bad, code, facts, good, table, text, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';
import { toTimeText } from '../view/time-text.ts';
import type { VariantPreview } from './preview-goods.ts';

export const productBlocks = (
  snapshot: ProductSnapshot,
  variants: readonly VariantPreview[],
  shop: Pick<ShopSettings, 'mode' | 'products' | 'stock'>,
  lang: Language,
): readonly Block[] => [
  title('Snapshot'),
  facts(
    ['product', `${snapshot.productId} of ${snapshot.platform}:${snapshot.tenant}`],
    ['last changed', toTimeText(snapshot.changedAt)],
    ['manufacturer', snapshot.manufacturer === '' ? '—' : snapshot.manufacturer],
    ['group', snapshot.group === '' ? '—' : snapshot.group],
    ['variants', `${snapshot.variants.length}${snapshot.isPartial ? ', and others that are not told' : ''}`],
  ),
  title('What would happen'),
  productVerdict(snapshot, variants, shop),
  ...(variants.length === 0 ? [] : [variantsTable(variants)]),
  ...variants.flatMap(({ letter }) =>
    letter === null ? [] : [bad('It becomes a letter:'), ...errorBlocks(letter, lang)],
  ),
  ...variants.flatMap(({ call }) =>
    call === null ? [] : [title(`${call.method} (with its id where CO3 has the SKU)`), code(toPrettyXml(call.xml))],
  ),
];

const productVerdict = (
  { isDeleted }: ProductSnapshot,
  variants: readonly VariantPreview[],
  shop: Pick<ShopSettings, 'mode' | 'products' | 'stock'>,
): Block => {
  if (!keepsGoods(shop)) return text('Nothing: the settings of the shop keep neither products nor stock.');
  if (isDeleted)
    return text('Nothing in CO3: a product that the shop deletes stays there. Its SKUs are free for others.');
  if (variants.length === 0) return text('Nothing: it is no product that could be sold by itself.');
  if (variants.every(({ draft, letter }) => draft === null && letter === null))
    return text('Nothing is sent: the settings keep no products. Its SKUs are remembered for the stock.');
  if (shop.mode === 'shadow') return text('The shop is in shadow: nothing is sent. What follows is what would be.');
  return good('Each SKU is looked up in CO3 and made or changed there, unless CO3 holds just that already.');
};

const variantsTable = (variants: readonly VariantPreview[]): Block =>
  table(
    ['  SKU', 'name', 'EAN', 'shop’s price', 'VAT', 'net price', 'stock'],
    variants.map(({ variant, draft }) => [
      `  ${variant.sku === '' ? '—' : variant.sku}`,
      variant.name,
      variant.ean === '' ? '—' : variant.ean,
      variant.price ?? '—',
      draft === null ? '—' : `${draft.vat} %`,
      draft?.netPrice == null ? '—' : `${draft.netPrice} ${draft.currency}`,
      variant.stock ?? '—',
    ]),
  );

export const stockBlocks = (
  level: StockLevel,
  warehouse: string | null,
  mode: ShopSettings['mode'],
): readonly Block[] => [
  title('Snapshot'),
  facts(
    ['item', `${level.itemId} of ${level.platform}:${level.tenant}`],
    ['place', level.locationId],
    ['last changed', toTimeText(level.changedAt)],
    ['quantity', level.quantity],
  ),
  title('What would happen'),
  stockVerdict(level, warehouse, mode),
];

const stockVerdict = (
  { locationId, quantity }: StockLevel,
  warehouse: string | null,
  mode: ShopSettings['mode'],
): Block => {
  if (warehouse === null)
    return text(`Nothing: the setting \`stock.warehouses\` maps the place ${locationId} to no warehouse.`);
  if (mode === 'shadow') return text('The shop is in shadow: nothing is booked.');
  return good(
    `CO3’s stock in the warehouse ${warehouse} is read, and the difference to ${quantity} is booked in or out.`,
  );
};
