import type { LetterLine } from '../dead-letters/letter-line.ts';
import type { LetterDeps } from '../dead-letters/park-letter.ts';
import { sweepLetters } from '../dead-letters/sweep.ts';
import type { LogFields } from '../event/log.ts';
import type { EventQueue } from '../event/message.ts';
import { type TellDeps, tellNews } from './alerts/tell-news.ts';
import { isAnythingDue } from './is-anything-due.ts';
import type { LaneRecord } from './lane-records.ts';
import { ADDRESS_LANE, isHeld, isLeased } from './lane-state.ts';
import { clearResting } from './personal-data/clear-resting.ts';
import type { Figures } from './ports.ts';
import { isProofDue } from './proof.ts';
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

/**
 * Rings for every account with due work that nobody is at, so that a lost bell costs a minute; then tells people what is new, keeps
 * letters and queue in step, and clears buyers' data that are kept long enough.
 */
export const makeTick =
  (deps: TickDeps) =>
  async (deadline: number): Promise<void> => {
    const { ledger, accounts, clock } = deps;
    const address = await readLane(deps, ADDRESS_LANE);
    const read = await Promise.all(
      accounts.map((account) => attempt(deps, 'lane not read', { account }, () => readLane(deps, account))),
    );
    const lanes = read.filter((one) => one !== undefined);
    if (!isHeld(address.lane, clock.now()))
      await Promise.all(
        lanes.map((one) => attempt(deps, 'bell not rung', { account: one.account }, () => ringIfDue(deps, one))),
      );
    const lines = await attempt(deps, 'letters not read', {}, () => ledger.letters());
    if (lines !== undefined) await withLetters(deps, lines, address, lanes, deadline);
    await attempt(deps, 'personal data not cleared', {}, () => clearResting(deps, deps.keepBuyersDays, deadline));
  };

const withLetters = async (
  deps: TickDeps,
  lines: readonly LetterLine[],
  address: ReadLane,
  lanes: readonly ReadLane[],
  deadline: number,
): Promise<void> => {
  // A lane that was not read would look like one that is open.
  if (lanes.length === deps.accounts.length) {
    await attempt(deps, 'people not told', {}, () => tellNews(deps, lines, [address, ...lanes], deps.clock.now()));
    await attempt(deps, 'figures not noted', {}, () => noteFigures(deps, lines, address, lanes));
  }
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
  address: ReadLane,
  lanes: readonly ReadLane[],
): Promise<void> => {
  const now = clock.now();
  // What waits for a lane to open is no sign of a worker that does not come.
  const open = address.lane?.hold == null ? lanes.filter(({ lane }) => lane?.hold == null) : [];
  const oldestDueAt = await readOldestDueAt(
    ledger,
    open.map(({ account }) => account),
    now,
  );
  figures.note(toStageFigures({ lines, lanes: [address, ...lanes].map(({ lane }) => lane), oldestDueAt }, now));
};

const ringIfDue = async ({ ledger, clock, events, log }: TickDeps, { account, lane }: ReadLane): Promise<void> => {
  const now = clock.now();
  if (isLeased(lane, now) || isHeld(lane, now)) return;
  // The proof waits for an order that opens a held lane.
  const isProof = lane !== undefined && lane.hold === null && isProofDue(lane, now);
  if (!isProof && !(await isAnythingDue(ledger, account, now))) return;
  await events.send({ kind: 'bell', account });
  log.info('rang', { account });
};
