/** How firm a name is: documented by CO3, attested by the text of one of its error codes, or assumed by us. */
export type Footing = 'D' | 'E' | 'A';

export type Names = Readonly<Record<string, Footing>>;

/** Elements around every call and every answer. */
export const ENVELOPE = {
  command: 'D',
  api_key: 'D',
  session_key: 'D',
  response: 'D',
  error: 'D',
  code: 'D',
  description: 'D',
  result: 'A',
} as const satisfies Names;

/** Fixed words by the tag that bears them: our word (CO3's, as documented), and how firm it is. Other words go through as they are. */
export const VALUES = {
  result: { OK: 'A' },
  crdr: { outgoing: 'D', received: 'D', 'advance in': 'D', 'advance out': 'D' },
  method: {
    transfer: 'D',
    cash: 'D',
    bankcard: 'D',
    cheque: 'D',
    other: 'D',
    'c.o.d.': 'D',
    'direct debit': 'D',
  },
  currency: { USD: 'D', GBP: 'D', EUR: 'D', HUF: 'D' },
  language: { hu_HU: 'D', en_US: 'D', de_DE: 'D' },
  customer_vat_type: { DOMESTIC: 'E', PRIVATE_PERSON: 'E', OTHER: 'E' },
  status: { cancelled: 'A' },
  vat: { AAM: 'A', TAM: 'A', EUT: 'A', EUKT: 'A' },
  action: { '0': 'D', '1': 'D' },
  service: { '0': 'D', '1': 'D' },
  takein_product_type: { '1': 'D', '3': 'D' },
} as const satisfies Readonly<Record<string, Names>>;

export const ROW = {
  product_id: 'A',
  name: 'A',
  quantity: 'A',
  unit: 'A',
  net_price: 'A',
  vat: 'A',
  discount: 'A',
  note: 'A',
} as const;
export const ROWS = { items: 'A', item: 'A' } as const;
export const STOCK_RECORD = { item_number: 'A', product_name: 'A', net_price: 'A', vat: 'A', stock: 'A' } as const;
export const WAREHOUSES = { warehouses: 'A', warehouse: 'A' } as const;

export const CONTACT = {
  contact_lastname: 'E',
  contact_firstname: 'E',
  contact_firm: 'E',
  contact_owner: 'E',
  contact_categories: 'E',
  contact_email: 'A',
  contact_phone: 'A',
  contact_country: 'A',
  contact_zip: 'A',
  contact_city: 'A',
  contact_address: 'A',
  contact_vat_number: 'A',
  contact_comment: 'A',
} as const;

export const INVOICE = {
  crdr: 'D',
  method: 'D',
  contact_id: 'D',
  currency: 'D',
  issue_date: 'E',
  payment_date: 'E',
  fulfillment_date: 'A',
} as const;

/** What a list of invoices does not tell. */
export const INVOICE_SENT = {
  language: 'D',
  fx_rate: 'D',
  bank_account: 'E',
  storno_id: 'E',
  customer_vat_type: 'E',
  comment: 'A',
} as const;

/** What `getInvoices` tells of each invoice, and `getInvoice` too. */
export const INVOICE_HEADER = {
  invoice_number: 'A',
  customer_name: 'A',
  customer_vat_number: 'A',
  customer_country: 'A',
  customer_zip: 'A',
  customer_city: 'A',
  customer_address: 'A',
  net: 'A',
  gross: 'A',
  balance: 'A',
  status: 'A',
  nav_status: 'A',
  nav_transaction_id: 'A',
} as const;

export const PRODUCT = {
  manufacturer: 'D',
  product_name: 'D',
  item_number: 'D',
  ean_number: 'D',
  foreign_item_number: 'D',
  vtsz_number: 'D',
  product_group: 'D',
  description: 'D',
  action: 'D',
  discount1: 'D',
  discount2: 'D',
  discount3: 'D',
  service: 'D',
  country_code: 'D',
  envfee_code: 'D',
  takein_quantity: 'D',
  takein_contact_id: 'D',
  takein_product_type: 'D',
  takein_start_serial_number: 'D',
  net_price: 'A',
  vat: 'A',
  unit: 'A',
  price_currency: 'A',
  takein_price: 'A',
  takein_currency: 'A',
  takein_warehouse_id: 'A',
  collective_product: 'E',
  photo_url: 'A',
} as const;
