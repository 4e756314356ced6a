import type { Instant } from '../event/time.ts';
import type { InvoiceDraft } from '../translate/drafts.ts';

/** What a document says and what it stands for, kept so that it can be corrected, cancelled and recognised later. */
export interface SentDocument {
  /** As it was sent, without contact, marker and dates. */
  readonly draft: InvoiceDraft;
  readonly contactId: string;
  /** CO3's id of the invoice that it corrects or cancels; null for an invoice. */
  readonly corrects: string | null;
  /** Of all rows that were owed then, and of the billed buyer: what a later snapshot is compared with. */
  readonly content: string;
  readonly buyer: string;
  /** Of what was ordered, edits counted and refunds not: an edit changes it. */
  readonly ordered: string;
  /** Refunds that the snapshot had: they never go back by themselves. */
  readonly refunds: number;
  /** A storno that another invoice is to follow. */
  readonly isReplaced: boolean;
}

/** A payment booked on an invoice. */
export interface SentPayment {
  readonly invoiceId: string;
  /** Of the document that it is booked on. */
  readonly document: string;
  readonly amountMinor: number;
  /** What had been paid of it before, as CO3 showed it. */
  readonly beforeMinor: number;
}

/** An invoice that CO3 shows, as evidence for a person. */
export interface SeenInvoice {
  readonly id: string;
  readonly number: string;
  readonly totalMinor: number;
  readonly day: string;
}

/** The search in CO3 for what a step may have left there. */
export interface Look {
  /** Searches that CO3 answered and that found nothing. */
  readonly reads: number;
  /** The next one, in ms; null when the search is over. */
  readonly at: number | null;
  /** CO3 is watched so long, in ms. */
  readonly until: number;
  /** Searching by itself has come to its end: the letter says so, and CO3 is watched on. */
  readonly isPersonAsked: boolean;
  /** The same buyer's invoices of those days that bear no marker. */
  readonly seen: readonly SeenInvoice[];
  /** A person has named the document: its number or id in CO3. */
  readonly adopt: { readonly as: string; readonly by: string } | null;
  /** Why what the person named could not be adopted. */
  readonly refusal: string | null;
}

/** A write to CO3. `sent` is written before the request leaves. */
export interface Step {
  /** `invoice`; corrections, stornos and payments bear a number (`storno:2`). */
  readonly purpose: string;
  readonly generation: number;
  /** `written-off`: a person said that it is not there and may be sent again; CO3 is watched for it a while longer. */
  readonly state: 'sent' | 'done' | 'refused' | 'unknown' | 'written-off';
  /** Stands in the document, so that it can be found again. */
  readonly marker: string;
  /** Of what was sent, without its dates. */
  readonly digest: string;
  /** Of the settings it was translated with: a refusal is final only under these. */
  readonly settingsDigest: string;
  readonly currency: string;
  readonly totalMinor: number;
  /** The lease under which it was sent. */
  readonly lease: string;
  readonly sentAt: number;
  readonly endedAt: number | null;
  readonly tries: number;
  /** CO3's id of what was made. */
  readonly id: string | null;
  /** What was sent, until it is known to be done or refused. */
  readonly document: SentDocument | null;
  readonly payment: SentPayment | null;
  readonly look: Look | null;
  /** CO3's ids of further documents with this marker, or of one that turned up after it had been sent again. */
  readonly doubles: readonly string[];
}

/** A step that is searched for in CO3. */
export type SoughtStep = Step & { readonly look: Look };

/** A document in CO3, as we sent it. */
export interface LiveDocument extends SentDocument {
  /** CO3's id; null where CO3 acknowledged the document without one. */
  readonly id: string | null;
  readonly purpose: string;
  readonly generation: number;
  readonly marker: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly issuedAt: Instant;
  /** The total that CO3 showed where it is another one; null where none was seen. */
  readonly shownMinor: number | null;
  /** The total that a person has accepted although another one was sent. */
  readonly acceptedMinor: number | null;
  /** What is booked as paid of it. */
  readonly paidMinor: number;
}
