import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { comeToRest, PATIENCE_MS } from './come-to-rest.ts';
import { disturb } from './disturb.ts';
import { type Disturbance, disturbancesOf } from './disturbances.ts';
import { type FarSide, makeFarSide } from './far-side.ts';
import { keepGoods } from './kept-goods.ts';
import { type MemorySample, MOST_GROWTH, memoryProblems, readResidentMb, toMemoryFigures } from './memory.ts';
import { postingsOfGoods, postingsOfOrders } from './postings.ts';
import { type Counts, countBy, type SoakResult } from './result.ts';
import { carryOutSabotage, type Sabotage } from './sabotage.ts';
import { settingsText, shopsOf } from './shops.ts';
import { startShops } from './shops-at-work.ts';
import { sellOrders } from './sold-orders.ts';
import { MEMORY_MS, type SoakStack, startSoakStack } from './stack.ts';

export interface SoakOptions {
  readonly root: string;
  /** Where what it has seen stays. */
  readonly folder: string;
  readonly seed: number;
  readonly minutes: number;
  readonly accounts: number;
  readonly sabotage: Sabotage | null;
  readonly say: (text: string) => void;
  readonly onSecond: () => void;
  readonly signal: AbortSignal;
}

const MINUTE = 60_000;
/** From one order of a shop to its next. */
const ORDER_EVERY_MS = 30_000;

/** Sells and disturbs, waits until all has come to rest, and judges by the books of the far side. */
export const soak = async (options: SoakOptions): Promise<SoakResult> => {
  const { seed, accounts, folder, say, signal } = options;
  mkdirSync(folder, { recursive: true });
  const wholeMs = options.minutes * MINUTE;
  // The last minutes only drain.
  const loadMs = wholeMs - Math.min(6 * MINUTE, wholeMs * 0.4);
  const shops = shopsOf(accounts);
  const orders = sellOrders({ seed, shops, loadMs, everyMs: ORDER_EVERY_MS });
  const goods = keepGoods({ seed, shops, loadMs });
  const disturbances = disturbancesOf({ seed, accounts, loadMs, wholeMs });
  const farSide = makeFarSide([...new Set(shops.map(({ account }) => account))], seed);
  const samples: MemorySample[] = [];
  const settings = settingsText(shops, Date.now());
  const stack = await startSoakStack({ ...options, settings, farSide, onMemory: (sample) => samples.push(sample) });
  const began = Date.now();
  const endsAt = began + wholeMs;
  const timers = [
    setInterval(() => samples.push(...residentOf(stack)), MEMORY_MS),
    setInterval(options.onSecond, 1_000),
  ];
  try {
    say(
      `${orders.length} orders and ${goods.length} goods of ${shops.length} shops on ${accounts} accounts, seed ${seed}`,
    );
    const until = (atMs: number): Promise<void> => wait(Math.max(0, began + atMs - Date.now()), undefined, { signal });
    const postings = [...postingsOfOrders(orders, began), ...postingsOfGoods(goods, began)];
    const atWork = startShops(postings, {
      webhooks: stack.addresses.webhooks,
      givesUpAt: endsAt + PATIENCE_MS,
      until,
    });
    const sabotage = async (): Promise<void> => {
      if (options.sabotage === null) return;
      await until(loadMs * SABOTAGED);
      say(`sabotage: ${options.sabotage}`);
      const soldAt = began + loadMs;
      await carryOutSabotage(options.sabotage, { addresses: stack.addresses, farSide, orders, began, soldAt, say });
    };
    const happening = [atWork.done, disturb(disturbances, { stack, farSide, until, say }), sabotage()];
    await Promise.race([Promise.all(happening), failWhenEnded(stack)]);
    say('everything is sold');
    const rest = await comeToRest({
      ...{ sold: { orders, goods }, farSide, stack, atWork, endsAt, say, signal },
      mayHaveLostWrites: disturbances.some(losesWrites),
    });
    const lastLife = began + lastCrashMs(disturbances);
    const memory = [
      ...toMemoryFigures(samples.filter(isHeap), lastLife, began + loadMs, MOST_GROWTH),
      ...toMemoryFigures(
        samples.filter((one) => !isHeap(one)),
        lastLife,
        began + loadMs,
        null,
      ),
    ];
    const result: SoakResult = {
      at: new Date(began).toISOString(),
      node: process.version,
      cpu: cpus()[0]?.model ?? '',
      seed,
      minutes: Math.round((Date.now() - began) / 6_000) / 10,
      accounts,
      shops: shops.length,
      orders: orders.length,
      posts: atWork.posted(),
      postsRepeated: atWork.repeated(),
      calls: farSide.met.calls,
      callsTooSoon: farSide.met.tooSoon,
      documents: countBy(rest.books.documents.map(({ invoice }) => invoice.status)),
      letters: countBy(rest.books.letters.map(({ name }) => name)),
      restarts: countBy(disturbances.flatMap((one) => (one.kind === 'restart' ? [one.part] : []))),
      faults: faultsOf(farSide),
      memory,
      broken: [...rest.broken, ...memoryProblems(memory)],
    };
    keepEvidence(folder, { result, books: rest.books, orders, goods, disturbances, samples });
    return result;
  } finally {
    for (const timer of timers) clearInterval(timer);
    await stack.stop();
  }
};

/** As a share of the load: in a short soak each part has been restarted by then. */
const SABOTAGED = 0.4;

const failWhenEnded = async ({ ended }: SoakStack): Promise<never> => {
  throw new Error(`the functions' process ended by itself: ${await ended}`);
};

const losesWrites = (one: Disturbance): boolean =>
  one.kind === 'restart' || one.kind === 'outage' || one.rule.method?.startsWith('set') === true;

const lastCrashMs = (disturbances: readonly Disturbance[]): number =>
  Math.max(...disturbances.flatMap((one) => (one.kind === 'restart' && one.part === 'functions' ? [one.atMs] : [])));

const isHeap = ({ of }: MemorySample): boolean => of.startsWith('heap of ');

const residentOf = (stack: SoakStack): readonly MemorySample[] => {
  const pids = stack.pids();
  const resident = readResidentMb(pids.map(({ pid }) => pid));
  return pids.flatMap(({ part, pid }) => {
    const mb = resident.get(pid);
    return mb === undefined ? [] : [{ of: `process of the ${part}`, atMs: Date.now(), mb }];
  });
};

const faultsOf = ({ met: { faults, refusals } }: FarSide): Counts =>
  Object.fromEntries([
    ...[...faults].toSorted(([a], [b]) => a.localeCompare(b)),
    ...[...refusals].toSorted(([a], [b]) => a - b).map(([code, count]): [string, number] => [`code ${code}`, count]),
  ]);

const keepEvidence = (folder: string, evidence: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(evidence))
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
};
