import type { LetterDeps } from '../dead-letters/park-letter.ts';
import { sweepLetters } from '../dead-letters/sweep.ts';
import type { Log } from '../event/log.ts';
import type { EventQueue } from '../event/message.ts';
import { isAnythingDue } from './is-anything-due.ts';
import { ADDRESS_LANE, isHeld } from './lane-state.ts';
import { isProofDue } from './proof.ts';

export interface TickDeps extends LetterDeps {
  /** Their names. */
  readonly accounts: readonly string[];
  readonly events: EventQueue;
  readonly log: Log;
}

/** Rings for every account with due work that nobody is at, so that a lost bell costs a minute; then keeps letters and queue in step. */
export const makeTick =
  (deps: TickDeps) =>
  async (deadline: number): Promise<void> => {
    const { ledger, clock, accounts, log } = deps;
    const isBanned = isHeld(await ledger.read('lane', ADDRESS_LANE), clock.now());
    if (!isBanned) await Promise.all(accounts.map((account) => tryRing(deps, account)));
    try {
      await sweepLetters(deps, deadline);
    } catch (cause) {
      // The next tick goes on with it; the bells matter more.
      log.error('sweep broke off', { errorName: cause instanceof Error ? cause.name : 'unknown' });
    }
  };

// One account's failure leaves the others their bells; the next tick comes in a minute.
const tryRing = async (deps: TickDeps, account: string): Promise<void> => {
  try {
    await ringIfDue(deps, account);
  } catch (cause) {
    deps.log.error('bell not rung', { account, errorName: cause instanceof Error ? cause.name : 'unknown' });
  }
};

const ringIfDue = async ({ ledger, clock, events, log }: TickDeps, account: string): Promise<void> => {
  const now = clock.now();
  const lane = await ledger.read('lane', account);
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
