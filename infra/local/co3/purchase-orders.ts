import type { Account, PurchaseOrder } from './account.ts';
import type { Call, Methods, Outcome } from './call.ts';
import { refuse } from './codes.ts';
import { checkFields, idOf } from './fields.ts';
import { withStock } from './products.ts';
import { childText } from './xml.ts';

const takeInPurchaseOrder = ({ account, params, now }: Call): Outcome => {
  if (!account.options.plan.purchaseOrders) return refuse(412);
  const shape = checkFields(params, [['po_id', 'integer']]);
  if (shape !== undefined) return shape;
  const project = childText(params, 'project_code') ?? '';
  if (idOf(params, 'po_id') === 0 && project === '') return refuse(4, '(po_id)');
  const order =
    project === ''
      ? account.purchaseOrders.get(idOf(params, 'po_id'))
      : account.purchaseOrders.all().findLast(({ projectCode }) => projectCode === project);
  if (order === undefined && project !== '') return refuse(413, project);
  if (order?.status !== 'waiting') return refuse(414);
  return { kind: 'saved', idTag: 'po_id', id: order.id, commit: () => takeIn(order, account, now) };
};

export const PURCHASE_ORDER_METHODS: Methods = {
  takeInPurchaseOrder: { resource: 'product', right: 'product:write', run: takeInPurchaseOrder },
};

const takeIn = (order: PurchaseOrder, account: Account, now: number): void => {
  account.purchaseOrders.put(order.id, { ...order, status: 'taken-in' }, now);
  for (const { productId, warehouseId, quantity } of order.items) {
    const product = account.products.get(productId);
    if (product !== undefined) account.products.put(productId, withStock(product, warehouseId, quantity), now);
  }
};
