import type { Day } from '../event/time.ts';
import type { Payment } from '../settings/payments.ts';
import type { CustomerVatType } from '../settings/vat-words.ts';

/** A buyer as a contact, in our words; empty texts where nothing is known. */
export interface ContactDraft {
  readonly lastName: string;
  readonly firstName: string;
  readonly firm: string;
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly zip: string;
  readonly city: string;
  readonly street: string;
  readonly taxNumber: string;
  readonly owner: string | null;
  readonly categories: readonly string[];
}

export interface DocumentRow {
  /** The order's row that it stands for; `rounding` and `refund-difference` are rows of ours. CO3 is not told. */
  readonly rowId: string;
  readonly name: string;
  readonly sku: string;
  /** Decimal text; negative on rows that take back. */
  readonly quantity: string;
  readonly unit: string;
  /** Net price of one, decimal text with 2 to 6 decimals. */
  readonly unitNet: string;
  /** A percent (`"27"`) or the code that a mapping names (`"EUT"`). */
  readonly vat: string;
  /** Minor units of the document's currency, of the whole row. */
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly note: string;
}

/** An invoice without what changes from one sending to the next: contact id, marker and dates. */
export interface InvoiceDraft {
  readonly payment: Payment;
  readonly currency: string;
  /** Decimal text; null in the account's own currency. */
  readonly fxRate: string | null;
  readonly language: string;
  readonly bankAccount: string | null;
  readonly customerVatType: CustomerVatType;
  /** For people: the order's number and the legal phrases. The marker is added when it is sent. */
  readonly comment: string;
  readonly rows: readonly DocumentRow[];
  readonly totalMinor: number;
  readonly paymentDays: number;
  /** Null: the day of issue. */
  readonly fulfilmentDay: Day | null;
}

/** A product in our words; empty texts where the shop says nothing. */
export interface ProductDraft {
  readonly sku: string;
  readonly name: string;
  readonly manufacturer: string;
  readonly group: string;
  readonly ean: string;
  readonly description: string;
  /** Of one piece, decimal text; null where the shop names no price. */
  readonly netPrice: string | null;
  /** A percent (`"27"`). */
  readonly vat: string;
  /** Of the price. */
  readonly currency: string;
  readonly unit: string;
}

/** What an order leads to. */
export interface OrderDrafts {
  readonly contact: ContactDraft;
  /** Whom the contact is remembered by: tax number, else e-mail and name, else the order itself. Not yet joined with the account. */
  readonly contactKey: string;
  /** What is owed in total, gross, minor units. */
  readonly owedMinor: number;
  /** Digest of what was ordered, with edits and without refunds: only an edit changes it. */
  readonly ordered: string;
  /** The invoice of what is owed; its rows are empty where nothing is. */
  readonly invoice: InvoiceDraft;
}

/** Why an order or a product cannot be translated; each is a letter of that name. */
export const TRANSLATE_PROBLEMS = [
  'TotalsMismatch',
  'VatMismatch',
  'RefundDiffers',
  'RefundRowsUnknown',
  'CancelledNotRefunded',
  'VatCaseNotMapped',
  'UnmappedPayment',
  'InvalidTaxNumber',
  'NoBuyer',
  'GiftCardSold',
  'ExchangeRateMissing',
  'TaxClassNotMapped',
] as const;

export interface TranslateProblem {
  readonly name: (typeof TRANSLATE_PROBLEMS)[number];
  /** What does not fit, with both figures where there are two. */
  readonly text: string;
  readonly fields: readonly ProblemField[];
}

/** A place in the order or the settings that a person can mend. */
export interface ProblemField {
  /** `buyer.email`, `settings.payments`, `rows.2.rates`; empty where only CO3's tag is known. */
  readonly path: string;
  readonly value: string;
  readonly allowed: readonly string[];
}
