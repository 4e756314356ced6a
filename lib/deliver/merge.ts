import { digestOf } from '../event/digest.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { findTaxNumberText } from '../translate/tax-number.ts';
import { endCorrections } from './corrections/end-corrections.ts';
import { withoutPerson } from './personal-data/clear-order.ts';
import { NEWLY_KEPT } from './personal-data/personal-data.ts';
import type { OrderRecord } from './records.ts';
import type { Content } from './update-record.ts';

/** How long a second snapshot of the same time waits for one that settles the matter. */
export const RIVAL_WAIT_MS = 120_000;

/** What a snapshot says, whichever webhook it came by. */
export type MergedOrder = Omit<Content<OrderRecord>, 'traceId'>;

/** The order's record after a snapshot has come; undefined where it tells nothing. */
export const mergeSnapshot = (
  current: OrderRecord | undefined,
  told: OrderSnapshot,
  shop: ShopSettings,
  now: number,
): MergedOrder | undefined => {
  if (current === undefined) return firstSeen(told, shop, now);
  const snapshot = doubted(current, told);
  // Of an order that was cleared only what it still tells can be compared: a repeat brings its buyer back to nothing.
  const comparable = current.personal.clearedAt === null ? snapshot : withoutPerson(snapshot);
  if (isTold(current, snapshot, comparable) || isOnlyNameless(current, snapshot)) return undefined;
  const verdict = compareSnapshots(current, comparable, shop);
  if (verdict === 'older') return undefined;
  if (verdict === 'rival')
    return {
      ...current,
      ...against(current, snapshot, now),
      status: 'due',
      reason: 'ConflictingSnapshots',
      dueAt: dueNow(current, now),
    };
  const merged: MergedOrder = {
    ...current,
    number: snapshot.number,
    snapshot,
    asked: null,
    rival: null,
    personal: { ...current.personal, clearedAt: null },
    status: 'due',
    reason: 'NewSnapshot',
    dueAt: dueNow(current, now),
    // An order that was given up is tried afresh; one that is being tried keeps its count.
    starts: current.status === 'letter' ? 0 : current.starts,
    tries: current.status === 'letter' ? 0 : current.tries,
  };
  // What an outline leaves out the shop's API may say: it is asked first.
  return isUndated(snapshot) ? merged : endCorrections(merged, shop, now);
};

/** A second state of the same time. Where the first was cleared, the second is the one that tells whom to bill. */
const against = (
  { snapshot, rival, personal }: OrderRecord,
  other: OrderSnapshot,
  now: number,
): Pick<OrderRecord, 'snapshot' | 'rival' | 'personal'> => {
  const since = rival?.since ?? now;
  return personal.clearedAt === null
    ? { snapshot, rival: { snapshot: other, since }, personal }
    : { snapshot: other, rival: { snapshot, since: now }, personal: { ...personal, clearedAt: null } };
};

// An order whose invoice is on its way keeps its place before all others.
const dueNow = ({ dueAt }: OrderRecord, now: number): number => (dueAt === null ? now : Math.min(dueAt, now));

const firstSeen = (snapshot: OrderSnapshot, shop: ShopSettings, now: number): MergedOrder => ({
  kind: 'order',
  shop: shop.id,
  account: shop.account,
  number: snapshot.number,
  snapshot,
  corrections: [],
  asked: null,
  rival: null,
  shadow: shop.mode === 'shadow',
  release: null,
  steps: [],
  documents: [],
  letters: [],
  personal: NEWLY_KEPT,
  isBuyerCorrectionLost: false,
  letter: null,
  closing: [],
  discarded: null,
  redrive: false,
  status: 'due',
  reason: 'NewSnapshot',
  dueAt: now,
  starts: 0,
  tries: 0,
});

/**
 * Fewer refunds than the shop's API told of the same time: the webhook is late, or one was taken back, which dates no change (WooCommerce).
 * Only the API knows.
 */
const doubted = ({ snapshot, asked }: OrderRecord, told: OrderSnapshot): OrderSnapshot =>
  asked !== null && told.changedAt === snapshot.changedAt && told.refunds.length < snapshot.refunds.length
    ? { ...told, coverage: 'without-refund-rows' }
    : told;

/** Whether the webhook says what is known of it already, in whatever words the shop's API has told it since. */
const isTold = ({ snapshot, asked, status }: OrderRecord, other: OrderSnapshot, comparable: OrderSnapshot): boolean => {
  if (asked !== null && digestOf(other) === asked) return true;
  // A repeat seems newer. A letter is tried again nevertheless: its cause may be mended.
  if (!isUndated(other) || status === 'letter') return false;
  return isSameButForTime(comparable, snapshot);
};

/** Whether the shop has taken the buyer out of an order that has its invoice, and done nothing else: the invoice is of whom it was made for. */
const isOnlyNameless = ({ snapshot, rival, documents, personal }: OrderRecord, other: OrderSnapshot): boolean =>
  documents.length > 0 &&
  rival === null &&
  other.buyer === null &&
  (snapshot.buyer !== null || personal.clearedAt !== null) &&
  isSameButForTime(withoutPerson(other), withoutPerson(snapshot));

const isSameButForTime = (other: OrderSnapshot, known: OrderSnapshot): boolean =>
  digestOf({ ...other, changedAt: known.changedAt }) === digestOf(known);

/** Whether it bears the time of its coming, because the shop dates no change. */
const isUndated = ({ coverage }: OrderSnapshot): boolean => coverage === 'outline' || coverage === 'hint';

const compareSnapshots = (
  known: OrderRecord,
  other: OrderSnapshot,
  shop: ShopSettings,
): 'older' | 'newer' | 'rival' => {
  const isByApi = known.asked !== null && known.snapshot.coverage === 'whole';
  // The API's time is of the shop's clock, which may be ahead of the one that this came by.
  if (isByApi && isUndated(other)) return 'newer';
  if (other.changedAt !== known.snapshot.changedAt)
    return other.changedAt < known.snapshot.changedAt ? 'older' : 'newer';
  // What is told in part is no match for what the shop's API has said: it is asked once more.
  if (isByApi && other.coverage !== 'whole') return 'newer';
  const content = contentOf(other, shop);
  if (content === contentOf(known.snapshot, shop)) return 'older';
  if (known.rival !== null && content === contentOf(known.rival.snapshot, shop)) return 'older';
  if (isFurther(known.snapshot, other)) return 'older';
  // A state further than both settles the matter; one further than the first only still has the second against it.
  const beatsRival = known.rival === null || isFurther(other, known.rival.snapshot);
  return isFurther(other, known.snapshot) && beatsRival ? 'newer' : 'rival';
};

// Of the free texts only the tax number counts: plugins write others at any time, and the order's own time of change stays the same.
const contentOf = (order: OrderSnapshot, { taxNumberPlaces }: ShopSettings): string =>
  digestOf({ ...order, notes: findTaxNumberText(order.notes, taxNumberPlaces) });

/** Whether `a` is at least as far as `b` in everything that only goes forward, and further in something. */
const isFurther = (a: OrderSnapshot, b: OrderSnapshot): boolean => {
  const left = stateOf(a);
  const right = stateOf(b);
  return (
    left.every((step, index) => step >= (right[index] ?? 0)) && left.some((step, index) => step > (right[index] ?? 0))
  );
};

const stateOf = (order: OrderSnapshot): readonly number[] => [
  order.cancelledAt === null ? 0 : 1,
  order.refunds.length,
  order.paid ? 1 : 0,
  order.fulfilledAt === null ? 0 : 1,
];
