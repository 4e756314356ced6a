import { aContact, after, product, productWith, type Story, where } from './co3-acts.ts';
import { withTags } from './co3-desk.ts';
import { DELIVERY, REMOVAL } from './co3-samples.ts';

export const PRODUCT_STORIES: readonly Story[] = [
  { code: 401, story: 'a product that is not there', act: productWith({ id: '99' }) },
  {
    code: 402,
    story: 'a warehouse that is not there',
    act: product('removeStock', withTags(REMOVAL, { warehouse_id: '9' })),
  },
  { code: 403, story: 'more pieces than there are', act: product('removeStock', withTags(REMOVAL, { quantity: '9' })) },
  { code: 404, story: 'a product of type 2', act: productWith({ takein_product_type: '2' }) },
  { code: 405, story: 'a set with an unknown part', act: productWith({ collective_product: '1,99' }) },
  { code: 406, story: 'a set that contains itself', act: productWith({ id: '1', collective_product: '2,1' }) },
  {
    code: 407,
    story: 'a shipping type that is none',
    arrange: after(aContact),
    act: product('setDelivery', withTags(DELIVERY, { shipping_type: 'Teve' })),
  },
  { code: 408, story: 'a delivery that is not there', act: product('getDelivery', [['delivery_id', '99']]) },
  {
    code: 409,
    story: 'a price in a currency that the account does not have',
    act: productWith({ price_currency: 'CHF' }),
  },
  {
    code: 410,
    story: 'goods bought in a currency that the account does not have',
    act: productWith({ takein_currency: 'PLN' }),
  },
  {
    code: 411,
    story: 'the stock of 101 products',
    act: product('getStock', [['product_ids', Array(101).fill('1').join(',')]]),
  },
  {
    code: 412,
    story: 'a purchase order without the extension',
    arrange: where(({ plan }) => ({ plan: { ...plan, purchaseOrders: false } })),
    act: product('takeInPurchaseOrder', [['po_id', '1']]),
  },
  {
    code: 413,
    story: 'a project without a purchase order',
    act: product('takeInPurchaseOrder', [['project_code', 'NINCS']]),
  },
  {
    code: 414,
    story: 'a purchase order that was taken in',
    arrange: after(product('takeInPurchaseOrder', [['po_id', '1']])),
    act: product('takeInPurchaseOrder', [['po_id', '1']]),
  },
  {
    code: 415,
    story: 'a warehouse with half an address',
    act: product('setWarehouse', [
      ['warehouse_name', 'Pince'],
      ['zip', '1138'],
    ]),
  },
  { code: 416, story: 'a second warehouse of one name', act: product('setWarehouse', [['warehouse_name', 'Üzlet']]) },
];
