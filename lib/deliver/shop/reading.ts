import type { Co3Error } from '../../co3/codes.ts';
import { toOwnError } from '../../co3/own-problems.ts';
import { letterIdOf } from '../../dead-letters/build-letter.ts';
import { digestOf } from '../../event/digest.ts';
import { type OrderSnapshot, orderKeyOf } from '../../event/snapshot.ts';
import type { FetchPlan, Plan } from '../plan-types.ts';
import type { OrderRecord } from '../records.ts';

type Asked = Pick<OrderRecord, 'snapshot' | 'asked' | 'letter' | 'redrive'>;

/** What is to be read from the shop before anything else is planned; undefined where nothing is. Pure. */
export const planReading = ({ snapshot, asked, letter, redrive }: Asked): Plan | undefined => {
  if (snapshot.coverage === 'whole') return undefined;
  const digest = digestOf(snapshot);
  if (asked === digest) return undefined;
  const isKnownUnreadable = letter?.id === letterIdOf(orderKeyOf(snapshot), unreadableIdentity(digest));
  return isKnownUnreadable && !redrive
    ? { kind: 'nothing', status: 'letter', reason: 'RefusedBefore' }
    : { kind: 'fetch', digest };
};

/** Whether the order still stands as it was asked about. */
export const isAbout = ({ snapshot }: Pick<OrderRecord, 'snapshot'>, { digest }: FetchPlan): boolean =>
  digestOf(snapshot) === digest;

/** The letter of an order that its shop's API does not tell. */
export const unreadableLetter = (detail: string, { digest }: FetchPlan): { error: Co3Error } & Identity => ({
  error: toOwnError('ShopOrderUnreadable', `The order could not be read from the shop: ${detail}.`, []),
  ...unreadableIdentity(digest),
});

type Identity = ReturnType<typeof unreadableIdentity>;

const unreadableIdentity = (digest: string) => ({
  purpose: 'invoice',
  generation: 1,
  digest: digestOf(['ShopOrderUnreadable', digest]),
});

/** The order with what the shop's API says of it. */
export const withFetched = (order: OrderRecord, fetched: OrderSnapshot, { digest }: FetchPlan): OrderRecord => {
  const { changedAt } = order.snapshot;
  // The API was asked after the webhook: what it says is no older, by whatever clock it is dated.
  const snapshot = fetched.changedAt < changedAt ? { ...fetched, changedAt } : fetched;
  const isRivalSettled = order.rival !== null && order.rival.snapshot.changedAt <= snapshot.changedAt;
  return {
    ...order,
    snapshot,
    number: snapshot.number,
    asked: digest,
    rival: isRivalSettled ? null : order.rival,
  };
};
