import type { OrderSnapshot } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { returnedMinor } from '../translate/refunded.ts';
import type { LiveDocument, Step } from './step-records.ts';

/** What is to be booked next of an order's money. */
export type PaymentWish =
  | {
      readonly kind: 'book';
      readonly document: LiveDocument & { readonly id: string };
      /** What is to be booked of the document in all. */
      readonly targetMinor: number;
      /** What is missing of it, on the document's side; never 0. */
      readonly amountMinor: number;
      /** The number of the payment: each one that may be in CO3 counts. */
      readonly n: number;
    }
  /** CO3 has not said the document's id: it has to be found first. */
  | { readonly kind: 'no-id'; readonly document: LiveDocument };

interface PaidOrder {
  readonly snapshot: OrderSnapshot;
  readonly documents: readonly LiveDocument[];
  readonly steps: readonly Step[];
}

/** The next payment that is to be booked, by the way of paying on the order's invoice; null where everything is booked or nothing ever is. Pure. */
export const planPayment = (
  order: PaidOrder,
  { bookPayments }: Pick<ShopSettings, 'bookPayments'>,
): PaymentWish | null => {
  const invoice = order.documents.findLast(({ purpose }) => purpose === 'invoice');
  const books = invoice === undefined ? undefined : bookPayments[invoice.draft.payment];
  if (books === undefined || !order.snapshot.paid) return null;
  const next = (books === 'paid' ? moneyThatCameIn(order) : wholeDocuments(order)).find(
    ({ document, targetMinor }) => targetMinor !== document.paidMinor,
  );
  if (next === undefined) return null;
  const { document, targetMinor } = next;
  if (document.id === null) return { kind: 'no-id', document };
  return {
    kind: 'book',
    document: { ...document, id: document.id },
    targetMinor,
    amountMinor: targetMinor - document.paidMinor,
    n: 1 + order.steps.filter(mayBeBooked).length,
  };
};

interface Target {
  readonly document: LiveDocument;
  readonly targetMinor: number;
}

/** What is booked stays so; the rest of the money goes to the first document that bills something and has room for it. */
const moneyThatCameIn = (order: PaidOrder): readonly Target[] => {
  const billing = inTurn(order.documents).filter((document) => wholeOf(document) > 0);
  const restMinor = Math.max(0, cameInMinor(order) - sum(billing.map(({ paidMinor }) => paidMinor)));
  return billing.map((document) => {
    const roomMinor = Math.max(0, wholeOf(document) - document.paidMinor);
    return { document, targetMinor: document.paidMinor + Math.min(roomMinor, restMinor) };
  });
};

/** Negative documents too: what went back is booked on them. */
const wholeDocuments = ({ documents }: PaidOrder): readonly Target[] =>
  documents.map((document) => ({ document, targetMinor: farther(document.paidMinor, wholeOf(document)) }));

/** What is owed of a paid order has come in, and what went back since its first document had come in before. */
const cameInMinor = ({ snapshot, documents }: PaidOrder): number => {
  const [first] = documents;
  const refunds = snapshot.refunds.slice(first?.refunds ?? 0);
  return sum(documents.map(({ totalMinor }) => totalMinor)) + returnedMinor({ refunds });
};

// Money for an order whose invoice was cancelled and issued anew belongs to the one that counts.
const inTurn = (documents: readonly LiveDocument[]): readonly LiveDocument[] => {
  const at = 1 + documents.findLastIndex(({ purpose }) => purpose.startsWith('storno:'));
  return [...documents.slice(at), ...documents.slice(0, at)];
};

/** The most that CO3 takes for it. */
const wholeOf = ({ acceptedMinor, totalMinor }: LiveDocument): number => acceptedMinor ?? totalMinor;

/** Nothing that is booked is taken back. */
const farther = (paidMinor: number, wholeMinor: number): number =>
  wholeMinor < 0 ? Math.min(paidMinor, wholeMinor) : Math.max(paidMinor, wholeMinor);

const mayBeBooked = ({ purpose, state }: Step): boolean =>
  purpose.startsWith('payment:') && (state === 'done' || state === 'unknown' || state === 'written-off');

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
