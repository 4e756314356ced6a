import type { AccountOptions } from '../../infra/local/co3/account.ts';
import type { TransportAnswer } from '../../lib/co3/transport.ts';
import { type Co3Desk, md5Of, PASSWORD, type Params, toBody, withoutTag, withTags } from './co3-desk.ts';
import { CONTACT, DELIVERY, INVOICE, invoiceWithRow, PAYMENT, PRODUCT, REMOVAL } from './co3-samples.ts';

/** How each code comes about: what went before, and the call that is refused. */
export interface Story {
  readonly code: number;
  readonly story: string;
  readonly arrange?: (desk: Co3Desk) => Promise<void>;
  readonly act: (desk: Co3Desk) => Promise<TransportAnswer>;
}

type Act = Story['act'];
type Arrange = NonNullable<Story['arrange']>;

const crm =
  (method: string, params: Params): Act =>
  (desk) =>
    desk.call('crm', method, params);
const finance =
  (method: string, params: Params): Act =>
  (desk) =>
    desk.call('finance', method, params);
const product =
  (method: string, params: Params): Act =>
  (desk) =>
    desk.call('product', method, params);

const contactWith = (values: Readonly<Record<string, string>>): Act => crm('setContact', withTags(CONTACT, values));
const invoiceWith = (values: Readonly<Record<string, string>>): Act => finance('setInvoice', withTags(INVOICE, values));
const productWith = (values: Readonly<Record<string, string>>): Act => product('setProduct', withTags(PRODUCT, values));

const after =
  (...calls: readonly Act[]): Arrange =>
  async (desk) => {
    for (const call of calls) await call(desk);
  };

const where =
  (change: (options: AccountOptions) => Partial<AccountOptions>): Arrange =>
  async ({ account }) => {
    account.options = { ...account.options, ...change(account.options) };
  };

const aContact = crm('setContact', CONTACT);
const anInvoice = finance('setInvoice', INVOICE);
const signIn =
  (params: Params): Act =>
  (desk) => {
    desk.clock.advance(1001);
    return desk.post('authenticate', toBody('authenticate', params));
  };
const KEY: Params[number] = ['api_key', 'sample-api-key'];

const atOnce =
  (count: number): Act =>
  async (desk) => {
    const body = toBody('getHistoryTypes', [KEY, ['session_key', desk.session()]]);
    let last = await desk.post('crm', body);
    for (let sent = 1; sent < count; sent += 1) last = await desk.post('crm', body);
    return last;
  };

export const STORIES: readonly Story[] = [
  { code: 1, story: 'a request without a body', act: (desk) => desk.post('crm', '') },
  { code: 2, story: 'a body that ends in the middle', act: (desk) => desk.post('crm', '<command><getContacts>') },
  { code: 3, story: 'a method that CO3 does not have', act: crm('getEverything', []) },
  { code: 4, story: 'invoices of no period', act: finance('getInvoices', [['date_from', '2026-11-01']]) },
  { code: 5, story: 'a key that was withdrawn', arrange: where(() => ({ apiKey: 'another' })), act: aContact },
  {
    code: 6,
    story: 'a session that CO3 never opened',
    act: (desk) => desk.post('crm', toBody('getContacts', [KEY, ['session_key', 'f'.repeat(32)]])),
  },
  { code: 7, story: 'a wrong password', act: signIn([KEY, ['username', 'bridge'], ['password', md5Of('wrong')]]) },
  { code: 8, story: 'three requests at the same time', arrange: pause, act: atOnce(3) },
  { code: 9, story: 'thirty requests at the same time', arrange: pause, act: atOnce(30) },
  {
    code: 10,
    story: 'a session of five minutes ago',
    arrange: async ({ clock }) => clock.advance(300_000),
    act: aContact,
  },
  { code: 11, story: 'plain HTTP', arrange: async ({ simulator }) => simulator.setRequireTls(true), act: aContact },
  { code: 12, story: 'the 30th of February', arrange: after(aContact), act: invoiceWith({ issue_date: '2026-02-30' }) },
  { code: 13, story: 'a contact id with letters', act: crm('getContact', [['contact_id', '12a']]) },
  {
    code: 14,
    story: 'a comma in a price',
    arrange: after(aContact),
    act: finance('setInvoice', invoiceWithRow({ net_price: '1560,5' })),
  },
  {
    code: 15,
    story: 'a row of no pieces',
    arrange: after(aContact),
    act: finance('setInvoice', invoiceWithRow({ quantity: '0' })),
  },
  { code: 16, story: 'a product with a negative price', act: productWith({ net_price: '-1' }) },
  { code: 17, story: 'a discount of 101 percent', act: productWith({ discount2: '101' }) },
  {
    code: 18,
    story: 'a user who may only read',
    arrange: where(({ users }) => ({ users: users.map((user) => ({ ...user, rights: ['crm:read'] })) })),
    act: aContact,
  },
  { code: 19, story: 'a Hungarian postcode with letters', act: contactWith({ contact_zip: 'H-1138' }) },
  {
    code: 20,
    story: 'a tax number with a wrong check digit',
    act: contactWith({ contact_vat_number: '12345675-2-41' }),
  },
  { code: 21, story: 'a currency that nobody has', arrange: after(aContact), act: invoiceWith({ currency: 'XYZ' }) },
  { code: 22, story: 'an e-mail address without a domain', act: contactWith({ contact_email: 'agnes@' }) },
  { code: 23, story: 'a flag that says yes', act: productWith({ service: 'yes' }) },
  { code: 24, story: 'a trial that ended', arrange: where(() => ({ trialEndsAt: 0 })), act: aContact },
  { code: 201, story: 'an invoice for nobody known', act: anInvoice },
  { code: 202, story: 'a name with a lost letter', act: contactWith({ contact_lastname: 'Kov\ufffdcs' }) },
  { code: 203, story: 'an owner who left', act: contactWith({ contact_owner: 'retired' }) },
  { code: 204, story: 'a category that is none', act: contactWith({ contact_categories: 'Webshop,Haver' }) },
  {
    code: 205,
    story: 'a second contact in a plan of one',
    arrange: async (desk) => {
      await where(({ plan }) => ({ plan: { ...plan, contacts: 1 } }))(desk);
      await aContact(desk);
    },
    act: aContact,
  },
  {
    code: 206,
    story: 'a new contact without any name',
    act: contactWith({ contact_lastname: '', contact_firstname: '' }),
  },
  { code: 301, story: 'an invoice that is not there', act: finance('getInvoice', [['invoice_id', '99']]) },
  { code: 302, story: 'a direction that is none', arrange: after(aContact), act: invoiceWith({ crdr: 'sideways' }) },
  {
    code: 303,
    story: 'a payment method that is none',
    arrange: after(aContact),
    act: invoiceWith({ method: 'paypal' }),
  },
  {
    code: 304,
    story: 'a bank account of somebody else',
    arrange: after(aContact),
    act: invoiceWith({ bank_account: '999' }),
  },
  {
    code: 305,
    story: 'an issue date before that of the last invoice',
    arrange: after(aContact, anInvoice),
    act: invoiceWith({ issue_date: '2026-11-21' }),
  },
  {
    code: 306,
    story: 'due before it is issued',
    arrange: after(aContact),
    act: invoiceWith({ payment_date: '2026-11-21' }),
  },
  {
    code: 307,
    story: 'a storno of a storno',
    arrange: after(
      aContact,
      anInvoice,
      finance('setInvoice', withTags(invoiceWithRow({ quantity: '-2' }), { storno_id: '1' })),
    ),
    act: invoiceWith({ storno_id: '2' }),
  },
  { code: 308, story: 'a language that is none', arrange: after(aContact), act: invoiceWith({ language: 'tlh' }) },
  {
    code: 309,
    story: 'a payment for a paid invoice',
    arrange: after(aContact, anInvoice, finance('setInvoiceBalance', PAYMENT)),
    act: finance('setInvoiceBalance', PAYMENT),
  },
  {
    code: 310,
    story: 'more money than is owed',
    arrange: after(aContact, anInvoice),
    act: finance('setInvoiceBalance', withTags(PAYMENT, { amount: '3962.41' })),
  },
  {
    code: 311,
    story: 'a currency that the account does not have',
    arrange: after(aContact),
    act: invoiceWith({ currency: 'CHF', fx_rate: '420' }),
  },
  {
    code: 312,
    story: 'a VAT type that is none',
    arrange: after(aContact),
    act: invoiceWith({ customer_vat_type: 'ALIEN' }),
  },
  { code: 313, story: 'a file that is not there', act: finance('getFile', [['file_id', '99']]) },
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

async function pause({ clock }: Co3Desk): Promise<void> {
  clock.advance(1001);
}

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
