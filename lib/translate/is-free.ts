import type { OrderSnapshot } from '../event/snapshot.ts';

/** Whether the order costs nothing: not when it was placed, and not after edits either. */
export const isFree = (order: Pick<OrderSnapshot, 'totalMinor' | 'currentTotalMinor'>): boolean =>
  order.totalMinor === 0 && order.currentTotalMinor === 0;
