import type { OrderSnapshot } from '../../event/snapshot.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../fields.ts';

type Note = OrderSnapshot['notes'][number];

/** Where an order's free texts stand; besides them each piece of its meta data. */
export const NOTE_PLACES = ['customer_note', 'billing.company', 'billing.address_2'] as const;
export const META = 'meta_data.';

/** Where the plugins that ask for a tax number keep it: Hungarian numbers first, since they say more than a VAT number of the EU. */
export const TAX_NUMBER_PLACES = [
  '_billing_wc_szamlazz_adoszam',
  'wc_szamlazz_adoszam',
  '_billing_wc_billingo_plus_adoszam',
  'wc_billingo_plus_adoszam',
  'billingo_plus_adoszam',
  '_billing_tax_number',
  'adoszam',
  '_billing_eu_vat_number',
  '_billing_vat_number',
  '_vat_number',
  'vat_number',
].map((key) => `${META}${key}`);

/** The free texts in which shops keep tax numbers, by their place. Long ones and those that are no texts are left out. */
export const readNotes = (order: Fields): Note[] => {
  const billing = fieldsOf(order['billing']);
  const metas = listOf(order['meta_data'])
    .filter((meta) => textOf(meta['key']) !== '')
    .map((meta) => ({ name: `${META}${textOf(meta['key'])}`, value: textOf(meta['value']) }));
  const texts: Readonly<Record<(typeof NOTE_PLACES)[number], unknown>> = {
    customer_note: order['customer_note'],
    'billing.company': billing['company'],
    'billing.address_2': billing['address_2'],
  };
  const others = NOTE_PLACES.map((name) => ({ name, value: textOf(texts[name]) }));
  return [...metas, ...others].filter(({ value }) => value !== '' && value.length <= LONGEST);
};

/** Plugins keep whole documents in meta data; no tax number is as long. */
const LONGEST = 200;
