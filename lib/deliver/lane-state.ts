import type { Co3Error } from '../co3/codes.ts';
import type { Hold, LaneRecord, Resource } from './lane-records.ts';
import { LONGEST_PAUSE_MS, pauseLength } from './pause-length.ts';
import type { Content } from './update-record.ts';

/** The lane that stands for our address: CO3 bans addresses, not accounts. */
export const ADDRESS_LANE = '*';

/** Refusals of one kind running that hold a lane, documents of unknown outcome that do, and those that leave it to a person. */
export const BREAKER_COUNT = 5;
export const UNKNOWN_COUNT = 2;
const UNKNOWN_LIMIT = 3;
const NEVER_LEFT_COUNT = 3;
/** Only a person opens a lane that is held for these. */
const WAITS_FOR_HAND: ReadonlySet<Hold['reason']> = new Set(['by-hand', 'ledger-lost']);

type Lane = Content<LaneRecord>;

export const emptyLane = (): Lane => ({
  kind: 'lane',
  lease: null,
  session: null,
  answeredAt: [],
  calls: [],
  ledger: null,
  lookedDownTo: null,
  proof: { provenAt: null, candidate: null, failed: null },
  hold: null,
  catalogueHold: null,
  suspect: [],
  unknownRuns: {},
  neverLeftRun: 0,
  refusals: {},
});

type HoldCause = Pick<Hold, 'reason' | 'code' | 'method'>;

/** Holds the lane, or goes on holding it after a probe that failed: each time longer, up to 15 minutes. */
export const withHold = (lane: Lane, cause: HoldCause, now: number): Lane => {
  // What a person has shut only a person opens.
  if (lane.hold !== null && WAITS_FOR_HAND.has(lane.hold.reason)) return lane;
  const probes = lane.hold === null ? 0 : lane.hold.probes + 1;
  // A ban is answered with the longest pause at once: each knock may lengthen it.
  const pauseMs = cause.code === 9 ? LONGEST_PAUSE_MS : pauseLength(probes);
  const byHandOnly =
    WAITS_FOR_HAND.has(cause.reason) ||
    (cause.reason === 'unknown-documents' && longestUnknownRun(lane) >= UNKNOWN_LIMIT);
  return {
    ...lane,
    hold: { ...cause, since: lane.hold?.since ?? now, until: byHandOnly ? null : now + pauseMs, probes },
  };
};

export const withoutHold = (lane: Lane): Lane => ({ ...lane, hold: null });

/** A person says go: whatever ran up to the hold starts anew. */
export const resumed = (lane: Lane): Lane => ({
  ...lane,
  hold: null,
  catalogueHold: null,
  unknownRuns: {},
  neverLeftRun: 0,
  refusals: {},
});

export const isHeld = (lane: Pick<LaneRecord, 'hold'> | undefined, now: number): boolean =>
  lane?.hold != null && (lane.hold.until === null || lane.hold.until > now);

/** Whether a worker is at the lane. */
export const isLeased = (lane: Pick<LaneRecord, 'lease'> | undefined, now: number): boolean =>
  lane?.lease != null && lane.lease.until > now;

/** The most calls of one method running whose outcome is unknown. */
export const longestUnknownRun = ({ unknownRuns }: Pick<LaneRecord, 'unknownRuns'>): number =>
  Math.max(0, ...Object.values(unknownRuns));

/** A call of `method` was done. */
export const afterDone = (lane: Lane, method: string): Lane => {
  const { [method]: _, ...refusals } = lane.refusals;
  return { ...lane, refusals, neverLeftRun: 0, unknownRuns: withoutRun(lane, method) };
};

const withoutRun = ({ unknownRuns }: Lane, method: string): Lane['unknownRuns'] => {
  const { [method]: _, ...others } = unknownRuns;
  return others;
};

/** A call of `method` was refused for a reason of one order; counts towards the breaker what no buyer can cause. */
export const afterRefusal = (lane: Lane, method: string, error: Co3Error, now: number): Lane => {
  const before = lane.refusals[method];
  const isOurs =
    error.code !== null &&
    (error.fixedBy === 'settings' ||
      error.fixedBy === 'co3-admin' ||
      error.fixedBy === 'developer' ||
      error.code === 305);
  const count = isOurs ? (before?.code === error.code ? before.count + 1 : 1) : 0;
  const { [method]: _, ...others } = lane.refusals;
  const next: Lane = {
    ...lane,
    neverLeftRun: 0,
    unknownRuns: withoutRun(lane, method),
    refusals: isOurs && error.code !== null ? { ...others, [method]: { code: error.code, count } } : others,
  };
  return count >= BREAKER_COUNT ? withHold(next, { reason: 'breaker', code: error.code, method }, now) : next;
};

/** As `afterRefusal`, for a call of the catalogue: what would hold the lane holds the catalogue alone. */
export const afterGoodsRefusal = (lane: Lane, method: string, error: Co3Error, now: number): Lane => {
  const { hold: catalogueHold, ...next } = afterRefusal({ ...lane, hold: lane.catalogueHold }, method, error, now);
  return { ...next, hold: lane.hold, catalogueHold };
};

/** Prolongs the hold of the catalogue after a try that showed the same again. */
export const withCatalogueHold = (lane: Lane, cause: HoldCause, now: number): Lane => ({
  ...lane,
  catalogueHold: withHold({ ...lane, hold: lane.catalogueHold }, cause, now).hold,
});

/** A call of the catalogue was done. What another one is refused for is no better by that. */
export const afterGoodsDone = (lane: Lane, method: string): Lane => ({
  ...afterDone(lane, method),
  catalogueHold: lane.catalogueHold?.method === method ? null : lane.catalogueHold,
});

/** Whether catalogue work may go on. A lane that waits for a document is opened by a document alone. */
export const isOpenToGoods = (
  { hold, catalogueHold }: Pick<LaneRecord, 'hold' | 'catalogueHold'>,
  now: number,
): boolean => !isHeld({ hold: catalogueHold }, now) && (hold === null || hold.reason in ANY_ANSWER_OPENS);

// These say that CO3 does not answer this account, whoever asks.
const ANY_ANSWER_OPENS: Partial<Record<Hold['reason'], true>> = { code: true, 'never-left': true, 'no-answer': true };

/** Whether a refusal only shows that the setting which has broken everything is still wrong: that is no matter of what was tried. */
export const isStillBroken = (
  { hold, refusals }: Pick<LaneRecord, 'hold' | 'refusals'>,
  method: string,
  { code }: Pick<Co3Error, 'code'>,
): boolean => {
  const run = refusals[method];
  return hold !== null && run !== undefined && run.code === code && run.count >= BREAKER_COUNT;
};

/** Nobody knows whether a write was done: nothing more is written there until a read has been answered. Documents and payments name their method, whose run counts. */
export const afterUnknown = (lane: Lane, resource: Resource, method: string | null, now: number): Lane => {
  const run = method === null ? 0 : (lane.unknownRuns[method] ?? 0) + 1;
  const next: Lane = {
    ...lane,
    neverLeftRun: 0,
    unknownRuns: method === null ? lane.unknownRuns : { ...lane.unknownRuns, [method]: run },
    suspect: lane.suspect.includes(resource) ? lane.suspect : [...lane.suspect, resource],
  };
  return run >= UNKNOWN_COUNT ? withHold(next, { reason: 'unknown-documents', code: null, method }, now) : next;
};

/** A call did not get as far as CO3. */
export const afterNeverLeft = (lane: Lane, now: number): Lane => {
  const next: Lane = { ...lane, neverLeftRun: lane.neverLeftRun + 1 };
  return next.neverLeftRun >= NEVER_LEFT_COUNT
    ? withHold(next, { reason: 'never-left', code: null, method: null }, now)
    : next;
};

/** A read of the resource was answered. */
export const afterRead = (lane: Lane, resource: Resource): Lane => ({
  ...lane,
  neverLeftRun: 0,
  suspect: lane.suspect.filter((suspected) => suspected !== resource),
});
