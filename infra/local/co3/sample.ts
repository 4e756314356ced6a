import type { Account, AccountOptions, Fields } from './account.ts';
import type { Co3Simulator } from './simulator-types.ts';

/** They open nothing but the simulator on this machine. */
export const SAMPLE_CREDENTIALS = {
  apiKey: 'sample-api-key',
  username: 'bridge',
  password: 'sample-password',
};

/** The account of the sample shop. */
export const SAMPLE_ACCOUNT: AccountOptions = {
  name: 'acme',
  apiKey: SAMPLE_CREDENTIALS.apiKey,
  currency: 'HUF',
  users: [{ username: SAMPLE_CREDENTIALS.username, password: SAMPLE_CREDENTIALS.password, rights: 'all' }],
  plan: { contacts: 1000, purchaseOrders: true },
  trialEndsAt: null,
  currencies: ['HUF', 'EUR', 'USD', 'GBP'],
  bankAccounts: ['11700000-20000001-00000000', 'HU42117000002000000100000000'],
  categories: ['Webshop', 'Viszonteladó', 'Beszállító'],
  shippingTypes: ['GLS', 'Foxpost', 'Személyes átvétel'],
  customFields: ['order_reference'],
  historyTypes: ['Telefon', 'E-mail', 'Találkozó'],
};

const WAREHOUSES: readonly Fields[] = [
  { warehouse_name: 'Központi raktár', country: 'HU', zip: '1138', city: 'Budapest', address: 'Váci út 99.' },
  { warehouse_name: 'Üzlet' },
];

const PRODUCTS: readonly { readonly fields: Fields; readonly stock: Readonly<Record<string, string>> }[] = [
  { fields: toProduct('BAG-001', 'Vászontáska', '2350'), stock: { 1: '120', 2: '8' } },
  { fields: toProduct('MUG-002', 'Bögre, „Jó reggelt”', '1560'), stock: { 1: '40' } },
  { fields: toProduct('TEE-003-M', 'Póló, M', '3920'), stock: { 1: '15', 2: '3' } },
];

/** Lays out the sample account: two warehouses, three products, a purchase order that waits, a file. */
export const addSampleAccount = (simulator: Co3Simulator, options: AccountOptions, at: number): Account => {
  const account = simulator.addAccount(options);
  WAREHOUSES.forEach((fields, index) => {
    account.warehouses.put(index + 1, { id: index + 1, fields }, at);
  });
  PRODUCTS.forEach(({ fields, stock }, index) => {
    account.products.put(index + 1, { id: index + 1, fields, stock }, at);
  });
  const items = [{ productId: 1, warehouseId: 1, quantity: '50' }];
  account.purchaseOrders.put(1, { id: 1, projectCode: 'OSZ-2026', status: 'waiting', items }, at);
  account.files.put(1, { id: 1, name: 'aszf.txt', base64: 'w4FTWkY=' }, at);
  return account;
};

function toProduct(sku: string, name: string, netPrice: string): Fields {
  return {
    item_number: sku,
    product_name: name,
    net_price: netPrice,
    vat: '27',
    unit: 'db',
    price_currency: 'HUF',
    service: '0',
  };
}
