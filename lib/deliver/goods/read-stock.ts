import type { Co3Error } from '../../co3/codes.ts';
import { MAX_STOCK_IDS, readProducts, readStockOf, type ShownProduct } from '../../co3/product-reads.ts';
import { readCo3 } from '../read-co3.ts';
import type { GoodsWork } from './goods-work.ts';

/** A product as CO3 has shown it at that time, in ms. */
export interface SeenProduct {
  readonly product: ShownProduct;
  readonly at: number;
}

/** By the product's id, for as long as nobody else books: one run of a worker. */
export type StockSeen = Map<string, SeenProduct>;

export type StockRead =
  | { readonly kind: 'read' }
  | { readonly kind: 'refused'; readonly error: Co3Error | null }
  | { readonly kind: 'failed' };

/** Reads the stock of all these products into what was seen; a query that CO3 finds too long is halved. */
export const readStock = async (work: GoodsWork, productIds: readonly string[]): Promise<StockRead> => {
  const ids = productIds.slice(0, MAX_STOCK_IDS);
  const outcome = await readCo3(work, 'product', readStockOf(ids));
  if (outcome.kind === 'failed') return outcome;
  if (outcome.kind === 'data') {
    const at = work.deps.clock.now();
    for (const product of readProducts(outcome.root, 'getStock', work.contract))
      work.stockSeen.set(product.id, { product, at });
    return { kind: 'read' };
  }
  if (outcome.error?.code !== TOO_MANY || ids.length === 1) return outcome;
  const half = Math.ceil(ids.length / 2);
  const first = await readStock(work, ids.slice(0, half));
  return first.kind === 'read' ? readStock(work, ids.slice(half)) : first;
};

const TOO_MANY = 411;
