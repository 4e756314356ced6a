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

/** Whose buyer has asked to be forgotten, and which never goes by itself, waits for nobody. */
export const waitsFor = ({ status, personal }: Pick<OrderRecord, 'status' | 'personal'>): WaitingFor | null => {
  if (status === 'shadow') return personal.forgetSince === null ? 'shadow' : null;
  return status === 'release' ? 'release' : null;
};

export const toWaitingLine = ({ key, shop, account, number, snapshot, reason }: OrderRecord): WaitingLine => ({
  ...{ key, shop, account, number },
  createdAt: snapshot.createdAt,
  minor: snapshot.currentTotalMinor,
  currency: snapshot.currency,
  reason,
});
