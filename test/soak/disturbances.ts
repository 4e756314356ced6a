import type { FaultRule } from '../../infra/local/co3/faults.ts';
import { makeRandom, type Random } from '../../infra/local/co3/random.ts';
import type { Outage } from '../../infra/local/co3/simulator-types.ts';

export const PARTS = ['functions', 'queue', 'table', 'secrets', 'co3', 'poller'] as const;
export type Part = (typeof PARTS)[number];

/** Something that goes wrong; `atMs` counts from the beginning of the soak. */
export type Disturbance =
  | { readonly kind: 'fault'; readonly atMs: number; readonly rule: FaultRule }
  | { readonly kind: 'outage'; readonly atMs: number; readonly how: Outage; readonly forMs: number }
  | { readonly kind: 'restart'; readonly atMs: number; readonly part: Part; readonly downMs: number };

export interface Ground {
  readonly seed: number;
  readonly accounts: number;
  /** While orders come. */
  readonly loadMs: number;
  /** The whole soak. */
  readonly wholeMs: number;
}

/** All that goes wrong in a soak, in the order of its times. What takes long to be settled comes early or not at all. */
export const disturbancesOf = ({ seed, accounts, loadMs, wholeMs }: Ground): readonly Disturbance[] => {
  const random = makeRandom(seed + 1);
  const faults = STREAMS.flatMap(({ everyMs, faults }) =>
    timesOf(random, everyMs / accounts, loadMs).flatMap((atMs): Disturbance[] => {
      const { settlesMs, rule } = faults[Math.floor(random() * faults.length)] ?? SLOW;
      return atMs + settlesMs <= wholeMs ? [{ kind: 'fault', atMs, rule: rule(random) }] : [];
    }),
  );
  const outages = OUTAGES.flatMap(({ how, at, forMs, settlesMs }): Disturbance[] => {
    const atMs = Math.floor(at * loadMs);
    return atMs + settlesMs <= wholeMs ? [{ kind: 'outage', atMs, how, forMs }] : [];
  });
  const restarts = PARTS.flatMap((part) =>
    RESTARTS[part].slice(0, loadMs < SHORT_MS ? 1 : undefined).map((at): Disturbance => {
      const downMs = 1_000 + Math.floor(random() * 5_000);
      return { kind: 'restart', atMs: Math.floor(at * loadMs), part, downMs };
    }),
  );
  return [...faults, ...outages, ...restarts].toSorted((a, b) => a.atMs - b.atMs);
};

/**
 * When each part is killed or taken away, as shares of the load, never two at once. The functions live on from the last
 * of theirs to the end: whether their memory is flat is seen over that time.
 */
const RESTARTS: Readonly<Record<Part, readonly number[]>> = {
  functions: [0.12, 0.25, 0.38],
  queue: [0.17, 0.45, 0.7],
  table: [0.31, 0.6, 0.85],
  secrets: [0.2, 0.55, 0.77],
  co3: [0.07, 0.5, 0.65],
  poller: [0.34, 0.48, 0.73],
};

/** In a load below it each part goes once: the functions alone take half a minute to be there again. */
const SHORT_MS = 10 * 60_000;

interface PlannedFault {
  /** After so long the bridge has read back or given up, and what is left is a letter. */
  readonly settlesMs: number;
  readonly rule: (random: Random) => FaultRule;
}

const MINUTE = 60_000;
const upTo = (random: Random, ms: number): number => 1_000 + Math.floor(random() * (ms - 1_000));
const always =
  (rule: FaultRule): PlannedFault['rule'] =>
  () =>
    rule;

const SLOW: PlannedFault = { settlesMs: MINUTE, rule: (random) => ({ kind: 'slow', ms: upTo(random, 8_000) }) };

/** A call that succeeds at another try, or is refused for good. */
const MILD: readonly PlannedFault[] = [
  SLOW,
  { settlesMs: 2 * MINUTE, rule: always({ kind: 'refuse', code: 8 }) },
  { settlesMs: 2 * MINUTE, rule: always({ kind: 'refuse', code: 10, method: 'setInvoice' }) },
  { settlesMs: 2 * MINUTE, rule: always({ kind: 'refuse', code: 6, method: 'setContact' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: '503', method: 'authenticate' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'reset', method: 'getContacts' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'truncated-xml', method: 'getInvoices' }) },
  { settlesMs: 3 * MINUTE, rule: (random) => ({ kind: 'stale-read', ms: upTo(random, 10_000) }) },
  { settlesMs: 2 * MINUTE, rule: always({ kind: 'refuse', code: 22, method: 'setContact' }) },
  { settlesMs: 2 * MINUTE, rule: always({ kind: 'refuse', code: 20, method: 'setContact' }) },
  { settlesMs: 2 * MINUTE, rule: always({ kind: 'refuse', code: 306, method: 'setInvoice' }) },
];

/** A write that nobody hears the end of. Where CO3 has not done it, the bridge looks for it ten minutes long. */
const LOST: readonly PlannedFault[] = [
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'commit-then-cut', method: 'setInvoice' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'commit-then-html', method: 'setInvoice' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'truncated-xml', method: 'setInvoice' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'hang-after-commit', method: 'setInvoice' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'commit-then-cut', method: 'setContact' }) },
  {
    settlesMs: 4 * MINUTE,
    rule: (random) => ({ kind: 'late-commit', method: 'setInvoice', ms: upTo(random, 25_000), how: 'reset' }),
  },
  { settlesMs: 14 * MINUTE, rule: always({ kind: 'timeout-before-commit', method: 'setInvoice' }) },
  { settlesMs: 14 * MINUTE, rule: always({ kind: 'reset', method: 'setInvoice' }) },
  { settlesMs: 14 * MINUTE, rule: always({ kind: '503', method: 'setContact' }) },
];

/** The same of goods. A booking that CO3 makes long after it was lost is found within an hour only, so there is none. */
const LOST_GOODS: readonly PlannedFault[] = [
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'commit-then-cut', method: 'setProduct' }) },
  { settlesMs: 3 * MINUTE, rule: always({ kind: 'commit-then-html', method: 'removeStock' }) },
  { settlesMs: 14 * MINUTE, rule: always({ kind: 'reset', method: 'setProduct' }) },
];

/** How often, for one account: three lost documents running hold a lane until a person opens it. */
const STREAMS = [
  { everyMs: 120_000, faults: MILD },
  { everyMs: 600_000, faults: LOST },
  { everyMs: 600_000, faults: LOST_GOODS },
] as const;

/** As shares of the load. */
const OUTAGES = [
  { how: '503', at: 0.1, forMs: 4_000, settlesMs: 14 * MINUTE },
  { how: 'reset', at: 0.22, forMs: 4_000, settlesMs: 14 * MINUTE },
  { how: 'unreachable', at: 0.35, forMs: 8_000, settlesMs: 8 * MINUTE },
] as const;

const timesOf = (random: Random, everyMs: number, untilMs: number): readonly number[] => {
  const times: number[] = [];
  for (let atMs = random() * everyMs; atMs < untilMs; atMs += everyMs * (0.5 + random())) times.push(Math.floor(atMs));
  return times;
};
