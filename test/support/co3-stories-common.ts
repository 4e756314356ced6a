import {
  aContact,
  after,
  anInvoice,
  atOnce,
  contactWith,
  crm,
  finance,
  invoiceWith,
  KEY,
  pause,
  productWith,
  type Story,
  signIn,
  where,
} from './co3-acts.ts';
import { md5Of, toBody } from './co3-desk.ts';
import { invoiceWithRow } from './co3-samples.ts';

export const COMMON_STORIES: readonly Story[] = [
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
];
