import { productKeyOf } from '../../deliver/goods/claim-sku.ts';
import type { ProductRecord, StockRecord } from '../../deliver/goods-records.ts';
import type { Ledger } from '../../deliver/ports.ts';
import { keepsGoods } from '../../settings/keeps-goods.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type PlaceOptions, withPlace } from '../options.ts';
import { type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop } from '../settings-file.ts';
import { productBlocks } from './product-blocks.ts';

interface ProductOptions extends PlaceOptions {
  readonly json?: boolean;
}

export const addProduct: Register = (program, use) => {
  const command = program
    .command('product')
    .description('where a product of the shop stands in CO3, with its stock')
    .argument('<shop>', 'the shop’s name in shops.yml')
    .argument('<sku>', 'the SKU of the product or variant');
  withExample(withPlace(command), 'product acme-shop MUG-9').action(
    (shop: string, sku: string, options: ProductOptions) => use((io) => product(io, shop, sku, options), options),
  );
};

const product = async (io: Io, shopId: string, sku: string, options: ProductOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings } = opened.value;
  const shop = findShop(settings, shopId);
  if (!shop.ok) return shop;
  if (!keepsGoods(shop.value))
    return refused(
      `The shop ${shopId} keeps no products and no stock: shops.yml has neither \`products\` nor \`stock\`.`,
    );
  const record = await ports.ledger.read('product', productKeyOf(shop.value.account, sku.trim()));
  if (record === undefined)
    return refused(
      `No product of ${shopId} with the SKU ${sku} is known. Save it in the shop, so that its webhook is sent, and look at the SKU’s spelling.`,
    );
  const levels = await levelsOf(ports.ledger, shop.value, record);
  return shown({ product: record, levels }, productBlocks(record, levels, shop.value, io.now()));
};

const levelsOf = async (
  ledger: Pick<Ledger, 'read'>,
  shop: ShopSettings,
  { claims }: ProductRecord,
): Promise<readonly StockRecord[]> => {
  const levels: StockRecord[] = [];
  for (const { item } of claims)
    for (const location of Object.keys(shop.stock?.warehouses ?? {})) {
      const level = await ledger.read('stock', `${item}@${location}`);
      if (level !== undefined) levels.push(level);
    }
  return levels;
};
