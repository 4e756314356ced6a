import type { Bilingual } from '../../co3/codes.ts';
import { readProducts, readStockOf, type ShownProduct } from '../../co3/product-reads.ts';
import { compare, formatDecimal, minus, toDecimal } from '../../event/decimal.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import { type AskedFact, type Asking, allowedFact, fact, NONE, type Question, readData } from './asked.ts';

/** What a booking wanted to take out, as the call said it. */
export interface Removal {
  readonly productId: string;
  readonly warehouseId: string;
  readonly quantity: string;
}

/** How many CO3 has where so many were to be taken out. */
export const askStock =
  ({ productId, warehouseId, quantity }: Removal): Question =>
  async (asking) => {
    const shown = await readShown(asking, productId);
    if (!shown.ok) return shown;
    const { name, sku, stock } = shown.value;
    if (stock === null) return ok([productFact(name, sku), UNREADABLE]);
    const there = stock.get(warehouseId) ?? '0';
    const others = [...stock].filter(([id]) => id !== warehouseId).map(([id, count]) => `${id}: ${count}`);
    return ok([
      productFact(name, sku),
      { ...fact(thereIn(warehouseId), there), path: 'stock.quantity' },
      ...lackFacts(there, quantity),
      fact(ELSEWHERE, others.length === 0 ? NONE : others.join(', ')),
    ]);
  };

/** In which warehouses CO3 has something of a product; one that is empty does not show. */
export const askWarehouses =
  (productId: string): Question =>
  async (asking) => {
    const shown = await readShown(asking, productId);
    if (!shown.ok) return shown;
    const { name, sku, stock } = shown.value;
    return ok([
      productFact(name, sku),
      stock === null ? UNREADABLE : allowedFact(WAREHOUSES, 'settings.stock', [...stock.keys()]),
    ]);
  };

const readShown = async ({ lane, contract }: Asking, productId: string): Promise<Result<ShownProduct, Bilingual>> => {
  const read = await readData(lane, readStockOf([productId]));
  if (!read.ok) return fail(read.problem.text);
  const shown = readProducts(read.value, 'getStock', contract).find(({ id }) => id === productId);
  return shown === undefined ? fail(notShown(productId)) : ok(shown);
};

const lackFacts = (there: string, wanted: string): readonly AskedFact[] => {
  if (!/^\d+(\.\d+)?$/.test(wanted)) return [];
  const lack = minus(toDecimal(wanted), toDecimal(there));
  return [
    fact(WANTED, wanted),
    fact(
      LACKING,
      compare(lack, toDecimal('0')) > 0
        ? formatDecimal(lack, 0)
        : { en: 'nothing: a redrive passes', hu: 'semmi: az újraindítás sikerülni fog' },
    ),
  ];
};

const productFact = (name: string, sku: string): AskedFact => fact(PRODUCT, sku === '' ? name : `${name} (${sku})`);

const PRODUCT = { en: 'product', hu: 'termék' };
const WANTED = { en: 'to be taken out', hu: 'kivételezendő' };
const LACKING = { en: 'lacking', hu: 'hiányzik' };
const ELSEWHERE = { en: 'in other warehouses', hu: 'más raktárakban' };
const WAREHOUSES = { en: 'warehouses that hold it', hu: 'raktárak, ahol van belőle' };

const thereIn = (warehouseId: string): Bilingual => ({
  en: `in the warehouse ${warehouseId}`,
  hu: `a(z) ${warehouseId} azonosítójú raktárban`,
});

const UNREADABLE = fact(
  { en: 'stock', hu: 'készlet' },
  { en: 'CO3’s figures cannot be read', hu: 'a CO3 adatai nem értelmezhetők' },
);

const notShown = (productId: string): Bilingual => ({
  en: `CO3 does not show the product with the id ${productId}.`,
  hu: `A CO3 nem mutatja a(z) ${productId} azonosítójú terméket.`,
});
