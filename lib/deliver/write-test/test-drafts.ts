import type { AccountSettings, ShopSettings } from '../../settings/settings.ts';
import type { ContactDraft, DocumentRow, InvoiceDraft } from '../../translate/drafts.ts';
import { languageOf } from '../../translate/language.ts';

/** What the comments of its documents begin with. It is no marker: the bridge must never take them for an order's. */
export const TEST_MARK = 'co3-bridge-write-test';

/** The name of their only row: by it they are known where CO3 keeps no comments. */
export const TEST_ROW = 'CO3 bridge próba: árvíztűrő tükörfúrógép & <tétel>';

export const toTestMarker = (id: string, what: 'invoice' | 'storno'): string => `${TEST_MARK}/${id}/${what}`;

/** A person whom there is not, with the owner and the categories that the shop's settings give to buyers. */
export const toTestContact = (
  id: string,
  { seller }: Pick<AccountSettings, 'seller'>,
  shop: Pick<ShopSettings, 'contactOwner' | 'contactCategories'>,
): ContactDraft => ({
  lastName: 'Próba',
  firstName: `Híd ${id}`,
  firm: '',
  email: 'write-test@example.com',
  phone: '+36 1 555 0100',
  country: seller.country,
  zip: '1011',
  city: 'Budapest',
  street: 'Próba utca 1.',
  taxNumber: '',
  owner: shop.contactOwner ?? null,
  categories: shop.contactCategories,
});

/** An invoice of one row at 27 %, worded as the shop's settings have it. */
export const toTestInvoice = (
  { currency, seller }: Pick<AccountSettings, 'currency' | 'seller'>,
  shop: Pick<ShopSettings, 'languages' | 'bankAccount' | 'unit' | 'paymentDays'>,
): InvoiceDraft => ({
  payment: 'transfer',
  currency,
  fxRate: null,
  language: languageOf(seller.country, shop),
  bankAccount: shop.bankAccount ?? null,
  customerVatType: 'PRIVATE_PERSON',
  comment: `Kipróbálás: ezt a számlát egy sztornó követi.\n${'A megjegyzés egészben marad-e meg? '.repeat(6).trim()}`,
  rows: [toRow(shop.unit)],
  totalMinor: 254_000,
  paymentDays: shop.paymentDays,
  fulfilmentDay: null,
});

/** What takes the whole invoice back. */
export const toTestStorno = (invoice: InvoiceDraft): InvoiceDraft => ({
  ...invoice,
  rows: invoice.rows.map((row) => ({
    ...row,
    quantity: `-${row.quantity}`,
    netMinor: -row.netMinor,
    grossMinor: -row.grossMinor,
  })),
  totalMinor: -invoice.totalMinor,
});

const toRow = (unit: string): DocumentRow => ({
  rowId: 'write-test',
  name: TEST_ROW,
  sku: '',
  quantity: '2',
  unit,
  unitNet: '1000.00',
  vat: '27',
  netMinor: 200_000,
  grossMinor: 254_000,
  note: 'próba',
});
