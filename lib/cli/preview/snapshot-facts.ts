import { formatMinor } from '../../event/money.ts';
import type { OrderSnapshot, Party } from '../../event/snapshot.ts';
import { type Block, type Fact, facts } from '../view/block.ts';
import { toTimeText } from '../view/time-text.ts';

/** An order's key figures. */
export const snapshotFacts = (order: OrderSnapshot): Block =>
  facts(
    ['order', `${order.number} (id ${order.orderId} of ${order.platform}:${order.tenant})`],
    ['created', toTimeText(order.createdAt)],
    ['last changed', toTimeText(order.changedAt)],
    ['state', stateText(order)],
    ['total', `${formatMinor(order.totalMinor, order.currency)} ${order.currency}`],
    ...currentTotal(order),
    ['rows', String(order.rows.length)],
    ['paid through', order.gateways.length === 0 ? '—' : order.gateways.join(', ')],
    ['buyer', order.buyer === null ? 'none' : partyText(order.buyer)],
  );

const currentTotal = ({ currentTotalMinor, totalMinor, currency, refunds }: OrderSnapshot): readonly Fact[] => [
  ...(currentTotalMinor === totalMinor
    ? []
    : [['total after edits and refunds', `${formatMinor(currentTotalMinor, currency)} ${currency}`] as const]),
  ...(refunds.length === 0 ? [] : [['refunds', String(refunds.length)] as const]),
];

const stateText = (order: OrderSnapshot): string =>
  [
    ...(order.test ? ['test order'] : []),
    order.paid ? 'paid' : 'not paid',
    order.fulfilledAt === null ? 'not fulfilled' : 'fulfilled',
    ...(order.cancelledAt === null ? [] : [`cancelled ${toTimeText(order.cancelledAt)}`]),
  ].join(', ');

const partyText = ({ company, name, email, country }: Party): string =>
  [company, `${name.first} ${name.last}`.trim(), email, country].filter((part) => part !== '').join(', ');
