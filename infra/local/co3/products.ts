import type { Account, Fields, Product } from './account.ts';
import type { Call, Methods, Outcome } from './call.ts';
import { firstRefusal, type Refusal, refuse, refuseIf } from './codes.ts';
import { add, isZero } from './decimal.ts';
import { checkCurrency, checkFields, type FieldRules, fieldsOf, idOf, isVatRate } from './fields.ts';
import { MAX_FOUND_PRODUCTS, PRODUCT_TAGS, SEARCHED_TAGS } from './vocabulary.ts';
import type { Node } from './write-answer.ts';
import { childText, type XmlElement } from './xml.ts';

const RULES: FieldRules = [
  ['id', 'integer', 'notNegative'],
  ['net_price', 'numeric', 'notNegative'],
  ['discount1', 'numeric', 'percent'],
  ['discount2', 'numeric', 'percent'],
  ['discount3', 'numeric', 'percent'],
  ['ean_number', 'digits'],
  ['vtsz_number', 'digits'],
  ['action', 'flag'],
  ['service', 'flag'],
  ['takein_quantity', 'numeric', 'notNegative'],
  ['takein_price', 'numeric', 'notNegative'],
  ['takein_contact_id', 'integer'],
  ['takein_product_type', 'integer'],
  ['takein_warehouse_id', 'integer'],
];

/** A product with its stock, as `getProduct` and `getStock` tell it. */
export const toProductNode = ({ id, fields, stock }: Product): Node => [
  'product',
  [
    ['product_id', String(id)],
    ['item_number', fields['item_number'] ?? ''],
    ['product_name', fields['product_name'] ?? ''],
    ['net_price', fields['net_price'] ?? ''],
    ['vat', fields['vat'] ?? ''],
    ['stock', add(...Object.values(stock))],
    ['warehouses', Object.entries(stock).map(toWarehouseNode)],
  ],
];

/** The product with so much more in a warehouse. */
export const withStock = (product: Product, warehouseId: number, quantity: string): Product => ({
  ...product,
  stock: { ...product.stock, [warehouseId]: add(product.stock[warehouseId] ?? '0', quantity) },
});

const getProduct = ({ account, params, asOf }: Call): Outcome => {
  const refusal = checkFields(params, [['filter', 'required']]);
  if (refusal !== undefined) return refusal;
  const pattern = toPattern(childText(params, 'filter') ?? '');
  const found = account.products
    .all(asOf)
    .filter(({ fields }) => SEARCHED_TAGS.some((tag) => pattern.test(fields[tag] ?? '')))
    .slice(0, MAX_FOUND_PRODUCTS);
  return { kind: 'data', content: [['products', found.map(toProductNode)]] };
};

const setProduct = ({ account, params, now }: Call): Outcome => {
  const shape = checkFields(params, RULES);
  if (shape !== undefined) return shape;
  const given = idOf(params, 'id');
  const known = account.products.get(given);
  const sent = fieldsOf(params, PRODUCT_TAGS);
  const refusal = firstRefusal(
    () => refuseIf(given !== 0 && known === undefined, 401),
    () => refuseIf(given === 0 && (sent['product_name'] ?? '') === '', 4, '(product_name)'),
    () => refuseIf((sent['vat'] ?? '') !== '' && !isVatRate(sent['vat'] ?? ''), 20),
    () => checkCurrency(sent['price_currency'] ?? '', account.options.currencies, 409),
    () => checkParts(sent, given, account),
    () => checkTakeIn(params, account),
  );
  if (refusal !== undefined) return refusal;
  const id = known?.id ?? account.products.nextId();
  const product: Product = { id, fields: { ...known?.fields, ...sent }, stock: known?.stock ?? {} };
  const taken = childText(params, 'takein_quantity') ?? '';
  const isTaken = taken !== '' && !isZero(taken);
  const stocked = isTaken ? withStock(product, idOf(params, 'takein_warehouse_id'), taken) : product;
  return { kind: 'saved', idTag: 'product_id', id, commit: () => account.products.put(id, stocked, now) };
};

export const PRODUCT_METHODS: Methods = {
  getProduct: { resource: 'product', right: 'product:read', run: getProduct },
  setProduct: { resource: 'product', right: 'product:write', run: setProduct },
};

const checkParts = (sent: Fields, given: number, account: Account): Refusal | undefined => {
  const parts = (sent['collective_product'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unknown = parts.find((part) => account.products.get(Number(part)) === undefined);
  return firstRefusal(
    () => (unknown === undefined ? undefined : refuse(405, unknown)),
    () => refuseIf(given !== 0 && parts.includes(String(given)), 406),
  );
};

/** Goods that come in with the product: booked at once. */
const checkTakeIn = (params: XmlElement, account: Account): Refusal | undefined => {
  const quantity = childText(params, 'takein_quantity') ?? '';
  const type = childText(params, 'takein_product_type') ?? '';
  const warehouse = childText(params, 'takein_warehouse_id') ?? '';
  const supplier = idOf(params, 'takein_contact_id');
  return firstRefusal(
    () => refuseIf(type !== '' && type !== '1' && type !== '3', 404),
    () => checkCurrency(childText(params, 'takein_currency') ?? '', account.options.currencies, 410),
    () => refuseIf(supplier !== 0 && account.contacts.get(supplier) === undefined, 201),
    () => refuseIf(quantity !== '' && !isZero(quantity) && warehouse === '', 4, '(takein_warehouse_id)'),
    () => refuseIf(warehouse !== '' && account.warehouses.get(Number(warehouse)) === undefined, 402),
  );
};

/** `%` stands for any text; letter case does not count, as in CO3's database. */
const toPattern = (filter: string): RegExp => {
  const parts = filter.split(/%+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'isu');
};

const toWarehouseNode = ([warehouseId, quantity]: readonly [string, string]): Node => [
  'warehouse',
  [
    ['warehouse_id', warehouseId],
    ['quantity', quantity],
  ],
];
