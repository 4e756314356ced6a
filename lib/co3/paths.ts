import { own } from '../event/own.ts';

/**
 * Where the value of a tag can be mended, in our words: a place in the order or in the settings. `{row}` stands for the row's index.
 * Tags that a person cannot mend there (`crdr`, `contact_id`) have none.
 */
const PATHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  any: {
    contact_lastname: 'buyer.name.last',
    contact_firstname: 'buyer.name.first',
    contact_firm: 'buyer.company',
    contact_email: 'buyer.email',
    contact_phone: 'buyer.phone',
    contact_country: 'buyer.country',
    contact_zip: 'buyer.address.zip',
    contact_city: 'buyer.address.city',
    contact_address: 'buyer.address.street',
    contact_vat_number: 'buyer.taxNumber',
    contact_owner: 'settings.contactOwner',
    contact_categories: 'settings.contactCategories',
  },
  setInvoice: {
    method: 'settings.payments',
    currency: 'settings.currency',
    fx_rate: 'settings.fxRate',
    language: 'settings.languages',
    payment_date: 'settings.paymentDays',
    fulfillment_date: 'settings.fulfilmentDate',
    bank_account: 'settings.bankAccount',
    customer_vat_type: 'settings.vatCases',
    name: 'rows.{row}.name',
    quantity: 'rows.{row}.quantity',
    unit: 'settings.unit',
    net_price: 'rows.{row}.netMinor',
    vat: 'rows.{row}.rates',
  },
  setInvoiceBalance: { bank_account: 'settings.bankAccount' },
  setProduct: {
    product_name: 'product.name',
    item_number: 'product.sku',
    ean_number: 'product.ean',
    manufacturer: 'product.manufacturer',
    product_group: 'product.group',
    description: 'product.description',
    net_price: 'product.price',
    vat: 'settings.products',
    unit: 'settings.unit',
    price_currency: 'settings.products',
    takein_currency: 'account.currency',
    takein_warehouse_id: 'settings.stock',
    takein_quantity: 'stock.quantity',
  },
  removeStock: { warehouse_id: 'settings.stock', quantity: 'stock.quantity' },
};

/** Our name of a tag's place in a call of ours; empty where it has none, `rows` where the row is not known. */
export const pathOf = (method: string, tag: string, row: number | null): string => {
  const path = own(own(PATHS, method) ?? {}, tag) ?? own(PATHS['any'] ?? {}, tag) ?? '';
  return row === null ? path.replace(/\.\{row\}.*$/, '') : path.replace('{row}', String(row));
};

/** Whether some call of ours has this tag with a place. */
export const isKnownTag = (tag: string): boolean => Object.values(PATHS).some((table) => Object.hasOwn(table, tag));
