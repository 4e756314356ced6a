import type { Invoice } from '../../infra/local/co3/account.ts';
import type { Co3Simulator } from '../../infra/local/co3/simulator.ts';
import type { TransportAnswer } from '../../lib/co3/transport.ts';
import type { LedgerRecord } from '../../lib/deliver/records.ts';
import type { Owed } from './oracle.ts';
import { makeBookingWatch } from './watch-bookings.ts';
import { type CorrectedPlace, makeCorrectionWatch, type Told } from './watch-corrections.ts';
import { makeDocumentWatch } from './watch-documents.ts';
import { makeLetterWatch } from './watch-letters.ts';
import { makeLineWatch } from './watch-line.ts';
import { makeOutcomeWatch } from './watch-outcomes.ts';

/** A promise that the bridge did not keep. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export interface WatchDeps {
  readonly co3: Co3Simulator;
  /** Whether workers die, or their tables and queues fail, so that what one has learnt may reach nobody. */
  readonly hasUpsets: boolean;
  /** What the order owed in the state of that change: several where two changes look alike. */
  readonly owed: (order: string, changedAt: string) => readonly Owed[];
  /** Whether a first document may be issued in it. */
  readonly isDue: (order: string, changedAt: string) => boolean;
  /** Where the buyer lived in it. */
  readonly streets: (order: string, changedAt: string) => readonly string[];
  /** Whether its shop sends nothing without a person's word. */
  readonly isSupervised: (order: string) => boolean;
  /** Whether a person has let a document of that total go. */
  readonly isReleased: (order: string, totalMinor: number) => boolean;
  /** What its shop sent of the order in the state of that change. */
  readonly told: (order: string, changedAt: string) => readonly Told[];
  /** Whether a person has asked for that correction of it. */
  readonly isAsked: (order: string, path: string, value: string) => boolean;
  /** Whether a person has sent again what CO3 had already: the sum is their matter from there on. */
  readonly isDoubled: (order: string) => boolean;
}

/** Sees every write to the ledger and every call to CO3, and what follows from them there. */
export interface Watch {
  wrote(record: LedgerRecord): void;
  /** A request arrives; answers what ends it. */
  arrives(request: string): (answer: TransportAnswer, isHeard: boolean) => void;
  /** A person has opened the lanes. */
  resumed(): void;
  /** Looks at what CO3 has that it had not before. */
  look(): void;
  /** Somebody has booked in CO3 itself: its balances are taken as they are. */
  bookedByHand(): void;
  /** CO3's documents of an order, in their order. */
  documentsOf(order: string): readonly Invoice[];
  /** What a person's correction has put at a place of an order; undefined where none holds there. */
  corrected(order: string, path: CorrectedPlace): string | undefined;
  /** The first promise that was not kept. */
  readonly broken: Broken | undefined;
}

export const makeWatch = (deps: WatchDeps): Watch => {
  const { co3 } = deps;
  let broken: Broken | undefined;
  const complain = (text: string | undefined): void => {
    if (text !== undefined) broken ??= new Broken(`${new Date(co3.now()).toISOString()} ${text}`);
  };
  const documents = makeDocumentWatch(deps);
  const bookings = makeBookingWatch();
  const line = makeLineWatch(deps);
  const outcomes = makeOutcomeWatch(deps);
  const letters = makeLetterWatch();
  const corrections = makeCorrectionWatch({
    ...deps,
    contactOf: (account, id) => co3.accounts.get(account)?.contacts.get(Number(id)),
  });
  const known = new Map<string, number>();

  return {
    get broken() {
      return broken;
    },
    wrote: (record) => {
      if (record.kind === 'letter') complain(letters.wrote(record));
      if (record.kind !== 'order') return;
      documents.wrote(record);
      bookings.wrote(record);
      complain(corrections.wrote(record));
    },
    arrives: (request) => {
      const apiKey = /<api_key>(?:<!\[CDATA\[)?([^<\]]+)/.exec(request)?.[1] ?? '';
      const method = /<command>\s*<(\w+)/.exec(request)?.[1] ?? '';
      complain(line.arrived(apiKey));
      complain(outcomes.begins(apiKey, method));
      return (answer, isHeard) => {
        line.left(apiKey);
        outcomes.ends(apiKey, method, isHeard && isWhole(answer));
      };
    },
    resumed: () => {
      outcomes.resumed();
      line.resumed();
    },
    look: () => {
      for (const [name, { invoices }] of co3.accounts) {
        const all = invoices.all();
        for (const invoice of all.slice(known.get(name) ?? 0)) complain(documents.appeared(invoice));
        known.set(name, all.length);
        for (const invoice of all) complain(bookings.shown(name, invoice));
      }
      complain(line.answered());
    },
    bookedByHand: () => {
      for (const [name, { invoices }] of co3.accounts)
        for (const invoice of invoices.all()) bookings.accept(name, invoice);
    },
    documentsOf: documents.of,
    corrected: corrections.standing,
  };
};

/** An answer of CO3's, and neither a gateway's page nor half of one. */
const isWhole = (answer: TransportAnswer): boolean =>
  answer.kind === 'answered' && answer.body.trimEnd().endsWith('</response>');
