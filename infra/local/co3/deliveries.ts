import type { Call, Methods, Outcome } from './call.ts';
import { firstRefusal, refuse, refuseIf } from './codes.ts';
import { contactOf } from './crm.ts';
import { checkFields, checkRows, fieldsOf, idOf, rowsOf } from './fields.ts';
import type { Node } from './write-answer.ts';

const getDelivery = ({ account, params, asOf }: Call): Outcome => {
  const refusal = checkFields(params, [['delivery_id', 'required', 'integer']]);
  if (refusal !== undefined) return refusal;
  const delivery = account.deliveries.get(idOf(params, 'delivery_id'), asOf);
  if (delivery === undefined) return refuse(408);
  const items = delivery.items.map((item): Node => ['item', Object.entries(item)]);
  const head: readonly Node[] = [['delivery_id', String(delivery.id)], ...Object.entries(delivery.fields)];
  return { kind: 'data', content: [['delivery', [...head, ['items', items]]]] };
};

const setDelivery = (call: Call): Outcome => {
  const { account, params, now } = call;
  const rows = rowsOf(params);
  const fields = fieldsOf(params, ['contact_id', 'shipping_type']);
  const shippingType = fields['shipping_type'] ?? '';
  const given = idOf(params, 'delivery_id');
  const refusal = firstRefusal(
    () =>
      checkFields(params, [
        ['delivery_id', 'integer'],
        ['contact_id', 'required', 'integer'],
        ['shipping_type', 'required'],
      ]),
    () =>
      checkRows(rows, [
        ['product_id', 'required', 'integer'],
        ['quantity', 'required', 'numeric', 'notZero', 'notNegative'],
      ]),
    () => refuseIf(given !== 0 && account.deliveries.get(given) === undefined, 408),
    () => refuseIf(contactOf(call, idOf(params, 'contact_id')) === undefined, 201),
    () => refuseIf(!account.options.shippingTypes.includes(shippingType), 407, shippingType),
    () =>
      refuseIf(
        rows.some((row) => account.products.get(idOf(row, 'product_id')) === undefined),
        401,
      ),
  );
  if (refusal !== undefined) return refusal;
  const id = given === 0 ? account.deliveries.nextId() : given;
  const items = rows.map((row) => fieldsOf(row, ['product_id', 'quantity']));
  const commit = (): void => account.deliveries.put(id, { id, fields, items }, now);
  return { kind: 'saved', idTag: 'delivery_id', id, commit };
};

export const DELIVERY_METHODS: Methods = {
  getDelivery: { resource: 'product', right: 'product:read', run: getDelivery },
  setDelivery: { resource: 'product', right: 'product:write', run: setDelivery },
};
