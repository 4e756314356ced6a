import type { Params } from './co3-desk.ts';
import { withTags } from './co3-desk.ts';

/** Calls that CO3 takes; each story of a refusal alters one of them in one place. */
export const CONTACT: Params = [
  ['contact_id', '0'],
  ['contact_lastname', 'Kovács'],
  ['contact_firstname', 'Ágnes'],
  ['contact_email', 'agnes@example.hu'],
  ['contact_country', 'HU'],
  ['contact_zip', '1138'],
  ['contact_vat_number', '12345676-2-41'],
];

export const ROW: Params = [
  ['name', 'Bögre'],
  ['quantity', '2'],
  ['unit', 'db'],
  ['net_price', '1560'],
  ['vat', '27'],
];

export const INVOICE: Params = [
  ['crdr', 'outgoing'],
  ['method', 'transfer'],
  ['contact_id', '1'],
  ['currency', 'HUF'],
  ['language', 'hu_HU'],
  ['issue_date', '2026-11-22'],
  ['payment_date', '2026-11-30'],
  ['customer_vat_type', 'PRIVATE_PERSON'],
  ['comment', 'test/shopify:acme/1001/invoice/1'],
  ['items', [ROW]],
];

export const invoiceWithRow = (values: Readonly<Record<string, string>>): Params => [
  ...INVOICE.filter(([tag]) => tag !== 'items'),
  ['items', [withTags(ROW, values)]],
];

export const PAYMENT: Params = [
  ['invoice_id', '1'],
  ['amount', '3962.4'],
  ['payment_date', '2026-11-22'],
];

export const PRODUCT: Params = [
  ['id', '0'],
  ['product_name', 'Tányér'],
  ['item_number', 'PLT-004'],
  ['vtsz_number', '69120023'],
  ['net_price', '2100'],
  ['vat', '27'],
  ['price_currency', 'HUF'],
  ['service', '0'],
];

export const DELIVERY: Params = [
  ['delivery_id', '0'],
  ['contact_id', '1'],
  ['shipping_type', 'GLS'],
  [
    'items',
    [
      [
        ['product_id', '1'],
        ['quantity', '1'],
      ],
    ],
  ],
];

export const REMOVAL: Params = [
  ['product_id', '1'],
  ['warehouse_id', '2'],
  ['quantity', '3'],
];
