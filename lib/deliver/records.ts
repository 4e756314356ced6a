import type { Letter, LetterRecord } from '../dead-letters/letter.ts';
import type { OrderKey, OrderSnapshot } from '../event/snapshot.ts';
import type { Instant } from '../event/time.ts';
import type { ToldRecord } from './alerts/told-record.ts';
import type { Correction } from './corrections/correction.ts';
import type { ItemRecord, ListingRecord, ProductRecord, StockRecord } from './goods-records.ts';
import type { LaneRecord } from './lane-records.ts';
import type { PersonalData } from './personal-data/personal-data.ts';
import type { ShopRecord } from './shop/shop-record.ts';
import type { LiveDocument, Step } from './step-records.ts';

/** Every write raises `version` by one and bears an id of its own, so that a writer recognises its write after a lost answer. */
export interface Versioned {
  readonly key: string;
  readonly version: number;
  readonly writeId: string;
}

export type WorkStatus =
  | 'due' // something may be done
  | 'settled' // nothing is owed that is not there
  | 'waiting' // the shop has to send something first (a payment, a newer snapshot)
  | 'shadow' // seen in shadow: only a release sends it
  | 'release' // supervised: waits for a person
  | 'letter'; // waits in the dead-letter queue

/** A letter that a person has closed because its matter is settled otherwise. */
export interface Discarded {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
}

/** What work can be due for. */
export interface Worked extends Versioned {
  readonly shop: string;
  readonly account: string;
  /** The open letter. Its content stands here until the letter's own record and its message say the same. */
  readonly letter: { readonly id: string; readonly content: Letter | null } | null;
  /** Letters that are answered and whose records do not say so yet. */
  readonly closing: readonly { readonly id: string; readonly why: string }[];
  /** The letter that a person has discarded last; a redrive of it takes that back. */
  readonly discarded: Discarded | null;
  /** A redrive lets the next plan go although the same was refused before. */
  readonly redrive: boolean;
  readonly status: WorkStatus;
  /** Why it stands where it stands, for people: `NotPaid`, `BeforeInvoiceFrom`, a letter's name … */
  readonly reason: string;
  /** When something may be done, in ms; null where nothing is to be done. */
  readonly dueAt: number | null;
  /** Starts of work that have not ended by themselves. */
  readonly starts: number;
  /** Tries for one step that is tried again by itself. */
  readonly tries: number;
}

export interface OrderRecord extends Worked {
  readonly kind: 'order';
  readonly key: OrderKey;
  readonly number: string;
  /** Of the webhook that changed it last: every log line about the order bears it. */
  readonly traceId: string;
  readonly snapshot: OrderSnapshot;
  /** What people have put in the place of what the shop sends, those that hold no more among them. */
  readonly corrections: readonly Correction[];
  /** Of the snapshot that a webhook told in part and the shop's API was asked about; null where that was not done. */
  readonly asked: string | null;
  /** Another snapshot of the same time that is no further state; two minutes later it is the letter `ConflictingSnapshots`. */
  readonly rival: { readonly snapshot: OrderSnapshot; readonly since: number } | null;
  /** First seen in shadow: stamped for good. */
  readonly shadow: boolean;
  /** A person has let the plan of this digest go. */
  readonly release: { readonly digest: string; readonly at: Instant } | null;
  readonly steps: readonly Step[];
  readonly documents: readonly LiveDocument[];
  /** Ids of all letters that there were of it. */
  readonly letters: readonly string[];
  readonly personal: PersonalData;
  /** The buyer of its documents was corrected by a person, and that correction was cleared: the shop still sends the other one. */
  readonly isBuyerCorrectionLost: boolean;
  /** `of` is the digest of how the order stood then (`standingOf`): as long as it stands so, nothing is planned for it. */
  readonly discarded: (Discarded & { readonly of: string }) | null;
}

/** A buyer as CO3 knows them; one per account and tax number, or e-mail and name. */
export interface ContactRecord extends Versioned {
  readonly kind: 'contact';
  readonly account: string;
  /** CO3's id; null while it is being made. */
  readonly contactId: string | null;
  /** Digest of the billing data that CO3 holds. */
  readonly billing: string | null;
  /** A write whose outcome is not known; `reads` times it was looked for in vain, and next at `readAt`. */
  readonly sent: {
    readonly digest: string;
    readonly at: number;
    readonly reads: number;
    readonly readAt: number;
    /** CO3 said OK without an id: the contact is there, so it is never made again. */
    readonly acknowledged: boolean;
  } | null;
  /** CO3 did not know the contact any more, and it was made once again. */
  readonly remade: boolean;
  /** It was in CO3 before us: its owner and categories, and what its buyer does not say, are left as they are. */
  readonly adopted: boolean;
}

/** An import of the contacts that an account of CO3 had already; it stands here only when it was carried through. */
export interface ContactImportRecord extends Versioned {
  readonly kind: 'contact-import';
  readonly account: string;
  /** Where its names stand: an import under way writes into the other one. */
  readonly edition: Edition;
  readonly contacts: number;
  /** When, in ms. */
  readonly at: number;
}

export type Edition = 'a' | 'b';

/** One of the 256 parts of an import: CO3's ids by the digest of a name, which holds nothing that can be read of a person. */
export interface NamesRecord extends Versioned {
  readonly kind: 'names';
  readonly account: string;
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

/** `platform:tenant#number` → the order's key, for people who know only the number. */
export interface NumberRecord extends Versioned {
  readonly kind: 'number';
  readonly order: OrderKey;
}

/** Documents of an order that CO3 has and the table had forgotten; the order itself may not have come again yet. */
export interface RecoveredRecord extends Versioned {
  readonly kind: 'recovered';
  readonly key: OrderKey;
  readonly account: string;
  readonly documents: readonly LiveDocument[];
}

export type LedgerRecord =
  | OrderRecord
  | ListingRecord
  | ProductRecord
  | StockRecord
  | ItemRecord
  | ContactRecord
  | ContactImportRecord
  | NamesRecord
  | LaneRecord
  | ShopRecord
  | NumberRecord
  | LetterRecord
  | RecoveredRecord
  | ToldRecord;
export type RecordKind = LedgerRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<LedgerRecord, { kind: K }>;

/** A record that work is due for. Orders come before all catalogue work. */
export type WorkRef =
  | { readonly kind: 'order'; readonly key: OrderKey }
  | { readonly kind: 'listing' | 'product' | 'stock'; readonly key: string };
export type GoodsKind = Exclude<WorkRef['kind'], 'order'>;
export type WorkedRecord = RecordOf<WorkRef['kind']>;
export type GoodsRecord = RecordOf<GoodsKind>;
