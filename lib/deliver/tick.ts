import type { LetterLine } from '../dead-letters/letter-line.ts';
import type { LetterDeps } from '../dead-letters/park-letter.ts';
import { sweepLetters } from '../dead-letters/sweep.ts';
import type { LogFields } from '../event/log.ts';
import type { EventQueue } from '../event/message.ts';
import { type TellDeps, tellNews } from './alerts/tell-news.ts';
import type { LaneRecord } from './lane-records.ts';
import { ADDRESS_LANE, isHeld, isLeased } from './lane-state.ts';
import { readNextDue } from './next-due.ts';
import { clearResting } from './personal-data/clear-resting.ts';
import type { Figures } from './ports.ts';
import { dueProof } from './proof.ts';
import type { WorkRef } from './records.ts';
import { readOldestDueAt, toStageFigures } from './stage-figures.ts';

export interface TickDeps extends LetterDeps, TellDeps {
  /** Their names. */
  readonly accounts: readonly string[];
  readonly events: EventQueue;
  readonly figures: Figures;
  /** How long a finished order keeps its buyer's data. */
  readonly keepBuyersDays: number;
}

interface ReadLane {
  readonly account: string;
  readonly lane: LaneRecord | undefined;
}

/** A lane that is not held, and what of its account is due. */
interface OpenLane extends ReadLane {
  readonly nextDue: readonly WorkRef[];
}

/** What a tick has found. What could not be read is missing in it. */
interface Seen {
  readonly address: ReadLane;
  readonly lanes: readonly ReadLane[];
  readonly open: readonly OpenLane[];
  readonly isEveryLane: boolean;
  readonly isAllDue: boolean;
}

/**
 * Rings for every account with due work that nobody is at, so that a lost bell costs a minute; then tells people what is new, keeps
 * letters and queue in step, and clears buyers' data that are kept long enough.
 */
export const makeTick =
  (deps: TickDeps) =>
  async (deadline: number): Promise<void> => {
    const seen = await survey(deps);
    await Promise.all(
      seen.open.map((one) => attempt(deps, 'bell not rung', { account: one.account }, () => ringIfDue(deps, one))),
    );
    const lines = await attempt(deps, 'letters not read', {}, () => deps.ledger.letters());
    if (lines !== undefined) await withLetters(deps, lines, seen, deadline);
    await attempt(deps, 'personal data not cleared', {}, () => clearResting(deps, deps.keepBuyersDays, deadline));
  };

const survey = async (deps: TickDeps): Promise<Seen> => {
  const { ledger, accounts, clock } = deps;
  const address = await readLane(deps, ADDRESS_LANE);
  const lanes = await eachOf(accounts, (account) =>
    attempt(deps, 'lane not read', { account }, () => readLane(deps, account)),
  );
  const now = clock.now();
  const unheld = isHeld(address.lane, now) ? [] : lanes.filter(({ lane }) => !isHeld(lane, now));
  const open = await eachOf(unheld, (one) =>
    attempt(deps, 'due work not read', { account: one.account }, async () => ({
      ...one,
      nextDue: await readNextDue(ledger, one.account, now),
    })),
  );
  return {
    ...{ address, lanes, open },
    isEveryLane: lanes.length === accounts.length,
    isAllDue: open.length === unheld.length,
  };
};

const eachOf = async <A, B>(all: readonly A[], act: (one: A) => Promise<B | undefined>): Promise<readonly B[]> =>
  (await Promise.all(all.map(act))).filter((one) => one !== undefined);

const withLetters = async (
  deps: TickDeps,
  lines: readonly LetterLine[],
  seen: Seen,
  deadline: number,
): Promise<void> => {
  const { address, lanes, isEveryLane, isAllDue } = seen;
  // A lane that was not read would look like one that is open.
  if (isEveryLane)
    await attempt(deps, 'people not told', {}, () => tellNews(deps, lines, [address, ...lanes], deps.clock.now()));
  if (isEveryLane && isAllDue) await attempt(deps, 'figures not noted', {}, () => noteFigures(deps, lines, seen));
  await attempt(deps, 'sweep broke off', {}, () => sweepLetters(deps, lines, deadline));
};

/** Whatever fails leaves the rest its turn: the next tick comes in a minute, and does it again. */
const attempt = async <T>(
  { log }: TickDeps,
  failure: string,
  fields: LogFields,
  act: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await act();
  } catch (cause) {
    log.error(failure, { ...fields, errorName: cause instanceof Error ? cause.name : 'unknown' });
    return undefined;
  }
};

const readLane = async ({ ledger }: TickDeps, account: string): Promise<ReadLane> => ({
  account,
  lane: await ledger.read('lane', account),
});

const noteFigures = async (
  { ledger, clock, figures }: TickDeps,
  lines: readonly LetterLine[],
  { address, lanes, open }: Seen,
): Promise<void> => {
  const now = clock.now();
  // What waits for a lane to open is no sign of a worker that does not come.
  const awaited = address.lane?.hold == null ? open.filter(({ lane }) => lane?.hold == null) : [];
  const named = awaited.flatMap(({ nextDue }) => nextDue);
  const oldestDueAt = await readOldestDueAt(ledger, named, now);
  figures.note(toStageFigures({ lines, lanes: [address, ...lanes].map(({ lane }) => lane), oldestDueAt }, now));
};

const ringIfDue = async ({ clock, events, log }: TickDeps, { account, lane, nextDue }: OpenLane): Promise<void> => {
  const now = clock.now();
  if (isLeased(lane, now)) return;
  // The proof waits for an order that opens a held lane.
  const isProof = lane !== undefined && lane.hold === null && dueProof(lane, now) !== undefined;
  if (!isProof && nextDue.length === 0) return;
  await events.send({ kind: 'bell', account });
  log.info('rang', { account });
};
