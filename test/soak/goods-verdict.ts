import type { Books, OpenLetter } from './books.ts';
import type { KeptGoods } from './kept-goods.ts';
import { PLACE } from './place.ts';

/** What does not hold of the goods: each one product in CO3, as its shop has told it last, and as many of it. A line each. */
export const goodsProblems = (
  goods: readonly KeptGoods[],
  { products, letters }: Pick<Books, 'products' | 'letters'>,
): readonly string[] => goods.flatMap((one) => [...letterProblems(one, letters), ...productProblems(one, products)]);

/** What letters of these goods are about: the shop's product, CO3's, and the level. */
export const subjectsOf = ({ id, sku, shop: { platform, tenant, account } }: KeptGoods): readonly string[] => {
  const key = `${platform}:${tenant}#${id}`;
  return [key, `${account}|${sku}`, `${key}@${PLACE.shop}`];
};

// Nothing is wrong with the goods, no refusal of theirs is ordered, and what is lost is settled without a person.
const letterProblems = (goods: KeptGoods, letters: readonly OpenLetter[]): readonly string[] => {
  const subjects = subjectsOf(goods);
  return letters.flatMap(({ subject, name }) =>
    subjects.includes(subject) ? [`${goods.sku}: the letter ${name} has no cause`] : [],
  );
};

const productProblems = (goods: KeptGoods, products: Books['products']): readonly string[] => {
  const { sku, shop, name, price, available } = goods;
  const found = products.filter(({ product }) => product.fields['item_number'] === sku);
  const [only] = found;
  if (only === undefined || found.length > 1) return [`${sku}: is ${found.length} products in CO3`];
  const { account, product } = only;
  const { product_name: nameThere = '', net_price: priceThere = '' } = product.fields;
  const stockThere = product.stock[PLACE.co3] ?? '0';
  return [
    ...(account === shop.account ? [] : [`${sku}: stands in ${account}, and not in ${shop.account}`]),
    ...(nameThere === name ? [] : [`${sku}: is called «${nameThere}» in CO3, and «${name}» in its shop`]),
    ...(Number(priceThere) === Number(price) ? [] : [`${sku}: costs ${priceThere} in CO3, and ${price} in its shop`]),
    ...(Number(stockThere) === available
      ? []
      : [`${sku}: CO3 has ${stockThere} of it, and its shop has told ${available}`]),
  ];
};
