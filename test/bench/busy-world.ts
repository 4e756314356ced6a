import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { aLaneRecord } from '../support/ledger-records.ts';
import { MEMORY_LEDGER } from '../support/memory-ledger.ts';
import { anAccount, anOrder, aShop } from '../support/orders.ts';
import { makeWorld, type World } from '../support/world.ts';
import { obligingCo3 } from './obliging-co3.ts';

export interface BusyWorld extends World {
  /** The next order of that account's shop, of a buyer who is known after the first. */
  nextOrder(account?: number): OrderSnapshot;
  /** One invocation of the worker with up to ten messages; false where none is there. */
  workOff(): Promise<boolean>;
  /** Takes all orders out of the ledger; lanes and contacts stay. */
  forgetOrders(): void;
  /** Calls of the ledger so far. */
  readonly ledgerCalls: { reads: number; writes: number };
}

export interface BusyOptions {
  readonly accounts: number;
  /** CO3 never answers the first account. */
  readonly isFirstSilent?: boolean;
}

/** The bridge in memory with so many accounts, each with a shop, all of which CO3 is known to keep markers for. */
export const makeBusyWorld = async ({ accounts, isFirstSilent = false }: BusyOptions): Promise<BusyWorld> => {
  const names = Array.from({ length: accounts }, (_, index) => index);
  const ledgerCalls = { reads: 0, writes: 0 };
  const world = makeWorld({
    accounts: names.map((index) => anAccount({ id: accountOf(index) })),
    shops: names.map((index) => aShop({ id: shopOf(index), account: accountOf(index), tenant: tenantOf(index) })),
    transport: obligingCo3((body) => isFirstSilent && body.includes(`/${ORDER}0-`)),
    freshLanes: true,
    around: (port, effect) => {
      if (port === 'ledger.read' || port === 'ledger.due') ledgerCalls.reads += 1;
      if (port === 'ledger.write') ledgerCalls.writes += 1;
      return effect();
    },
  });
  for (const index of names)
    await world.ledger.write(
      aLaneRecord({ key: accountOf(index), proof: { provenAt: 1, candidate: null, failed: null } }),
    );
  let orders = 0;
  return {
    ...world,
    ledgerCalls,
    nextOrder: (account = 0) => {
      orders += 1;
      const orderId = `${ORDER}${account}-${orders}`;
      return anOrder({ tenant: tenantOf(account), orderId, number: `#${orderId}` });
    },
    forgetOrders: () => {
      const kept = [...world.ledger.backUp()].filter(([id]) => !/^(order|number)#/.test(id));
      world.ledger.replace(MEMORY_LEDGER, new Map(kept));
    },
    workOff: async () => {
      const messages = world.events.receive(120_000);
      if (messages.length > 0) await world.handle({ messages, deadline: world.clock.now() + 60_000 });
      return messages.length > 0;
    },
  };
};

export const accountOf = (index: number): string => `account-${index}`;
export const shopOf = (index: number): string => `shop-${index}`;

const ORDER = 'order';
const tenantOf = (index: number): string => `shop-${index}.myshopify.com`;
