import { gzipSync } from 'node:zlib';
import type { Contract } from '../co3/contract.ts';
import { toContract } from '../co3/contract-overrides.ts';
import { toOwnError } from '../co3/own-problems.ts';
import { buildLetter, toLetterId } from '../dead-letters/build-letter.ts';
import { parkLetter } from '../dead-letters/park-letter.ts';
import { redriveFromQueue } from '../dead-letters/redrive.ts';
import { digestOf } from '../event/digest.ts';
import { type EventMessage, type ProblemMessage, parseEventMessage, type SnapshotMessage } from '../event/message.ts';
import { type OrderSnapshot, orderKeyOf } from '../event/snapshot.ts';
import type { Settings, ShopSettings } from '../settings/settings.ts';
import { type DrainDeps, drainAccount } from './drain.ts';
import { takeGoods } from './goods/take-goods.ts';
import { mergeSnapshot } from './merge.ts';
import type { EventInbox } from './ports.ts';
import type { WorkedRecord, WorkRef } from './records.ts';
import { updateRecord } from './update-record.ts';
import { logFields } from './work.ts';

export type DeliverDeps = DrainDeps & { readonly inbox: EventInbox };

export interface Batch {
  readonly messages: readonly { readonly id: string; readonly receiptHandle: string; readonly body: string }[];
  /** When the function is stopped, in ms. */
  readonly deadline: number;
}

/** What a message asks for, once it has been written down. */
interface Taken {
  readonly account: string;
  readonly fresh: readonly WorkRef[];
}

/**
 * Takes a batch of messages into the ledger, deletes them, and works off what is due for their accounts, side by side.
 * Answers the ids of the messages that could not be written down and have to come again.
 */
export const makeDeliver = (deps: DeliverDeps) => {
  const contracts = toContracts(deps.settings);
  return async ({ messages, deadline }: Batch): Promise<{ readonly failed: readonly string[] }> => {
    const taken = await Promise.all(messages.map((message) => tryTake(deps, message)));
    const done = messages.filter((_, index) => taken[index] !== undefined);
    if (done.length > 0)
      await deleteTaken(
        deps,
        done.map(({ receiptHandle }) => receiptHandle),
      );

    const fresh = new Map<string, readonly WorkRef[]>();
    for (const one of taken) if (one != null) fresh.set(one.account, [...(fresh.get(one.account) ?? []), ...one.fresh]);
    await Promise.all([...fresh].map(([account, refs]) => tryDrain(deps, contracts, account, refs, deadline)));
    return { failed: messages.filter((_, index) => taken[index] === undefined).map(({ id }) => id) };
  };
};

const toContracts = ({ accounts }: Settings): ReadonlyMap<string, Contract> =>
  new Map(
    [...accounts.values()].map(({ id, contract }) => {
      const parsed = toContract(contract);
      if (!parsed.ok) throw new Error(`accounts.${id}.contract: ${parsed.problem}`);
      return [id, parsed.value];
    }),
  );

/** Undefined: not written down. Null: written down, and nothing is to be worked off. */
const tryTake = async (deps: DeliverDeps, { body }: Batch['messages'][number]): Promise<Taken | null | undefined> => {
  const message = parseEventMessage(body);
  if (!message.ok) {
    deps.log.error('message unreadable', {});
    return undefined;
  }
  try {
    return await take(deps, message.value);
  } catch (cause) {
    deps.log.error('message not taken', { errorName: nameOf(cause) });
    return undefined;
  }
};

const take = async (deps: DeliverDeps, message: EventMessage): Promise<Taken | null | undefined> => {
  switch (message.kind) {
    case 'bell':
      return { account: message.account, fresh: [] };
    case 'snapshot':
      return takeSnapshot(deps, message);
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

/** A snapshot larger than this (gzipped) would leave its order's record no room for steps and a letter. */
const MAX_SNAPSHOT_BYTES = 70_000;

const takeSnapshot = async (deps: DeliverDeps, message: SnapshotMessage): Promise<Taken | undefined> => {
  const shop = deps.settings.shops.get(message.shop);
  if (shop === undefined) {
    deps.log.error('shop of a message is not in the settings', { traceId: message.traceId });
    return undefined;
  }
  const { snapshot } = message;
  if (snapshot.kind === 'order') return takeOrder(deps, message, snapshot, shop);
  const ref = await takeGoods(deps, shop, snapshot, deps.clock.now());
  deps.log.info(`${snapshot.kind} merged`, { shop: shop.id, account: shop.account, traceId: message.traceId });
  return { account: shop.account, fresh: ref === null ? [] : [ref] };
};

const takeOrder = async (
  deps: DeliverDeps,
  message: SnapshotMessage,
  snapshot: OrderSnapshot,
  shop: ShopSettings,
): Promise<Taken> => {
  const key = orderKeyOf(snapshot);
  const json = JSON.stringify(snapshot);
  if (json.length > MAX_SNAPSHOT_BYTES && gzipSync(json).length > MAX_SNAPSHOT_BYTES) {
    const detail = 'the order is too large for its record';
    const { orderId } = snapshot;
    await takeProblem(deps, {
      ...{ kind: 'problem', shop: shop.id, traceId: message.traceId, problem: 'OrderTooLarge', topic: '', detail },
      ...{ orderId, bodyDigest: digestOf(key), body: null },
    });
    return { account: shop.account, fresh: [] };
  }
  const now = deps.clock.now();
  const merged = await updateRecord(deps, 'order', key, (known) => mergeSnapshot(known, snapshot, shop, now));
  await updateRecord(deps, 'number', `${snapshot.platform}:${snapshot.tenant}#${snapshot.number}`, (known) =>
    known === undefined || known.order !== key ? { kind: 'number', order: key } : undefined,
  );
  if (merged === undefined) return { account: shop.account, fresh: [] };
  deps.log.info('snapshot merged', { ...logFields(merged), traceId: message.traceId });
  return { account: merged.account, fresh: [toRef(merged)] };
};

const toRef = ({ kind, key }: WorkedRecord): WorkRef => ({ kind, key }) as WorkRef;

const takeProblem = async (deps: DeliverDeps, message: ProblemMessage): Promise<null> => {
  const { shop, problem, detail, topic, orderId, bodyDigest, body } = message;
  const letter = buildLetter(
    {
      shop,
      account: deps.settings.shops.get(shop)?.account ?? '',
      subject: { kind: 'message', id: orderId ?? bodyDigest.slice(0, 16), label: topic },
      error: toOwnError(problem, detail, []),
      id: toLetterId([bodyDigest, problem]),
      event: { topic, orderId, body },
      call: null,
      tries: 1,
    },
    deps.clock.now(),
  );
  await parkLetter(deps, letter, null);
  deps.log.warn('refused', { shop, letter: letter.id, name: problem, traceId: message.traceId });
  return null;
};

// What cannot be deleted comes again and changes nothing.
const deleteTaken = async (deps: DeliverDeps, receiptHandles: readonly string[]): Promise<void> => {
  try {
    await deps.inbox.delete(receiptHandles);
  } catch (cause) {
    deps.log.warn('messages not deleted', { count: receiptHandles.length, errorName: nameOf(cause) });
  }
};

// The ledger knows what is due, so an account whose work broke off loses nothing: the tick rings for it.
const tryDrain = async (
  deps: DeliverDeps,
  contracts: ReadonlyMap<string, Contract>,
  id: string,
  fresh: readonly WorkRef[],
  deadline: number,
): Promise<void> => {
  const account = deps.settings.accounts.get(id);
  const contract = contracts.get(id);
  if (account === undefined || contract === undefined) {
    deps.log.error('account is not in the settings', { account: id });
    return;
  }
  try {
    await drainAccount(deps, account, contract, fresh, deadline);
  } catch (cause) {
    deps.log.error('work broke off', { account: id, errorName: nameOf(cause) });
  }
};

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'unknown');
