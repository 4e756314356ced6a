import { expect, it } from 'vitest';
import { type Act, product, productWith } from '../../../support/co3-acts.ts';
import { type Co3Desk, withTags } from '../../../support/co3-desk.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';
import { REMOVAL } from '../../../support/co3-samples.ts';

const search = (filter: string): Act => product('getProduct', [['filter', filter]]);

it.each([
  ['BAG-001', ['BAG-001']],
  ['bag-001', ['BAG-001']],
  ['%00%', ['BAG-001', 'MUG-002', 'TEE-003-M']],
  ['%póló%', ['TEE-003-M']],
  ['00', []],
  ['.*', []],
  ['BAG', []],
  ['001', []],
])('finds by the filter %s: %j', async (filter, found) => {
  const answer = await search(filter)(await openCo3Desk());

  expect(skusIn(answer)).toStrictEqual(found);
});

it('tells at most a thousand products', async () => {
  const desk = await openCo3Desk();
  for (let id = 4; id <= 1100; id += 1)
    desk.account.products.put(id, { id, fields: { item_number: `SKU-${id}` }, stock: {} }, 0);

  expect(skusIn(await search('%')(desk))).toHaveLength(1000);
});

it('changes only the fields that are sent', async () => {
  const desk = await openCo3Desk();
  await product('setProduct', [
    ['id', '1'],
    ['net_price', '2400'],
  ])(desk);

  const { product_name: name, net_price: price } = desk.account.products.get(1)?.fields ?? {};

  expect([name, price]).toStrictEqual(['Vászontáska', '2400']);
});

it('books goods in, out and in by a purchase order', async () => {
  const desk = await openCo3Desk();
  await productWith({ id: '1', takein_quantity: '2.5', takein_warehouse_id: '2' })(desk);
  await product('removeStock', withTags(REMOVAL, { quantity: '10' }))(desk);
  await product('takeInPurchaseOrder', [['po_id', '1']])(desk);

  expect(stockOf(desk)).toStrictEqual({ 1: '170', 2: '0.5' });
});

const stockOf = ({ account }: Co3Desk) => account.products.get(1)?.stock;

const skusIn = (answer: Awaited<ReturnType<Act>>): readonly string[] =>
  'body' in answer ? [...answer.body.matchAll(/<item_number>(.*?)<\/item_number>/g)].map(([, sku]) => sku ?? '') : [];
