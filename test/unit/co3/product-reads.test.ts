import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { findProducts, readProducts, readStockOf } from '../../../lib/co3/product-reads.ts';
import { parseXml } from '../../../lib/co3/xml.ts';

const read = (products: string) => {
  const parsed = parseXml(`<?xml version="1.0"?><response><products>${products}</products></response>`);
  if (!parsed.ok) throw new Error(parsed.problem);
  return readProducts(parsed.value, 'getStock', PLAIN_CONTRACT);
};
const product = (inner: string, id = '7'): string =>
  `<product><product_id>${id}</product_id><item_number> MUG-9 </item_number><product_name><![CDATA[Bögre]]></product_name>${inner}</product>`;
const warehouse = (id: string, quantity: string): string =>
  `<warehouse><warehouse_id>${id}</warehouse_id><quantity>${quantity}</quantity></warehouse>`;

describe('readProducts', () => {
  it('reads each product with its stock by warehouse', () => {
    const products = read(
      product(`<stock>5.5</stock><warehouses>${warehouse('1', '3.50')}${warehouse('2', '2')}</warehouses>`),
    );

    expect(products).toStrictEqual([
      {
        id: '7',
        sku: 'MUG-9',
        name: 'Bögre',
        stock: new Map([
          ['1', '3.50'],
          ['2', '2'],
        ]),
      },
    ]);
  });

  it('leaves out what bears no id', () => {
    expect(read(`${product('<stock>0</stock>', '0')}${product('<stock>0</stock>', '')}`)).toStrictEqual([]);
  });

  it('takes a product without warehouses for one that there is none of, where the total says so too', () => {
    expect(read(product('<stock>0</stock>')).map(({ stock }) => stock)).toStrictEqual([new Map()]);
  });

  it.each([
    [
      'the total is another than the warehouses’ sum',
      `<stock>6</stock><warehouses>${warehouse('1', '5')}</warehouses>`,
    ],
    [
      'the warehouses go by another name',
      '<stock>6</stock><depots><depot><id>1</id><quantity>6</quantity></depot></depots>',
    ],
    ['a quantity is no number', `<stock>5</stock><warehouses>${warehouse('1', '5,0')}</warehouses>`],
    ['a quantity is empty', `<warehouses>${warehouse('1', '')}</warehouses>`],
    ['a warehouse has no id', `<warehouses>${warehouse('', '5')}</warehouses>`],
    ['the total is no number', `<stock>sok</stock><warehouses>${warehouse('1', '5')}</warehouses>`],
    ['neither total nor warehouses are told', ''],
  ])('says that the stock is not known where %s', (_, inner) => {
    expect(read(product(inner)).map(({ stock }) => stock)).toStrictEqual([null]);
  });
});

it('asks for the stock of many products at once', () => {
  expect(readStockOf(['7', '8']).parameters).toStrictEqual([{ tag: 'product_ids', form: 'bare', value: '7,8' }]);
});

it('searches for a SKU as it is written', () => {
  expect(findProducts('A%B').parameters).toStrictEqual([{ tag: 'filter', form: 'text', value: 'A%B' }]);
});
