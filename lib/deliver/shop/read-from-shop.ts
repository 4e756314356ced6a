import { toInstant } from '../../event/time.ts';
import { amendAndSettle, SUPERSEDED } from '../conclude.ts';
import { endCorrections } from '../corrections/end-corrections.ts';
import { nextLookAt } from '../live-documents.ts';
import { noteNumber } from '../note-number.ts';
import { withLetter } from '../order-letter.ts';
import type { FetchPlan } from '../plan-types.ts';
import type { OrderRecord } from '../records.ts';
import { amendRecord, updateRecord } from '../update-record.ts';
import { type Ended, ended, logFields, type Work } from '../work.ts';
import { completeOrder } from './complete-order.ts';
import { isAbout, unreadableLetter, withFetched } from './reading.ts';
import { makeShopCaller } from './shop-caller.ts';
import { afterReading, emptyShop, isPaused } from './shop-state.ts';

/** `planned-anew`: what the shop said is written down, and the order is to be planned on it. */
type Read = { readonly kind: 'planned-anew'; readonly order: OrderRecord } | Ended;

/**
 * Completes an order from its shop's own API. Reading does nothing in the shop, so whatever breaks off is done again. A snapshot that is
 * merged during the call wins over what the call brought.
 */
export const readFromShop = async (work: Work, order: OrderRecord, plan: FetchPlan): Promise<Read> => {
  const { deps, shop, lastCallAt } = work;
  const platform = await deps.loadPlatform(shop);
  const { fetch } = platform;
  if (fetch === null) return markAsked(work, order, plan);
  const known = await deps.ledger.read('shop', shop.id);
  if (known?.pause != null && isPaused(known, deps.clock.now()))
    return waitForShop(work, order, plan, known.pause.until);

  const caller = makeShopCaller(deps, known ?? emptyShop(), fetch.everyMs, lastCallAt);
  const fetched = await completeOrder({ secrets: deps.secrets, platform, fetch, shop, caller }, order.snapshot);
  if (fetched.kind === 'no-credentials') return markAsked(work, order, plan);
  if (caller.isOutOfTime()) {
    await updateRecord(deps, 'shop', shop.id, (current) => ({ ...(current ?? emptyShop()), ...caller.memory() }));
    return ended(await putBack(work, order, plan, deps.clock.now(), order.reason), 'stop');
  }

  let wasPaused = false;
  const kept = await updateRecord(deps, 'shop', shop.id, (current) => {
    wasPaused = current?.pause != null;
    return afterReading(current ?? emptyShop(), caller.memory(), fetched, deps.clock.now());
  });
  switch (fetched.kind) {
    case 'read':
      return writeDown(work, order, plan, (current) => withFetched(current, fetched.snapshot, plan));
    case 'unreadable': {
      deps.log.warn('order not readable in its shop', logFields(order));
      const lettered = await amendAndSettle(work, order, SUPERSEDED, (current) =>
        isAbout(current, plan)
          ? withLetter(
              current,
              current.key,
              { ...unreadableLetter(fetched.detail, plan), call: null },
              deps.clock.now(),
            )
          : current,
      );
      return ended(lettered, 'idle');
    }
    case 'refused':
    case 'later': {
      const until = kept?.pause?.until ?? deps.clock.now();
      const line = { shop: shop.id, account: shop.account, name: fetched.kind, until: toInstant(until) };
      if (wasPaused) deps.log.warn('shop not read', line);
      else deps.alarms.raise('ShopNotRead', line);
      return waitForShop(work, order, plan, until);
    }
    default:
      return fetched satisfies never;
  }
};

const markAsked = (work: Work, order: OrderRecord, plan: FetchPlan): Promise<Read> =>
  writeDown(work, order, plan, (current) => ({ ...current, asked: plan.digest }));

const writeDown = async (
  work: Work,
  order: OrderRecord,
  plan: FetchPlan,
  change: (current: OrderRecord) => OrderRecord,
): Promise<Read> => {
  const { deps, shop } = work;
  const written = await amendAndSettle(work, order, SUPERSEDED, (current) =>
    isAbout(current, plan) ? endCorrections(change(current), shop, deps.clock.now()) : current,
  );
  if (written.number !== order.number) await noteNumber(deps, written.snapshot);
  deps.log.info('read from shop', { ...logFields(written), status: written.status, name: written.reason });
  return { kind: 'planned-anew', order: written };
};

const waitForShop = async (work: Work, order: OrderRecord, plan: FetchPlan, until: number): Promise<Ended> => {
  // CO3 is searched meanwhile for what the order may have there.
  const dueAt = Math.min(until, nextLookAt(order) ?? until);
  return ended(await putBack(work, order, plan, dueAt, 'ShopNotRead'), 'idle');
};

const putBack = (
  { deps }: Work,
  order: OrderRecord,
  plan: FetchPlan,
  dueAt: number,
  reason: string,
): Promise<OrderRecord> =>
  amendRecord(deps, order, (current) =>
    isAbout(current, plan)
      ? { ...current, status: 'due', reason, dueAt, starts: 0 }
      : { ...current, status: 'due', dueAt: deps.clock.now(), starts: 0 },
  );
