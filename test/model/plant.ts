import { makeRandom } from '../../infra/local/co3/random.ts';
import { addSampleAccount, SAMPLE_ACCOUNT } from '../../infra/local/co3/sample.ts';
import { makeCo3Simulator } from '../../infra/local/co3/simulator.ts';
import type { Co3Simulator } from '../../infra/local/co3/simulator-types.ts';
import { makeCo3Client } from '../../lib/co3/client.ts';
import type { DeliverDeps } from '../../lib/deliver/deliver.ts';
import { emptyLane } from '../../lib/deliver/lane-state.ts';
import type { LedgerRecord } from '../../lib/deliver/records.ts';
import type { Log } from '../../lib/event/log.ts';
import type { SecretStore } from '../../lib/settings/secrets.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { platformOf } from '../../lib/shops/index.ts';
import {
  type MemoryQueue,
  makeMemoryQueue,
  toDeadLetterQueue,
  toEventQueue,
  toInbox,
} from '../support/memory-queues.ts';
import { SHOPIFY_SECRET } from '../support/webhooks.ts';
import { chronicleOf, type State } from './chronicle.ts';
import { askedFor, carelesslySentAgain, type Desk, makeDesks } from './desks.ts';
import { makeFarLine } from './far-line.ts';
import { ACCOUNTS, apiKeyOf, START, settingsOf } from './settings.ts';
import { streetOf } from './shopify-body.ts';
import type { Story } from './story.ts';
import { makeUpsets, type Upsets } from './upsets.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';
import { makeWatch, type Watch } from './watch.ts';
import { makeWatchedLedger, type WatchedLedger } from './watched-ledger.ts';
import { makeWorker, type Worker } from './worker.ts';

/** Everything that outlives a worker: the table, the queues, CO3, the time. */
export interface Plant {
  readonly time: VirtualTime;
  readonly settings: Settings;
  readonly states: readonly State[];
  readonly table: WatchedLedger;
  readonly events: MemoryQueue;
  readonly deadLetters: MemoryQueue;
  readonly co3: Co3Simulator;
  readonly upsets: Upsets;
  readonly watch: Watch;
  /** Orders of which a person has sent again what CO3 had. */
  readonly careless: ReadonlySet<string>;
  /** What people have asked for, as `askedFor` names it. */
  readonly asked: Set<string>;
  /** When a bookkeeper has booked in CO3 itself. */
  readonly bookedAt: number[];
  readonly secrets: SecretStore;
  readonly logged: readonly { readonly at: number; readonly event: string }[];
  readonly log: Log;
  newId(): string;
  /** Of 0 up to `below`, story by story the same. */
  chance(below: number): number;
  /** Calls this at each message that comes into the queue `events`. */
  whenSent(act: () => void): void;
  /** A person's program, which may break off as a worker does. */
  sitDown(): Desk;
  hire(forMs: number): { readonly worker: Worker; readonly deps: DeliverDeps; readonly deadline: number };
}

const USER = { username: 'bridge', password: 'pass-1' };

export const makePlant = (story: Story): Plant => {
  const time = makeVirtualTime(START);
  const settings = settingsOf(story);
  const states = chronicleOf(story, [...settings.shops.values()]);
  const co3 = makeSimulator(story, time);
  const careless = new Set<string>();
  const asked = new Set<string>();
  const watch = makeWatch({
    isSupervised: (key) => states.some((state) => state.key === key && state.shop.mode !== 'on'),
    isReleased: (key, totalMinor) => asked.has(askedFor(key, 'release', String(totalMinor))),
    told: (key, changedAt) => states.filter(isOf(key, changedAt)).map(({ told }) => told),
    isAsked: (key, path, value) => asked.has(askedFor(key, path, value)),
    co3,
    hasUpsets: story.upsets.length > 0,
    streets: (key, changedAt) => states.filter(isOf(key, changedAt)).map(({ order }) => streetOf(order.moves)),
    isDoubled: (key) => careless.has(key),
    owed: (key, changedAt) => states.filter(isOf(key, changedAt)).map(({ owed }) => owed),
    isDue: (key, changedAt) => states.filter(isOf(key, changedAt)).some(({ isDue }) => isDue),
  });
  const onWrite = (record: LedgerRecord): void => {
    watch.wrote(record);
    const order = record.kind === 'letter' ? carelesslySentAgain(record, co3) : undefined;
    if (order !== undefined) careless.add(order);
  };
  const table = makeWatchedLedger({ now: () => time.now(), lagMs: story.indexLagMs, onWrite });
  const random = makeRandom(story.pace + 1);
  const chance = (below: number): number => Math.floor(random() * below);
  const deadLetters = makeMemoryQueue(time, 'dead-letters', { pick: chance });
  const stored = makeMemoryQueue(time, 'events', {
    pick: chance,
    comesAgain: () => chance(10) < story.comeAgain,
    redrive: { maxReceives: story.maxReceives, to: deadLetters },
  });
  let onSent = (): void => undefined;
  const send = (body: string): string => {
    const id = stored.send(body);
    onSent();
    return id;
  };
  const events: MemoryQueue = { ...stored, send };
  const upsets = makeUpsets(story);
  const logged: { at: number; event: string }[] = [];
  const note = (event: string, fields: object): void => {
    logged.push({ at: time.now(), event, ...fields });
  };
  const log: Log = { info: note, warn: note, error: note };
  const secrets: SecretStore = {
    read: async (name) =>
      JSON.stringify({ webhook: [SHOPIFY_SECRET], apiKey: apiKeyOf(name.replace('co3-bridge/', '')), ...USER }),
  };
  const line = makeFarLine({ co3, time, watch, lies: story.lies });
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  const hire: Plant['hire'] = (forMs) => {
    const deadline = time.now() + forMs;
    const worker = makeWorker({ time, deadline, meet: upsets.meet });
    const deps: DeliverDeps = {
      settings,
      ledger: worker.port('ledger', table.ledger),
      events: worker.port('events', toEventQueue(events)),
      inbox: worker.port('inbox', toInbox(events)),
      deadLetters: worker.port('dead-letters', toDeadLetterQueue(deadLetters)),
      co3: makeCo3Client({
        transport: () => worker.transport(line(worker)),
        clock: worker.clock,
        random: () => 0.5,
        baseUrl: 'https://co3.test/api/',
        secrets,
      }),
      clock: worker.clock,
      secrets,
      // The shops of these stories tell every order whole.
      shopHttp: async () => ({ kind: 'failed', cause: new Error('nobody asks a shop here') }),
      loadPlatform: async (shop) => platformOf(shop),
      log,
      alarms: { raise: note },
      figures: { note: () => undefined },
      stage: 'test',
      newId,
    };
    return { worker, deps, deadline };
  };
  const sitDown = makeDesks({ time, upsets, table, events, settings, newId });
  const whenSent = (act: () => void): void => {
    onSent = act;
  };
  const around = {
    time,
    settings,
    states,
    table,
    events,
    deadLetters,
    co3,
    upsets,
    watch,
    careless,
    asked,
    bookedAt: [],
  };
  return { ...around, secrets, logged, log, newId, chance, whenSent, sitDown, hire };
};

/** Lays the accounts' lanes out as the story has them. */
export const openLanes = async ({ table, newId }: Plant, lanes: Story['lanes']): Promise<void> => {
  if (lanes === 'fresh') return;
  const ledger = await table.ledger.identity();
  const proof = { provenAt: lanes === 'proven' ? START : null, candidate: null, failed: null };
  for (const key of ACCOUNTS)
    await table.ledger.write({ ...emptyLane(), key, version: 1, writeId: newId(), ledger, proof });
};

const isOf =
  (key: string, changedAt: string) =>
  (state: State): boolean =>
    state.key === key && state.changedAt === changedAt;

const makeSimulator = ({ dialect, comment }: Story, time: VirtualTime): Co3Simulator => {
  const co3 = makeCo3Simulator({
    now: () => time.now(),
    seed: dialect,
    dialect: { comment, rounding: 'row', forintDecimals: 2 },
  });
  for (const name of ACCOUNTS)
    addSampleAccount(
      co3,
      { ...SAMPLE_ACCOUNT, name, apiKey: apiKeyOf(name), users: [{ ...USER, rights: 'all' }] },
      START,
    );
  return co3;
};
