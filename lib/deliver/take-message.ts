import { gzipSync } from 'node:zlib';
import { toOwnError } from '../co3/own-problems.ts';
import { buildLetter, toLetterId } from '../dead-letters/build-letter.ts';
import { type LetterDeps, parkLetter } from '../dead-letters/park-letter.ts';
import { redriveFromQueue } from '../dead-letters/redrive.ts';
import { digestOf } from '../event/digest.ts';
import type { Log } from '../event/log.ts';
import type { EventMessage, ProblemMessage, RedactMessage, SnapshotMessage } from '../event/message.ts';
import { type OrderSnapshot, orderKeyOf, subjectOf } from '../event/snapshot.ts';
import type { Instant } from '../event/time.ts';
import type { Settings, ShopSettings } from '../settings/settings.ts';
import { takeGoods } from './goods/take-goods.ts';
import { mergeSnapshot } from './merge.ts';
import { noteNumber } from './note-number.ts';
import { markOrder } from './personal-data/mark.ts';
import { RecordTooLarge } from './ports.ts';
import type { WorkedRecord, WorkRef } from './records.ts';
import { updateRecord } from './update-record.ts';
import { logFields } from './work.ts';

export interface TakeDeps extends LetterDeps {
  readonly settings: Settings;
  readonly log: Log;
}

/** What a message asks for, once it has been written down. */
export interface Taken {
  readonly account: string;
  readonly fresh: readonly WorkRef[];
}

/** Writes down what a message says. Undefined: that was not possible. Null: it was, and nothing is to be worked off. */
export const takeMessage = async (deps: TakeDeps, message: EventMessage): Promise<Taken | null | undefined> => {
  switch (message.kind) {
    case 'bell':
      return { account: message.account, fresh: [] };
    case 'snapshot':
      return takeSnapshot(deps, message);
    case 'redact':
      return takeRedact(deps, message);
    case 'problem':
      return takeProblem(deps, message);
    case 'letter': {
      const freed = await redriveFromQueue(deps, message.id, deps.clock.now());
      return freed === undefined ? null : { account: freed.account, fresh: [toRef(freed)] };
    }
    default:
      return message satisfies never;
  }
};

/** A snapshot larger than this (gzipped) would leave its record no room for steps and a letter. */
const MAX_SNAPSHOT_BYTES = 70_000;

const takeSnapshot = async (deps: TakeDeps, message: SnapshotMessage): Promise<Taken | undefined> => {
  const { snapshot, traceId } = message;
  const shop = deps.settings.shops.get(message.shop);
  if (shop === undefined) {
    deps.log.error('shop of a message is not in the settings', { traceId });
    return undefined;
  }
  const json = JSON.stringify(snapshot);
  if (json.length > MAX_SNAPSHOT_BYTES && gzipSync(json).length > MAX_SNAPSHOT_BYTES) {
    return takeTooLarge(deps, message, shop);
  }
  if (snapshot.kind === 'order') return takeOrder(deps, traceId, snapshot, shop);
  try {
    const ref = await takeGoods(deps, shop, snapshot, deps.clock.now());
    const goods = ref === null ? {} : { goods: `${ref.kind} ${ref.key}` };
    deps.log.info(`${snapshot.kind} merged`, { shop: shop.id, account: shop.account, ...goods, traceId });
    return { account: shop.account, fresh: ref === null ? [] : [ref] };
  } catch (cause) {
    // A product that is told in parts grows beyond any of them.
    if (cause instanceof RecordTooLarge) return takeTooLarge(deps, message, shop);
    throw cause;
  }
};

const takeTooLarge = async (
  deps: TakeDeps,
  { snapshot, traceId }: SnapshotMessage,
  shop: ShopSettings,
): Promise<Taken> => {
  const bodyDigest = digestOf(subjectOf(snapshot));
  const { changedAt } = snapshot;
  const head = { kind: 'problem', shop: shop.id, traceId, bodyDigest, changedAt, body: null } as const;
  await takeProblem(
    deps,
    snapshot.kind === 'order'
      ? {
          ...head,
          ...{ problem: 'OrderTooLarge', topic: '', orderId: snapshot.orderId },
          detail: 'the order is too large for its record',
        }
      : {
          ...head,
          ...{ problem: 'GoodsTooLarge', topic: snapshot.kind, orderId: null },
          detail: `${subjectOf(snapshot)} is too large for its record`,
        },
  );
  return { account: shop.account, fresh: [] };
};

const takeOrder = async (
  deps: TakeDeps,
  traceId: string,
  snapshot: OrderSnapshot,
  shop: ShopSettings,
): Promise<Taken> => {
  const key = orderKeyOf(snapshot);
  const now = deps.clock.now();
  const merged = await updateRecord(deps, 'order', key, (known) => {
    const content = mergeSnapshot(known, snapshot, shop, now);
    return content === undefined ? undefined : { ...content, traceId };
  });
  await noteNumber(deps, snapshot);
  if (merged === undefined) return { account: shop.account, fresh: [] };
  deps.log.info('snapshot merged', logFields(merged));
  return { account: merged.account, fresh: [toRef(merged)] };
};

/** The tick clears those that rest within a minute, and the others once nothing more is to be done for them. */
const takeRedact = async (deps: TakeDeps, { shop: id, orders, traceId }: RedactMessage): Promise<null | undefined> => {
  const shop = deps.settings.shops.get(id);
  if (shop === undefined) {
    deps.log.error('shop of a message is not in the settings', { traceId });
    return undefined;
  }
  for (const orderId of orders) await markOrder(deps, orderKeyOf({ ...shop, orderId }), deps.clock.now());
  deps.log.info('to be forgotten', { shop: id, count: orders.length, traceId });
  return null;
};

const toRef = ({ kind, key }: WorkedRecord): WorkRef => ({ kind, key }) as WorkRef;

const takeProblem = async (deps: TakeDeps, message: ProblemMessage & { changedAt?: Instant }): Promise<null> => {
  const { shop, problem, detail, topic, orderId, bodyDigest, body, changedAt } = message;
  const letter = buildLetter(
    {
      shop,
      account: deps.settings.shops.get(shop)?.account ?? '',
      subject: { kind: 'message', id: orderId ?? bodyDigest.slice(0, 16), label: topic },
      error: toOwnError(problem, detail, []),
      id: toLetterId([bodyDigest, problem]),
      event: { topic, orderId, body, ...(changedAt === undefined ? {} : { changedAt }) },
      call: null,
      tries: 1,
    },
    deps.clock.now(),
  );
  await parkLetter(deps, letter, null, message.traceId);
  deps.log.warn('refused', { shop, letter: letter.id, name: problem, traceId: message.traceId });
  return null;
};
