import type { Account, Fields, Invoice } from './account.ts';
import { firstRefusal, type Refusal, refuseIf } from './codes.ts';
import { checkCurrency, checkFields, checkRows, idOf, isVatRate } from './fields.ts';
import { CUSTOMER_VAT_TYPES, DIRECTIONS, ISSUED_DIRECTIONS, LANGUAGES, PAYMENT_METHODS } from './vocabulary.ts';
import { childText, type XmlElement } from './xml.ts';

/** What is wrong with an invoice, apart from its buyer. */
export const checkInvoice = (rows: readonly XmlElement[], head: Fields, account: Account): Refusal | undefined =>
  firstRefusal(
    () => checkWords(head, account),
    () => checkDates(head, account),
    () => checkStorno(head, account),
    () => checkRowValues(rows, account),
  );

/** The invoice that a document corrects. */
export const stornoTarget = (head: Fields, account: Account): Invoice | undefined =>
  account.invoices.get(Number(head['storno_id'] ?? '0'));

/** Whether every field is there and of its form. */
export const checkShape = (params: XmlElement, rows: readonly XmlElement[]): Refusal | undefined =>
  firstRefusal(
    () =>
      checkFields(params, [
        ['crdr', 'required'],
        ['method', 'required'],
        ['contact_id', 'required', 'integer'],
        ['currency', 'required'],
        ['fx_rate', 'numeric', 'notZero', 'notNegative'],
        ['issue_date', 'required', 'date'],
        ['payment_date', 'required', 'date'],
        ['fulfillment_date', 'date'],
        ['storno_id', 'integer'],
      ]),
    () => refuseIf(rows.length === 0, 4, '(items)'),
    () =>
      checkRows(rows, [
        ['product_id', 'integer'],
        ['name', 'required'],
        ['quantity', 'required', 'numeric', 'notZero'],
        ['net_price', 'required', 'numeric'],
        ['vat', 'required'],
        ['discount', 'numeric', 'percent'],
      ]),
  );

const checkWords = (head: Fields, { options }: Account): Refusal | undefined => {
  const { crdr = '', method = '', currency = '', language = '', bank_account: bank = '' } = head;
  const vatType = head['customer_vat_type'] ?? '';
  return firstRefusal(
    () => refuseIf(!DIRECTIONS.includes(crdr), 302),
    () => refuseIf(!PAYMENT_METHODS.includes(method), 303),
    () => checkCurrency(currency, options.currencies, 311),
    () => refuseIf(currency !== options.currency && (head['fx_rate'] ?? '') === '', 4, '(fx_rate)'),
    () => refuseIf(language !== '' && !LANGUAGES.includes(language), 308, language),
    () => refuseIf(bank !== '' && !options.bankAccounts.includes(bank), 304),
    () => refuseIf(vatType !== '' && !CUSTOMER_VAT_TYPES.includes(vatType), 312, vatType),
  );
};

const checkDates = (head: Fields, account: Account): Refusal | undefined => {
  const { issue_date: issue = '', payment_date: payment = '' } = head;
  const isOlder = issuedBy(account, head).some(({ fields }) => (fields['issue_date'] ?? '') > issue);
  return firstRefusal(
    () => refuseIf(isOlder, 305),
    () => refuseIf(payment < issue, 306),
  );
};

const checkStorno = (head: Fields, account: Account): Refusal | undefined => {
  const id = head['storno_id'] ?? '';
  if (id === '' || id === '0') return undefined;
  const target = stornoTarget(head, account);
  return refuseIf(target === undefined || stornoTarget(target.fields, account) !== undefined, 307, id);
};

const checkRowValues = (rows: readonly XmlElement[], account: Account): Refusal | undefined => {
  const isUnknown = (id: number): boolean => id !== 0 && account.products.get(id) === undefined;
  return firstRefusal(
    () =>
      refuseIf(
        rows.some((row) => !isVatRate(childText(row, 'vat') ?? '')),
        20,
      ),
    () =>
      refuseIf(
        rows.some((row) => isUnknown(idOf(row, 'product_id'))),
        401,
      ),
  );
};

/** The row of numbers that a document stands in: what the account issues, or what it receives. */
const issuedBy = (account: Account, head: Fields): readonly Invoice[] => {
  if (!ISSUED_DIRECTIONS.includes(head['crdr'] ?? '')) return [];
  return account.invoices.all().filter(({ fields }) => ISSUED_DIRECTIONS.includes(fields['crdr'] ?? ''));
};
