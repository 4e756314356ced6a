import type { Call, Methods, Outcome } from './call.ts';
import { firstRefusal, refuse, refuseIf } from './codes.ts';
import { compare, negate } from './decimal.ts';
import { checkFields, fieldsOf, idOf } from './fields.ts';
import { toProductNode, withStock } from './products.ts';
import { MAX_STOCK_PRODUCTS, WAREHOUSE_ADDRESS_TAGS } from './vocabulary.ts';
import { childText } from './xml.ts';

const getStock = ({ account, params, asOf }: Call): Outcome => {
  const refusal = checkFields(params, [['product_ids', 'required']]);
  if (refusal !== undefined) return refusal;
  const ids = (childText(params, 'product_ids') ?? '').split(',').map((id) => id.trim());
  if (ids.some((id) => !/^\d{1,15}$/.test(id))) return refuse(13, 'product_ids');
  if (ids.length > MAX_STOCK_PRODUCTS) return refuse(411, String(ids.length));
  const products = ids.map((id) => account.products.get(Number(id), asOf)).filter((product) => product !== undefined);
  if (products.length < ids.length) return refuse(401);
  return { kind: 'data', content: [['products', products.map(toProductNode)]] };
};

const removeStock = ({ account, params, now }: Call): Outcome => {
  const shape = checkFields(params, [
    ['product_id', 'required', 'integer'],
    ['warehouse_id', 'required', 'integer'],
    ['quantity', 'required', 'numeric', 'notZero', 'notNegative'],
  ]);
  if (shape !== undefined) return shape;
  const product = account.products.get(idOf(params, 'product_id'));
  if (product === undefined) return refuse(401);
  const warehouseId = idOf(params, 'warehouse_id');
  const quantity = childText(params, 'quantity') ?? '0';
  const refusal = firstRefusal(
    () => refuseIf(account.warehouses.get(warehouseId) === undefined, 402),
    () => refuseIf(compare(product.stock[warehouseId] ?? '0', quantity) < 0, 403, String(product.id)),
  );
  if (refusal !== undefined) return refusal;
  const left = withStock(product, warehouseId, negate(quantity));
  const commit = (): void => account.products.put(product.id, left, now);
  return { kind: 'saved', idTag: 'product_id', id: product.id, commit };
};

const setWarehouse = ({ account, params, now }: Call): Outcome => {
  const fields = fieldsOf(params, ['warehouse_name', ...WAREHOUSE_ADDRESS_TAGS]);
  const name = (fields['warehouse_name'] ?? '').toLowerCase();
  const filled = WAREHOUSE_ADDRESS_TAGS.filter((tag) => (fields[tag] ?? '') !== '').length;
  const isTaken = account.warehouses.all().some((known) => known.fields['warehouse_name']?.toLowerCase() === name);
  const refusal = firstRefusal(
    () => checkFields(params, [['warehouse_name', 'required']]),
    () => refuseIf(filled > 0 && filled < WAREHOUSE_ADDRESS_TAGS.length, 415),
    () => refuseIf(isTaken, 416),
  );
  if (refusal !== undefined) return refusal;
  const id = account.warehouses.nextId();
  return { kind: 'saved', idTag: 'warehouse_id', id, commit: () => account.warehouses.put(id, { id, fields }, now) };
};

export const STOCK_METHODS: Methods = {
  getStock: { resource: 'product', right: 'product:read', run: getStock },
  removeStock: { resource: 'product', right: 'product:write', run: removeStock },
  setWarehouse: { resource: 'product', right: 'product:write', run: setWarehouse },
};
