import { isTree } from '../../infra/local/intrinsics.ts';
import { isSame, owedBy, type Sums } from '../model/oracle.ts';
import { toSecond } from '../model/shopify-body.ts';
import { mayBeInvoiced, type SoldOrder, type SoldState } from './sold-orders.ts';

/** Finds the key of the order that, without this message of the queue, would never come to what it owes. */
export const makeFindLastWord = (
  orders: readonly SoldOrder[],
  began: number,
): ((body: string) => string | undefined) => {
  const words = new Set(orders.flatMap((order) => neededWordsOf(order, began)));
  return (body) => {
    const message: unknown = JSON.parse(body);
    const snapshot = isTree(message) && isTree(message['snapshot']) ? message['snapshot'] : {};
    const { platform, tenant, orderId, changedAt } = snapshot;
    const key = `${platform}:${tenant}#${orderId}`;
    return words.has(toWord(key, Date.parse(String(changedAt)))) ? key : undefined;
  };
};

/** Of the last state, where one webhook alone tells it, and what was told before comes to something else. */
const neededWordsOf = ({ key, states }: SoldOrder, began: number): readonly string[] => {
  const last = states.at(-1);
  if (last?.arrivesAtMs.length !== 1) return [];
  const before = states.slice(0, -1).findLast(({ arrivesAtMs }) => arrivesAtMs.length > 0);
  return isSame(toSums(last), before === undefined ? {} : toSums(before)) ? [] : [toWord(key, began + last.atMs)];
};

/** What CO3's documents come to where this is all that is known. */
const toSums = ({ order }: SoldState): Sums => {
  const owed = owedBy(order, {});
  return mayBeInvoiced(order) && owed.kind === 'sums' ? owed.sums : {};
};

/** Shops tell a change to the second. */
const toWord = (key: string, changedAt: number): string =>
  Number.isNaN(changedAt) ? '' : `${key} at ${toSecond(changedAt)}`;
