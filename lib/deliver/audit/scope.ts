import { type Day, type Instant, toBudapestDay } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { OrderRecord } from '../records.ts';
import type { LiveDocument } from '../step-records.ts';
import type { ShownInvoices } from './shown-invoices.ts';

/** Days in Budapest, both included. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

export const isWithin = ({ from, to }: Window, day: string): boolean => day >= from && day <= to;

export const dayOf = (moment: Instant): Day => toBudapestDay(Date.parse(moment));

/** Whether an order is one of the shop's, whatever the shop is called in the settings. */
export const isOfShop = ({ snapshot }: OrderRecord, { platform, tenant }: ShopSettings): boolean =>
  snapshot.platform === platform && snapshot.tenant === tenant;

/** Whether an order belongs to the window: one of its documents was issued in it, or the order was made in it. */
export const isInScope = ({ snapshot, documents }: OrderRecord, window: Window): boolean =>
  isWithin(window, dayOf(snapshot.createdAt)) || documents.some(({ issuedAt }) => isWithin(window, dayOf(issuedAt)));

/** Whether CO3 shows a later document that corrects or cancels one of the order's. */
export const isCorrected = ({ documents }: OrderRecord, { correcting }: Pick<ShownInvoices, 'correcting'>): boolean =>
  documents.some(({ id }) => id !== null && correcting(id).length > 0);

/** CO3 may show a document a little late, so one younger than this when the reading began is not missed. */
const SHOWN_WITHIN_MS = 2 * 60_000;

/** Whether CO3 must have shown the document by the time that its reading began. */
export const isToBeShown = ({ issuedAt }: LiveDocument, now: number): boolean =>
  Date.parse(issuedAt) <= now - SHOWN_WITHIN_MS;
