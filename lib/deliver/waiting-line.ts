import type { OrderKey } from '../event/snapshot.ts';
import type { Instant } from '../event/time.ts';
import type { OrderRecord } from './records.ts';

/** What a person can release: a supervised order's next document, or an order that was seen in shadow. */
export type WaitingFor = 'release' | 'shadow';

/** One line of the list of orders that wait for a person's release, as the index holds it. */
export interface WaitingLine {
  readonly key: OrderKey;
  readonly shop: string;
  readonly account: string;
  readonly number: string;
  /** In the shop. */
  readonly createdAt: Instant;
  /** What the shop says that it comes to. */
  readonly minor: number;
  readonly currency: string;
  readonly reason: string;
}

/** What waits for a person. Whose buyer is to be forgotten, and which never goes by itself, waits for nobody. */
export const waitsFor = ({
  status,
  documents,
  personal,
}: Pick<OrderRecord, 'status' | 'documents' | 'personal'>): WaitingFor | null => {
  if (status === 'release') return 'release';
  if (status !== 'shadow') return null;
  // It was released once: what waits now is its next document.
  if (documents.length > 0) return 'release';
  return personal.forgetSince === null ? 'shadow' : null;
};

/** By what its list is sorted. What was seen in shadow is kept for some days after its last change. */
export const waitingSince = (of: WaitingFor, { snapshot }: Pick<OrderRecord, 'snapshot'>): Instant =>
  of === 'shadow' ? snapshot.changedAt : snapshot.createdAt;

export const toWaitingLine = ({ key, shop, account, number, snapshot, reason }: OrderRecord): WaitingLine => ({
  ...{ key, shop, account, number },
  createdAt: snapshot.createdAt,
  minor: snapshot.currentTotalMinor,
  currency: snapshot.currency,
  reason,
});
