import {
  type Act,
  aContact,
  anInvoice,
  contactWith,
  crm,
  finance,
  invoiceWith,
  KEY,
  product,
  productWith,
  signIn,
} from './co3-acts.ts';
import { PASSWORD, withoutTag, withTags } from './co3-desk.ts';
import { CONTACT, DELIVERY, invoiceWithRow, PAYMENT, REMOVAL } from './co3-samples.ts';

/** Calls that CO3 takes, from an account with a contact and an invoice. */
export const GOOD_CALLS: readonly (readonly [story: string, act: Act])[] = [
  ['a contact', aContact],
  ['an invoice', anInvoice],
  ['an invoice in euro', invoiceWith({ currency: 'EUR', fx_rate: '400.5' })],
  ['an invoice of a VAT type as CO3 spells it', invoiceWith({ customer_vat_type: 'PIVATE_PERSON' })],
  ['an invoice whose row is exempt', finance('setInvoice', invoiceWithRow({ vat: 'AAM' }))],
  ['an invoice from before, received', invoiceWith({ crdr: 'received', issue_date: '2026-01-02' })],
  ['a payment to the last fillér', finance('setInvoiceBalance', PAYMENT)],
  ['a file', finance('getFile', [['file_id', '1']])],
  ['a product', productWith({})],
  ['a product with goods', productWith({ takein_quantity: '5', takein_warehouse_id: '1', takein_product_type: '3' })],
  ['a set', productWith({ collective_product: '1,2' })],
  ['the last pieces', product('removeStock', withTags(REMOVAL, { quantity: '8' }))],
  ['the stock of 100 products', product('getStock', [['product_ids', Array(100).fill('1').join(',')]])],
  ['a delivery', product('setDelivery', DELIVERY)],
  ['a purchase order by its project', product('takeInPurchaseOrder', [['project_code', 'OSZ-2026']])],
  ['a warehouse without an address', product('setWarehouse', [['warehouse_name', 'Pince']])],
  ['a contact abroad with letters in the postcode', contactWith({ contact_country: 'NL', contact_zip: '1012 AB' })],
  ['a contact without an address', crm('setContact', withoutTag(CONTACT, 'contact_zip'))],
  ['a sign-in', signIn([KEY, ...PASSWORD])],
];
