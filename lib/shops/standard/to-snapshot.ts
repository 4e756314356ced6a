import type { OrderRow, OrderSnapshot, Snapshot } from '../../event/snapshot.ts';
import type { Instant } from '../../event/time.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { lessQuantities } from '../less-quantities.ts';
import type { OrderData } from './order-data.ts';
import type { WebhookBody } from './webhook-body.ts';

type Whose = Pick<Snapshot, 'platform' | 'tenant'>;

/** What was told, with what goes without saying. */
export const toSnapshot = ({ data, timestamp }: WebhookBody, { platform, tenant }: ShopSettings): Snapshot => {
  const changedAt = data.changedAt ?? timestamp;
  switch (data.kind) {
    case 'order':
      return toOrder(data, { platform, tenant }, changedAt);
    case 'product':
    case 'stock':
      return { ...data, platform, tenant, changedAt };
    default:
      return data satisfies never;
  }
};

const toOrder = (data: OrderData, whose: Whose, changedAt: Instant): OrderSnapshot => ({
  ...data,
  ...whose,
  coverage: 'whole',
  changedAt,
  number: data.number ?? data.orderId,
  shopCurrency: data.shopCurrency ?? data.currency,
  currentTotalMinor: data.currentTotalMinor ?? data.totalMinor,
  rows: data.rows.map((row) => toRow(row, data.refunds)),
});

const toRow = (row: OrderData['rows'][number], refunds: OrderData['refunds']): OrderRow => ({
  ...row,
  currentQuantity: row.currentQuantity ?? lessQuantities(row.quantity, backOf(row.id, refunds)),
  grossMinor: row.grossMinor ?? row.netMinor + row.taxMinor,
});

const backOf = (rowId: string, refunds: OrderData['refunds']): string[] =>
  refunds.flatMap((refund) => refund.rows.filter((row) => row.rowId === rowId).map((row) => row.quantity));
