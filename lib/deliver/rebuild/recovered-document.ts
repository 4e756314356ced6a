import type { ShownInvoice, ShownRow } from '../../co3/invoice-reads.ts';
import { formatDecimal, round, times, toDecimal } from '../../event/decimal.ts';
import { minorDigits } from '../../event/money.ts';
import type { Day, Instant } from '../../event/time.ts';
import { PAYMENTS } from '../../settings/payments.ts';
import { CUSTOMER_VAT_TYPES } from '../../settings/vat-words.ts';
import type { DocumentRow } from '../../translate/drafts.ts';
import { grossOf } from '../../translate/vat-factor.ts';
import type { Marker } from '../marker.ts';
import type { LiveDocument } from '../step-records.ts';

/**
 * A document of ours as far as CO3 shows it; undefined where a sum, a row or the day cannot be read. Empty texts stand for what CO3 does
 * not know: which row of the order a row was, and what the order was like then.
 */
export const toRecoveredDocument = (
  invoice: ShownInvoice,
  { purpose, generation }: Pick<Marker, 'purpose' | 'generation'>,
  marker: string,
): LiveDocument | undefined => {
  const { id, contactId, currency, grossMinor, issueDay, paymentDay, fulfilmentDay } = invoice;
  const rows = invoice.rows.map((row) => toRow(row, currency));
  if (grossMinor === null || !isDay(issueDay) || rows.length === 0 || !rows.every((row) => row !== undefined))
    return undefined;
  return {
    id,
    purpose,
    generation,
    marker,
    draft: {
      payment: PAYMENTS.find((payment) => payment === invoice.payment) ?? 'other',
      currency,
      fxRate: invoice.fxRate,
      language: invoice.language,
      bankAccount: invoice.bankAccount,
      customerVatType: CUSTOMER_VAT_TYPES.find((type) => type === invoice.customerVatType) ?? 'PRIVATE_PERSON',
      comment: withoutMarker(invoice.comment, marker),
      rows,
      totalMinor: grossMinor,
      paymentDays: isDay(paymentDay) ? daysBetween(issueDay, paymentDay) : 0,
      fulfilmentDay: isDay(fulfilmentDay) ? fulfilmentDay : null,
    },
    contactId,
    corrects: invoice.stornoId,
    content: '',
    buyer: '',
    ordered: '',
    // An older state of the order, in which it was owed still, is a person's matter.
    refunds: purpose.startsWith('correction') ? 1 : 0,
    isReplaced: false,
    currency,
    totalMinor: grossMinor,
    // Midnight in London is past midnight in Budapest: the same day there.
    issuedAt: `${issueDay}T00:00:00.000Z` as Instant,
    shownMinor: null,
    acceptedMinor: null,
    paidMinor: invoice.balanceMinor ?? 0,
  };
};

const toRow = ({ name, quantity, unit, unitNet, vat, note }: ShownRow, currency: string): DocumentRow | undefined => {
  if (!isDecimal(quantity) || !isDecimal(unitNet)) return undefined;
  const digits = minorDigits(currency);
  const said = vat.replace(/\s*%$/, '');
  const percent = isDecimal(said) ? formatDecimal(toDecimal(said), 0) : null;
  return {
    rowId: '',
    name,
    sku: '',
    quantity,
    unit,
    unitNet,
    vat: percent ?? said,
    netMinor: Number(round(times(toDecimal(quantity), toDecimal(unitNet)), digits).units),
    // A code such as EUT stands for no VAT.
    grossMinor: grossOf(quantity, unitNet, percent ?? '0', digits),
    note,
  };
};

const isDecimal = (text: string): boolean => /^-?\d{1,15}(\.\d{1,15})?$/.test(text);

const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const DAY_MS = 24 * 60 * 60_000;
const daysBetween = (from: Day, to: Day): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS);

const withoutMarker = (comment: string, marker: string): string =>
  comment
    .slice(comment.indexOf(marker) + marker.length)
    .replaceAll('\r\n', '\n')
    .trim();
