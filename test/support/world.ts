import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { makeCo3Client } from '../../lib/co3/client.ts';
import type { ClosableTransport, TransportRequest } from '../../lib/co3/transport.ts';
import { type Batch, type DeliverDeps, makeDeliver } from '../../lib/deliver/deliver.ts';
import type { Alert, Figures } from '../../lib/deliver/ports.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { makeTick } from '../../lib/deliver/tick.ts';
import type { LogFields } from '../../lib/event/log.ts';
import { type OrderKey, type OrderSnapshot, orderKeyOf, type Snapshot } from '../../lib/event/snapshot.ts';
import { makeReceive } from '../../lib/receive/receive.ts';
import type { SecretStore } from '../../lib/settings/secrets.ts';
import type { AccountSettings, Settings, ShopSettings } from '../../lib/settings/settings.ts';
import { platformOf } from '../../lib/shops/index.ts';
import type { ShopHttp } from '../../lib/shops/shop-http.ts';
import { aLaneRecord } from './ledger-records.ts';
import { MEMORY_LEDGER, type MemoryLedger, makeMemoryLedger } from './memory-ledger.ts';
import { type MemoryQueue, makeMemoryQueue, toDeadLetterQueue, toEventQueue, toInbox } from './memory-queues.ts';
import { anAccount, aShop } from './orders.ts';
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts';
import { SHOPIFY_SECRET } from './webhooks.ts';

/** What opens every account of the world's far side. */
export const ACCOUNT_SECRET = { apiKey: 'key-1', username: 'bridge', password: 'pass-1' };

export const START = Date.parse('2026-12-02T10:00:00Z');

export interface WorldOptions {
  readonly shops?: readonly ShopSettings[];
  readonly accounts?: readonly AccountSettings[];
  readonly transport: (clock: VirtualClock) => () => ClosableTransport;
  readonly password?: () => string;
  /** The shop's credentials for its own API, as its secret has them, and that API. Without them it has none. */
  readonly api?: (how: 'cached' | 'fresh') => unknown;
  readonly shopHttp?: (clock: VirtualClock) => ShopHttp;
  readonly loadPlatform?: DeliverDeps['loadPlatform'];
  /** No table has opened the accounts' lanes: CO3 is searched for markers first. */
  readonly freshLanes?: boolean;
  /** Stands around every call of a port: what it rejects with, or never answers, is what the worker meets. */
  readonly around?: Around;
}

export type Around = <T>(port: string, effect: () => Promise<T>, given: readonly unknown[]) => Promise<T>;

/** The bridge in memory, from the queue to the letter, on a virtual clock; the far side is the test's. */
export interface World {
  readonly clock: VirtualClock;
  readonly ledger: MemoryLedger;
  readonly events: MemoryQueue;
  readonly deadLetters: MemoryQueue;
  readonly deps: DeliverDeps;
  readonly logged: readonly (LogFields & { readonly event: string })[];
  readonly alarms: readonly string[];
  /** What people got by mail. */
  readonly mails: readonly Alert[];
  /** What was noted for CloudWatch. */
  readonly figures: readonly Parameters<Figures['note']>[];
  /** Puts the snapshot into the queue as `receive` does. */
  arrive(snapshot: Snapshot, shop?: string): Promise<void>;
  /** Takes a webhook as the gateway hands it over; answers the status. */
  receive(request: APIGatewayProxyEventV2): Promise<number>;
  /** One invocation of the worker. */
  handle(batch: Batch): Promise<{ readonly failed: readonly string[] }>;
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
    keepBuyersDays: 180,
    accounts: new Map(accounts.map((account) => [account.id, account])),
  };
  const opened = options.freshLanes === true ? [] : accounts.map(({ id }) => aLaneRecord({ key: id }));
  const ledger = makeMemoryLedger(MEMORY_LEDGER, opened);
  const events = makeMemoryQueue(clock, 'events');
  const deadLetters = makeMemoryQueue(clock, 'dead-letters');
  const logged: (LogFields & { readonly event: string })[] = [];
  const alarms: string[] = [];
  const mails: Alert[] = [];
  const figures: Parameters<Figures['note']>[] = [];
  const alerts = {
    tell: async (alert: Alert): Promise<void> => {
      mails.push(alert);
    },
  };
  const note = (event: string, fields: LogFields): void => {
    logged.push({ event, ...fields });
  };
  const secrets: SecretStore = {
    read: async (_, how) =>
      JSON.stringify({
        webhook: [SHOPIFY_SECRET],
        api: options.api?.(how),
        ...ACCOUNT_SECRET,
        password: options.password?.() ?? ACCOUNT_SECRET.password,
      }),
  };
  let ids = 0;
  const around: Around = options.around ?? ((_, effect) => effect());
  const transport = options.transport(clock);
  const shopHttp = options.shopHttp?.(clock) ?? nobody;
  const deps: DeliverDeps = {
    settings,
    ledger: surround('ledger', ledger, around),
    events: surround('events', toEventQueue(events), around),
    inbox: surround('inbox', toInbox(events), around),
    deadLetters: surround('dead-letters', toDeadLetterQueue(deadLetters), around),
    co3: makeCo3Client({
      transport: () => {
        const post = transport();
        return Object.assign((request: TransportRequest) => around('co3', () => post(request), [request]), {
          close: () => post.close(),
        });
      },
      clock,
      random: () => 0.5,
      baseUrl: 'https://co3.test/api/',
      secrets,
    }),
    secrets: surround('secrets', secrets, around),
    shopHttp: (request, timeoutMs) => around('shop', () => shopHttp(request, timeoutMs), [request]),
    loadPlatform: options.loadPlatform ?? (async (shop) => platformOf(shop)),
    clock,
    log: { info: note, warn: note, error: note },
    alarms: {
      raise: (name, fields) => {
        alarms.push(name);
        note(name, fields);
      },
    },
    figures: {
      note: (...noted) => {
        figures.push(noted);
      },
    },
    stage: 'test',
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  };
  // Nothing at the entrance takes as long as its budget here.
  const patient = { now: () => clock.now(), sleep: () => new Promise<void>(() => undefined) };
  const receive = makeReceive({
    settings,
    secrets,
    events: deps.events,
    clock: patient,
    log: deps.log,
    newTraceId: deps.newId,
  });
  const handle = makeDeliver(deps);
  const tick = makeTick({
    ...deps,
    alerts: surround('alerts', alerts, around),
    stack: { stage: 'test', region: 'eu-central-1' },
    accounts: [...settings.accounts.keys()],
    keepBuyersDays: settings.keepBuyersDays,
  });
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
    mails,
    figures,
    arrive: (snapshot, shop = shops[0]?.id ?? '') =>
      toEventQueue(events).send({ kind: 'snapshot', shop, traceId: 'trace-1', snapshot }),
    receive: async (request) => (await receive(request)).statusCode,
    handle,
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

const nobody: ShopHttp = async () => ({ kind: 'failed', cause: new Error('no API of a shop is here') });

const surround = <Port extends object>(name: string, port: Port, around: Around): Port =>
  new Proxy(port, {
    get: (target, property) => {
      const method: unknown = Reflect.get(target, property);
      return typeof method === 'function'
        ? (...given: unknown[]) =>
            around(`${name}.${String(property)}`, () => Reflect.apply(method, target, given), given)
        : method;
    },
  });

export const keyOf = (snapshot: OrderSnapshot): OrderKey => orderKeyOf(snapshot);
