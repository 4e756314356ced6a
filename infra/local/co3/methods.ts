import type { Method, Methods } from './call.ts';
import { CRM_METHODS } from './crm.ts';
import { DELIVERY_METHODS } from './deliveries.ts';
import { FINANCE_METHODS } from './finance.ts';
import { PRODUCT_METHODS } from './products.ts';
import { PURCHASE_ORDER_METHODS } from './purchase-orders.ts';
import { STOCK_METHODS } from './stock.ts';

const METHODS: Methods = {
  ...CRM_METHODS,
  ...FINANCE_METHODS,
  ...PRODUCT_METHODS,
  ...STOCK_METHODS,
  ...DELIVERY_METHODS,
  ...PURCHASE_ORDER_METHODS,
};

/** The method of that name at this resource; the signing in is none of them. */
export const methodOf = (resource: string, name: string): Method | undefined => {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  return method?.resource === resource ? method : undefined;
};
