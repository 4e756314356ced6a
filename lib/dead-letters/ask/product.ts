import { findProducts, readProducts } from '../../co3/product-reads.ts';
import { fail, ok } from '../../event/result.ts';
import { fact, type Question, readData } from './asked.ts';

/** Which products of CO3 bear a SKU. */
export const askProduct =
  (sku: string): Question =>
  async ({ lane, contract }) => {
    const read = await readData(lane, findProducts(sku));
    if (!read.ok) return fail(read.problem.text);
    const found = readProducts(read.value, 'getProduct', contract).filter((product) => product.sku === sku);
    const label = { en: `products with the SKU ${sku}`, hu: `termékek ${sku} cikkszámmal` };
    return ok([
      fact(
        label,
        found.length === 0
          ? { en: 'CO3 has none', hu: 'nincs ilyen a CO3-ban' }
          : found.map(({ id, name }) => `${id}: ${name}`).join('\n'),
      ),
    ]);
  };
