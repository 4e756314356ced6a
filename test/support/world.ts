import { makeCo3Client } from '../../lib/co3/client.ts';
import type { ClosableTransport } from '../../lib/co3/transport.ts';
import { type DeliverDeps, makeDeliver } from '../../lib/deliver/deliver.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { makeTick } from '../../lib/deliver/tick.ts';
import type { LogFields } from '../../lib/event/log.ts';
import { type OrderKey, type OrderSnapshot, orderKeyOf } from '../../lib/event/snapshot.ts';
import type { SecretStore } from '../../lib/settings/secrets.ts';
import type { AccountSettings, Settings, ShopSettings } from '../../lib/settings/settings.ts';
import { type MemoryLedger, makeMemoryLedger } from './memory-ledger.ts';
import { type MemoryQueue, makeMemoryQueue, toDeadLetterQueue, toEventQueue, toInbox } from './memory-queues.ts';
import { anAccount, aShop } from './orders.ts';
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts';

export const START = Date.parse('2026-12-02T10:00:00Z');

export interface WorldOptions {
  readonly shops?: readonly ShopSettings[];
  readonly accounts?: readonly AccountSettings[];
  readonly transport: (clock: VirtualClock) => () => ClosableTransport;
  readonly password?: () => string;
}

/** The bridge in memory, from the queue to the letter, on a virtual clock; the far side is the test's. */
export interface World {
  readonly clock: VirtualClock;
  readonly ledger: MemoryLedger;
  readonly events: MemoryQueue;
  readonly deadLetters: MemoryQueue;
  readonly deps: DeliverDeps;
  readonly logged: readonly (LogFields & { readonly event: string })[];
  readonly alarms: readonly string[];
  /** Puts the snapshot into the queue as `receive` does. */
  arrive(snapshot: OrderSnapshot, shop?: string): Promise<void>;
  /** Lets the worker take what is in the queue until nothing is left there. */
  deliver(): Promise<void>;
  /** Lets the clock and its minutely tick run on for so long, the worker following each bell. */
  pass(ms: number): Promise<void>;
  order(key?: OrderKey): OrderRecord;
}

export const makeWorld = (options: WorldOptions): World => {
  const clock = makeVirtualClock(START);
  const shops = options.shops ?? [aShop()];
  const accounts = options.accounts ?? [anAccount()];
  const settings: Settings = {
    shops: new Map(shops.map((shop) => [shop.id, shop])),
    accounts: new Map(accounts.map((account) => [account.id, account])),
  };
  const ledger = makeMemoryLedger();
  const events = makeMemoryQueue(clock, 'events');
  const deadLetters = makeMemoryQueue(clock, 'dead-letters');
  const logged: (LogFields & { readonly event: string })[] = [];
  const alarms: string[] = [];
  const note = (event: string, fields: LogFields): void => {
    logged.push({ event, ...fields });
  };
  const secrets: SecretStore = {
    read: async () =>
      JSON.stringify({ apiKey: 'key-1', username: 'bridge', password: options.password?.() ?? 'pass-1' }),
  };
  let ids = 0;
  const deps: DeliverDeps = {
    settings,
    ledger,
    events: toEventQueue(events),
    inbox: toInbox(events),
    deadLetters: toDeadLetterQueue(deadLetters),
    co3: makeCo3Client({
      transport: options.transport(clock),
      clock,
      random: () => 0.5,
      baseUrl: 'https://co3.test/api/',
      secrets,
    }),
    clock,
    log: { info: note, warn: note, error: note },
    alarms: { raise: (name) => alarms.push(name) },
    stage: 'test',
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  };
  const handle = makeDeliver(deps);
  const tick = makeTick(deps);
  const deliver = async (): Promise<void> => {
    for (let batches = 0; batches < 500; batches += 1) {
      const messages = events.receive(120_000);
      if (messages.length === 0) return;
      await handle({ messages, deadline: clock.now() + 60_000 });
    }
    throw new Error('the queue does not come to rest');
  };
  return {
    clock,
    ledger,
    events,
    deadLetters,
    deps,
    logged,
    alarms,
    arrive: (snapshot, shop = shops[0]?.id ?? '') =>
      toEventQueue(events).send({ kind: 'snapshot', shop, traceId: 'trace-1', snapshot }),
    deliver,
    pass: async (ms) => {
      const until = clock.now() + ms;
      while (clock.now() < until) {
        clock.advance(Math.min(60_000, until - clock.now()));
        await tick(clock.now() + 60_000);
        await deliver();
      }
    },
    order: (key) => {
      const orders = ledger.all('order');
      const order = key === undefined ? orders[0] : orders.find((one) => one.key === key);
      if (order === undefined) throw new Error(`no order ${key ?? ''}`);
      return order;
    },
  };
};

export const keyOf = (snapshot: OrderSnapshot): OrderKey => orderKeyOf(snapshot);
