import type { LetterDeps } from '../dead-letters/park-letter.ts';
import { sweepLetters } from '../dead-letters/sweep.ts';
import type { LogFields } from '../event/log.ts';
import type { EventQueue } from '../event/message.ts';
import { type TellDeps, tellNews } from './alerts/tell-news.ts';
import { isAnythingDue } from './is-anything-due.ts';
import type { LaneRecord } from './lane-records.ts';
import { ADDRESS_LANE, isHeld } from './lane-state.ts';
import { isProofDue } from './proof.ts';

export interface TickDeps extends LetterDeps, TellDeps {
  /** Their names. */
  readonly accounts: readonly string[];
  readonly events: EventQueue;
}

interface ReadLane {
  readonly account: string;
  readonly lane: LaneRecord | undefined;
}

/**
 * Rings for every account with due work that nobody is at, so that a lost bell costs a minute; then tells people what is new, and keeps
 * letters and queue in step.
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
    // A lane that was not read would look like one that is open.
    if (lanes.length === accounts.length)
      await attempt(deps, 'people not told', {}, async () =>
        tellNews(deps, await ledger.letters(), [address, ...lanes], clock.now()),
      );
    await attempt(deps, 'sweep broke off', {}, () => sweepLetters(deps, deadline));
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

const ringIfDue = async ({ ledger, clock, events, log }: TickDeps, { account, lane }: ReadLane): Promise<void> => {
  const now = clock.now();
  // The proof waits for an order that opens a held lane.
  if (
    !(await isAnythingDue(ledger, account, now)) &&
    !(lane !== undefined && lane.hold === null && isProofDue(lane, now))
  )
    return;
  const isBusy = lane?.lease != null && lane.lease.until > now;
  if (isBusy || isHeld(lane, now)) return;
  await events.send({ kind: 'bell', account });
  log.info('rang', { account });
};
