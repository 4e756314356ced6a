import type { PersonalData } from '../deliver/personal-data/personal-data.ts';
import type { WorkRef } from '../deliver/records.ts';
import type { Instant } from '../event/time.ts';

/** `parking`: to be announced in the queue. `closing`: its message is to be taken out again. */
export type LetterState = 'parking' | 'parked' | 'redriving' | 'closing' | 'closed';

export type FixedBy = 'buyer-data' | 'settings' | 'co3-admin' | 'accountant' | 'developer';

export interface LetterField {
  /** CO3's name of the field, empty where the problem is ours. */
  readonly tag: string;
  /** Our name of the place (`buyer.email`, `settings.payments`), empty where only the tag is known. */
  readonly path: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

export interface LetterError {
  /** CO3's number; null for a reason of our own. */
  readonly code: number | null;
  readonly name: string;
  readonly module: string;
  readonly scope: 'call' | 'message' | 'lane';
  readonly fixedBy: FixedBy;
  /** CO3's own words, or ours. */
  readonly text: string;
  readonly fields: readonly LetterField[];
  readonly advice: { readonly en: string; readonly hu: string };
  /** Where docs/errors.md says more. */
  readonly docs: string;
}

export interface LetterHistory {
  readonly at: Instant;
  readonly action: 'parked' | 'redriven' | 'adopted' | 'sent-again' | 'discarded' | 'reopened' | 'corrected' | 'closed';
  readonly by: string;
  /** Of `adopted` the document's number in CO3, of `sent-again` what was written off (`invoice/1`), of `discarded` the person's reason. */
  readonly why: string;
  /** Of `corrected` what has changed; else empty. */
  readonly changes: readonly LetterChange[];
}

/** What a person has put in the place of what the shop sends. */
export interface LetterChange {
  readonly path: string;
  readonly old: string;
  readonly new: string;
}

/** A refused order as it stands in the queue `dead-letters` and in `bridge dlq … --json`. Holds no key, session or secret. */
export interface Letter {
  readonly version: 1;
  /** Hash of order, purpose, generation and the call's digest; without an order, of the body. */
  readonly id: string;
  readonly shop: string;
  readonly account: string;
  readonly state: LetterState;
  readonly parkedAt: Instant;
  readonly subject: { readonly kind: WorkRef['kind'] | 'message'; readonly id: string; readonly label: string };
  readonly error: LetterError;
  /** The snapshot that was tried, or what is known of a message that has none. */
  readonly event: unknown;
  /** The call that was refused, with its keys taken out; null where nothing was sent. */
  readonly call: { readonly method: string; readonly xml: string } | null;
  readonly tries: { readonly count: number; readonly first: Instant; readonly last: Instant };
  readonly history: readonly LetterHistory[];
}

/** The letter's truth, in the ledger. The message in the queue only gives notice of it. */
export interface LetterRecord {
  readonly kind: 'letter';
  readonly key: string;
  readonly version: number;
  readonly writeId: string;
  readonly letter: Letter;
  /** What is tried again by a redrive; null where there is nothing. */
  readonly work: WorkRef | null;
  /** Of the webhook that it came of; null where that is not known, as of goods. */
  readonly traceId: string | null;
  /** The message that gives notice of it, as the queue named it when it was sent. */
  readonly messageId: string | null;
  /** When it was announced, or when its closing began, in ms. */
  readonly noticeAt: number | null;
  /** How its order stood (`standingOf`) when a person discarded it; null where nobody did, or it has no order. */
  readonly discards: string | null;
  readonly personal: PersonalData;
}
