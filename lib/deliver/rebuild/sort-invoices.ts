import type { ShownInvoice } from '../../co3/invoice-reads.ts';
import { type OrderKey, type OrderSnapshot, orderKeyOf } from '../../event/snapshot.ts';
import type { Marker } from '../marker.ts';
import { findMarker } from '../marker-in-comment.ts';
import type { LiveDocument } from '../step-records.ts';
import { toRecoveredDocument } from './recovered-document.ts';

export type Named = Pick<ShownInvoice, 'id' | 'number'>;

/** What CO3's invoices say of the documents that we have made. */
export interface Sorted {
  /** Each order's, in the order in which they were made. */
  readonly documents: ReadonlyMap<OrderKey, readonly LiveDocument[]>;
  /** Whole markers that were met. */
  readonly markers: number;
  /** Markers that more than one document bears; the first was taken. */
  readonly doubles: readonly { readonly marker: string; readonly invoices: readonly Named[] }[];
  /** Made in CO3 of a document of ours, with its comment: no document of ours. */
  readonly copies: readonly Named[];
  /** Of ours, and nobody can tell which. */
  readonly pieces: readonly (Named & { readonly comment: string })[];
  /** Of ours, with sums, rows or a day that cannot be read. */
  readonly unreadable: readonly (Named & { readonly marker: string })[];
}

interface Marked {
  readonly invoice: ShownInvoice;
  readonly text: string;
  readonly marker: Marker;
}

/** Finds the documents of this stage and these shops among the account's outgoing invoices. Pure. */
export const sortInvoices = (
  invoices: readonly ShownInvoice[],
  stage: string,
  shops: readonly Pick<OrderSnapshot, 'platform' | 'tenant'>[],
): Sorted => {
  const marked: Marked[] = [];
  const pieces: Sorted['pieces'][number][] = [];
  for (const invoice of invoices.toSorted((a, b) => Number(a.id) - Number(b.id))) {
    const found = findMarker(invoice.comment, stage, shops);
    if (found?.kind === 'whole' && DOCUMENT.test(found.marker.purpose)) marked.push({ invoice, ...found });
    else if (found !== undefined) pieces.push({ ...toNamed(invoice), comment: found.text });
  }
  const textOf = new Map(marked.map(({ invoice, text }) => [invoice.id, text]));
  const isCopy = ({ invoice, text, marker }: Marked): boolean =>
    invoice.stornoId !== null && (marker.purpose === 'invoice' || textOf.get(invoice.stornoId) === text);
  const originals = marked.filter((one) => !isCopy(one));
  const ownIds = new Set(originals.map(({ invoice }) => invoice.id));
  const isOver = toIsOver(invoices.filter(({ id }) => !ownIds.has(id)));
  // One of several invoices of an order that somebody has cancelled in CO3 was one too many.
  const isSpare = (one: Marked): boolean =>
    one.marker.purpose === 'invoice' &&
    isOver(one.invoice) &&
    originals.every(({ invoice }) => invoice.stornoId !== one.invoice.id) &&
    originals.some((other) => other !== one && isInvoiceOfSame(other, one) && !isOver(other.invoice));
  const spare = originals.filter(isSpare);
  const own = [
    ...Map.groupBy(
      originals.filter((one) => !spare.includes(one)),
      ({ text }) => text,
    ).values(),
  ];
  const unreadable: Sorted['unreadable'][number][] = [];
  const documents = new Map<OrderKey, LiveDocument[]>();
  for (const [first] of own) {
    if (first === undefined) continue;
    const document = toRecoveredDocument(first.invoice, first.marker, first.text);
    const key = orderKeyOf(first.marker);
    if (document === undefined) unreadable.push({ ...toNamed(first.invoice), marker: first.text });
    else documents.set(key, [...(documents.get(key) ?? []), document]);
  }
  return {
    documents,
    markers: marked.length,
    doubles: own.flatMap((same) =>
      same.length > 1 && same[0] !== undefined
        ? [{ marker: same[0].text, invoices: same.map(({ invoice }) => toNamed(invoice)) }]
        : [],
    ),
    copies: [...marked.filter(isCopy), ...spare].map(({ invoice }) => toNamed(invoice)),
    pieces,
    unreadable,
  };
};

const isInvoiceOfSame = (a: Marked, b: Marked): boolean =>
  a.marker.purpose === 'invoice' && orderKeyOf(a.marker) === orderKeyOf(b.marker);

/** Whether CO3 calls an invoice cancelled, or these documents of foreign hand leave nothing of it. */
const toIsOver =
  (byHand: readonly ShownInvoice[]) =>
  ({ id, status, grossMinor }: ShownInvoice): boolean => {
    const later = byHand.filter(({ stornoId }) => stornoId === id);
    return (
      status === 'cancelled' ||
      (later.length > 0 && later.reduce((sum, one) => sum + (one.grossMinor ?? 0), grossMinor ?? 0) === 0)
    );
  };

const DOCUMENT = /^(invoice|(correction|storno):\d+)$/;

const toNamed = ({ id, number }: ShownInvoice): Named => ({ id, number });
