import type { Dialect } from '../../infra/local/co3/dialect.ts';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import type { Outage } from '../../infra/local/co3/simulator-types.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import type { History } from './histories.ts';

export interface ShopPlan {
  readonly account: number;
  readonly issueOn: 'paid' | 'placed' | 'fulfilled';
  readonly edits: ShopSettings['edits'];
  readonly books: 'nothing' | 'paid' | 'paid-and-refunded';
  readonly hasDifferenceRow: boolean;
  readonly mode: ShopSettings['mode'];
}

export interface OrderPlan {
  readonly shop: number;
  readonly buyer: number;
  /** When it is placed, since the beginning. */
  readonly atMs: number;
  /** Before the day from which the shop's orders are invoiced. */
  readonly isOld: boolean;
  readonly history: History;
}

/** What happens to a worker at a call of a port: the nth of that port in the whole story, and so many from there on. */
export interface Upset {
  readonly port: Port;
  readonly nth: number;
  readonly times: number;
  readonly when: 'before' | 'after';
  /** `fail`: the port rejects; a clock and CO3's line never do. */
  readonly what: { readonly kind: 'kill' | 'fail' } | { readonly kind: 'stall'; readonly ms: number };
}

export const PORTS = [
  'any',
  'ledger.read',
  'ledger.write',
  'ledger.due',
  'events.send',
  'inbox.delete',
  'dead-letters',
  'co3',
  'clock',
  'desk',
] as const;
export type Port = (typeof PORTS)[number];

/**
 * What a person does about the nth open letter, the nth order that waits for a release, the nth document in CO3 (the bookkeeper books
 * the half of it, or what is left), or the accounts' lanes. `send-again` does not look into CO3 before. `correct` is for what the letter
 * points at, with another value of each `nth`; `correct-wrongly` has one there that is refused again; `correct-back` puts the shop's own back.
 */
export interface PersonPlan {
  readonly atMs: number;
  readonly does:
    | 'correct'
    | 'correct-wrongly'
    | 'correct-elsewhere'
    | 'correct-back'
    | 'redrive'
    | 'redrive-cause'
    | 'decide'
    | 'send-again'
    | 'move-to-events'
    | 'discard'
    | 'release'
    | 'book-half'
    | 'book-rest'
    | 'resume';
  readonly nth: number;
}

/** A story is data: what the shops, CO3, AWS and people do. */
export interface Story {
  /** Of CO3's way of answering, and of the time that every call of a port takes. */
  readonly dialect: number;
  readonly pace: number;
  readonly comment: Dialect['comment'];
  /** How the accounts' lanes stand: opened, with proven markers or without, or never seen. */
  readonly lanes: 'proven' | 'unproven' | 'fresh';
  /** How far the ledger's indexes are behind. */
  readonly indexLagMs: number;
  /** Of ten messages that are deleted, so many come once more. */
  readonly comeAgain: number;
  /** A message that was received so often is given up by its queue. */
  readonly maxReceives: number;
  readonly shops: readonly ShopPlan[];
  readonly orders: readonly OrderPlan[];
  readonly faults: readonly FaultRule[];
  /** Of the calls that save a document or a payment, these are answered with CO3's database error although they have. */
  readonly lies: readonly number[];
  readonly outages: readonly { readonly atMs: number; readonly forMs: number; readonly kind: Outage }[];
  readonly upsets: readonly Upset[];
  readonly people: readonly PersonPlan[];
  /** What people do about all letters that are open when everything has come to rest; `mend` corrects them and redrives them then. */
  readonly afterwards: 'nothing' | 'redrive' | 'mend' | 'decide' | 'send-again';
  /** When the shop posts something that is no order. */
  readonly garbage: readonly number[];
}
