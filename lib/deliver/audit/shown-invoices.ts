import { markerLineOf, type ShownInvoice } from '../../co3/invoice-reads.ts';
import { type OrderKey, orderKeyOf } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { parseMarker } from '../marker.ts';
import { findMarker } from '../marker-in-comment.ts';

/** An invoice of CO3 with what its comment says of its origin. */
export interface Marked {
  readonly invoice: ShownInvoice;
  /** `ours`: a marker of this shop and stage; `piece`: what CO3 has left of one. `other-shop`, `other-stage`: a marker of the bridge's. */
  readonly origin: 'ours' | 'piece' | 'other-shop' | 'other-stage' | 'none';
  readonly marker: string | null;
  readonly order: OrderKey | null;
}

/** The invoices that CO3 shows, and how they hang together. */
export interface ShownInvoices {
  readonly all: readonly Marked[];
  byId(id: string): Marked | undefined;
  /** Those that bear this marker in their own right: CO3 may copy a comment into the storno of its invoice. */
  withMarker(marker: string): readonly Marked[];
  /** Documents that correct or cancel this one. */
  correcting(id: string): readonly Marked[];
  /** A storno or corrective invoice that was made of an invoice with the very same comment. */
  isCopy(one: Marked): boolean;
  /** CO3 says so, or the documents that correct it leave nothing of it. */
  isCancelled(one: Marked): boolean;
}

export const toShownInvoices = (
  invoices: readonly ShownInvoice[],
  shop: ShopSettings,
  stage: string,
): ShownInvoices => {
  const byId = new Map(invoices.map((invoice) => [invoice.id, toMarked(invoice, shop, stage)]));
  const all = [...byId.values()];
  const corrections = Map.groupBy(all, ({ invoice }) => invoice.stornoId);
  const correcting = (id: string): readonly Marked[] => corrections.get(id) ?? [];
  const isCopy = ({ invoice, marker }: Marked): boolean =>
    marker !== null && invoice.stornoId !== null && byId.get(invoice.stornoId)?.marker === marker;
  const markers = Map.groupBy(
    all.filter((one) => !isCopy(one)),
    ({ marker }) => marker,
  );
  return {
    all,
    byId: (id) => byId.get(id),
    withMarker: (marker) => markers.get(marker) ?? [],
    correcting,
    isCopy,
    isCancelled: ({ invoice }) =>
      isCancelledByStatus(invoice) || isNothingLeft([invoice, ...correcting(invoice.id).map((one) => one.invoice)]),
  };
};

/** Whether CO3 says that an invoice was cancelled. */
export const isCancelledByStatus = ({ status }: ShownInvoice): boolean => status === 'cancelled';

const isNothingLeft = (chain: readonly ShownInvoice[]): boolean =>
  chain.length > 1 &&
  chain.every(({ grossMinor }) => grossMinor !== null) &&
  chain.reduce((sum, { grossMinor }) => sum + (grossMinor ?? 0), 0) === 0;

const toMarked = (invoice: ShownInvoice, shop: ShopSettings, stage: string): Marked => {
  const found = findMarker(invoice.comment, stage, [shop]);
  if (found?.kind === 'whole') return { invoice, origin: 'ours', marker: found.text, order: orderKeyOf(found.marker) };
  if (found?.kind === 'piece') return { invoice, origin: 'piece', marker: found.text, order: null };
  const other = parseMarker(markerLineOf(invoice.comment));
  if (other === undefined) return { invoice, origin: 'none', marker: null, order: null };
  const origin = other.stage === stage ? 'other-shop' : 'other-stage';
  return { invoice, origin, marker: markerLineOf(invoice.comment), order: null };
};
