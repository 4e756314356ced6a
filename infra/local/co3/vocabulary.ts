/** CO3's own words, written down apart from the client's: the two can only agree through what is on the wire. */
export const PAYMENT_METHODS = ['transfer', 'cash', 'bankcard', 'cheque', 'other', 'c.o.d.', 'direct debit'];
export const DIRECTIONS = ['received', 'outgoing', 'advance in', 'advance out'];
/** Those that the account itself issues. */
export const ISSUED_DIRECTIONS = ['outgoing', 'advance out'];
/** Both spellings are taken: the second is the one that CO3 prints. */
export const CUSTOMER_VAT_TYPES = ['DOMESTIC', 'PRIVATE_PERSON', 'PIVATE_PERSON', 'OTHER'];
export const VAT_WORDS = ['AAM', 'TAM', 'EUT', 'EUKT', 'EUE', 'HO', 'ATK', 'KBAET', 'EAM', 'NAM'];
export const LANGUAGES = ['hu_HU', 'en_US', 'de_DE', 'fr_FR', 'it_IT', 'es_ES', 'ro_RO', 'sk_SK'];
/** Currencies that CO3 knows; which of them an account may use is the account's matter. */
export const CURRENCIES = ['USD', 'GBP', 'EUR', 'HUF', 'CHF', 'CZK', 'PLN', 'RON', 'SEK', 'DKK', 'NOK'];

export const CONTACT_TAGS = [
  'contact_lastname',
  'contact_firstname',
  'contact_firm',
  'contact_owner',
  'contact_categories',
  'contact_email',
  'contact_phone',
  'contact_country',
  'contact_zip',
  'contact_city',
  'contact_address',
  'contact_vat_number',
  'contact_comment',
];

export const INVOICE_TAGS = [
  'crdr',
  'method',
  'contact_id',
  'currency',
  'fx_rate',
  'language',
  'issue_date',
  'payment_date',
  'fulfillment_date',
  'bank_account',
  'storno_id',
  'customer_vat_type',
];

export const ROW_TAGS = ['product_id', 'name', 'quantity', 'unit', 'net_price', 'vat', 'discount', 'note'];

export const PRODUCT_TAGS = [
  'manufacturer',
  'product_name',
  'item_number',
  'ean_number',
  'foreign_item_number',
  'vtsz_number',
  'product_group',
  'description',
  'action',
  'discount1',
  'discount2',
  'discount3',
  'service',
  'country_code',
  'envfee_code',
  'net_price',
  'vat',
  'unit',
  'price_currency',
  'collective_product',
  'photo_url',
];

/** Where `getProduct` looks. */
export const SEARCHED_TAGS = [
  'manufacturer',
  'product_name',
  'product_group',
  'item_number',
  'foreign_item_number',
  'ean_number',
];

export const WAREHOUSE_ADDRESS_TAGS = ['country', 'zip', 'city', 'address'];
export const MAX_FOUND_PRODUCTS = 1000;
export const MAX_STOCK_PRODUCTS = 100;
