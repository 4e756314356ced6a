import type { Contract } from '../co3/contract.ts';
import { toContract } from '../co3/contract-overrides.ts';
import { parseEventMessage } from '../event/message.ts';
import type { Settings } from '../settings/settings.ts';
import { drainAccount } from './drain.ts';
import type { EventInbox } from './ports.ts';
import type { WorkRef } from './records.ts';
import { type Taken, takeMessage } from './take-message.ts';
import type { DrainDeps } from './work-ref.ts';

export type DeliverDeps = DrainDeps & { readonly inbox: EventInbox };

export interface Batch {
  readonly messages: readonly { readonly id: string; readonly receiptHandle: string; readonly body: string }[];
  /** When the function is stopped, in ms. */
  readonly deadline: number;
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
    return await takeMessage(deps, message.value);
  } catch (cause) {
    deps.log.error('message not taken', { errorName: nameOf(cause) });
    return undefined;
  }
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
