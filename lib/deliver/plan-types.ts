import type { Co3Error } from '../co3/codes.ts';
import { type OwnProblemName, toOwnError } from '../co3/own-problems.ts';
import { digestOf } from '../event/digest.ts';
import type { InvoiceDraft, OrderDrafts } from '../translate/drafts.ts';
import type { OrderRecord, WorkStatus } from './records.ts';
import type { LiveDocument, SentDocument } from './step-records.ts';

/** What a plan is made from. */
export type Planned = Pick<
  OrderRecord,
  | 'snapshot'
  | 'corrections'
  | 'asked'
  | 'rival'
  | 'shadow'
  | 'release'
  | 'steps'
  | 'documents'
  | 'personal'
  | 'isBuyerCorrectionLost'
  | 'letter'
  | 'discarded'
  | 'redrive'
  | 'starts'
>;

/** A document that is to be sent, with the digests that say whether it is the same as another one. */
export interface DocumentPlan {
  readonly kind: 'document';
  readonly purpose: string;
  readonly generation: number;
  /** The buyer, and what is owed in all. */
  readonly drafts: OrderDrafts;
  /** What is sent. */
  readonly draft: InvoiceDraft;
  /** CO3's id of the contact that the document goes to; null where it has to be made sure of first. */
  readonly contactId: string | null;
  readonly sent: Omit<SentDocument, 'draft' | 'contactId'>;
  /** Of the buyer's data, and of the document without dates. */
  readonly billing: string;
  readonly document: string;
  /** Of all that a person sees before a release. */
  readonly digest: string;
  readonly settingsDigest: string;
}

/** A payment that is to be booked on a document. */
export interface PaymentPlan {
  readonly kind: 'payment';
  readonly purpose: string;
  readonly generation: number;
  readonly document: LiveDocument & { readonly id: string };
  /** What is to be booked of the document in all. */
  readonly targetMinor: number;
  readonly digest: string;
  readonly settingsDigest: string;
}

/** The shop's own API is to be asked about the snapshot of this digest. */
export interface FetchPlan {
  readonly kind: 'fetch';
  readonly digest: string;
}

export interface LetterPlan {
  readonly kind: 'letter';
  readonly error: Co3Error;
  readonly purpose: string;
  readonly generation: number;
  readonly digest: string;
}

export type Plan =
  | { readonly kind: 'nothing'; readonly status: WorkStatus; readonly reason: string }
  | { readonly kind: 'wait'; readonly until: number; readonly reason: string }
  | LetterPlan
  | FetchPlan
  | DocumentPlan
  | PaymentPlan;

type Fields = readonly { path: string; value: string; allowed: readonly string[] }[];

/** A letter of ours. Without an identity of its own it is another letter whenever its words are others. */
export const ownLetter = (
  name: OwnProblemName,
  text: string,
  fields: Fields = [],
  identity: { readonly purpose: string; readonly generation: number; readonly digest: string } = {
    purpose: 'invoice',
    generation: 1,
    digest: digestOf([name, text, fields]),
  },
): LetterPlan => ({ kind: 'letter', error: toOwnError(name, text, fields), ...identity });
