import type { Contract, MethodName } from '../../co3/contract.ts';
import { tagOf } from '../../co3/contract.ts';
import { parseXml } from '../../co3/xml.ts';
import { childText } from '../../co3/xml-find.ts';
import { own } from '../../event/own.ts';
import type { Letter } from '../letter.ts';
import type { Question } from './asked.ts';
import { askCategories, askContact, askContactCount, askOwners } from './contacts.ts';
import { askInvoice, askInvoicesFor, type Borne } from './invoices.ts';
import { askLastInvoice } from './last-invoice.ts';
import { askProduct } from './product.ts';
import { askStock, askWarehouses } from './stock.ts';

/** What CO3 can be asked about the letter; null where nothing that only reads tells more than the letter does. */
export const questionOf = (letter: Letter, contract: Contract): Question | null => {
  const asks = own(QUESTIONS, letter.error.name);
  return asks?.(toTold(letter, contract)) ?? null;
};

/** What a letter tells of its call, by our names of the tags; empty where it tells nothing. */
interface Told {
  readonly sent: (tag: string) => string;
  readonly sku: string;
}

const askBorne = (borne: Borne) => () => askInvoicesFor(borne);

const askCorrected = ({ sent }: Told): Question | null => {
  const id = idIn(sent('invoice_id')) ?? idIn(sent('storno_id'));
  return id === null ? null : askInvoice(id);
};

const askSku = ({ sku }: Told): Question | null => (sku === '' ? null : askProduct(sku));

/** By the error's name. What is not here shows nothing to a read: a right, a form, a date of ours. */
const QUESTIONS: Readonly<Record<string, (told: Told) => Question | null>> = {
  ContactNotAccessible: ({ sent }) => {
    const id = idIn(sent('contact_id'));
    return id === null ? null : askContact(id);
  },
  UnknownContactOwner: () => askOwners,
  InvalidContactCategories: ({ sent }) => askCategories(listIn(sent('contact_categories'))),
  ContactLimitReached: () => askContactCount,
  InvoiceNotFound: askCorrected,
  InvoiceMissingInCo3: askCorrected,
  InvalidStornoId: askCorrected,
  OverPayment: askCorrected,
  UnknownBankAccount: askBorne({
    label: { en: 'bank accounts on the latest invoices', hu: 'bankszámlák a legutóbbi számlákon' },
    path: 'settings.bankAccount',
    of: ({ bankAccount }) => bankAccount ?? '',
  }),
  InvalidLanguage: askBorne({
    label: { en: 'languages of the latest invoices', hu: 'a legutóbbi számlák nyelvei' },
    path: 'settings.languages',
    of: ({ language }) => language,
  }),
  InvalidInvoiceCurrency: askBorne({
    label: { en: 'currencies of the latest invoices', hu: 'a legutóbbi számlák pénznemei' },
    path: 'settings.currency',
    of: ({ currency }) => currency,
  }),
  InvalidCustomerVatType: askBorne({
    label: { en: 'kinds of customer on the latest invoices', hu: 'vevőtípusok a legutóbbi számlákon' },
    path: 'settings.vatCases',
    of: ({ customerVatType }) => customerVatType,
  }),
  IssueDateBeforeLastInvoice: () => askLastInvoice,
  ProductNotFound: askSku,
  ProductNotConfirmed: askSku,
  SkuNotUnique: askSku,
  UnknownWarehouse: ({ sent }) => {
    const id = idIn(sent('product_id')) ?? idIn(sent('id'));
    return id === null ? null : askWarehouses(id);
  },
  NotEnoughStock: ({ sent }) => {
    const productId = idIn(sent('product_id'));
    return productId === null
      ? null
      : askStock({ productId, warehouseId: sent('warehouse_id'), quantity: sent('quantity') });
  },
};

const toTold = ({ call, subject, error }: Letter, contract: Contract): Told => {
  const parsed = call === null ? undefined : parseXml(call.xml);
  const element = parsed?.ok === true ? parsed.value.children[0] : undefined;
  const method = call !== null && isMethod(contract, call.method) ? contract.methods[call.method] : undefined;
  const sent = (tag: string): string =>
    element === undefined || method === undefined ? '' : (childText(element, tagOf(method, tag)) ?? '');
  const named = error.fields.find(({ path }) => path === 'product.sku')?.value ?? '';
  const skus = [sent('item_number'), named, subject.kind === 'product' ? subject.label : ''];
  return { sent, sku: skus.find((sku) => sku !== '') ?? '' };
};

const isMethod = ({ methods }: Contract, method: string): method is MethodName => Object.hasOwn(methods, method);

/** An id of CO3's; 0 asks for something new and is none. */
const idIn = (text: string): string | null => (/^0*[1-9]\d*$/.test(text) ? text : null);

const listIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
