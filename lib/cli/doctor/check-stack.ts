import type { Hold } from '../../deliver/lane-records.ts';
import type { Ledger, StackLook } from '../../deliver/ports.ts';
import { innermost, nextAfter } from '../failure.ts';
import { type Check, fine } from './check.ts';

interface Looking {
  readonly look: StackLook;
  readonly ledger: Ledger;
  readonly account: string;
  /** How the options of a command have to be for the same stack. */
  readonly where: string;
}

/** Whether the table and the queues can be reached, and whether the account's lane is free. */
export const lookAtStack = async ({ look, ledger, account, where }: Looking): Promise<readonly Check[]> => [
  await looked('table', async () => {
    const state = await look.table();
    return state === 'ACTIVE'
      ? fine('table', state)
      : { ...fine('table', state), good: false, says: 'is not ready', next: 'Wait until AWS has made or changed it.' };
  }),
  await looked('queues', async () => {
    const { events, deadLetters } = await look.queues();
    return { ...fine('queues', ''), says: `about ${events} webhooks and ${deadLetters} notices of letters wait` };
  }),
  await looked('lane', async () => toLaneCheck(account, (await ledger.read('lane', account))?.hold ?? null, where)),
];

/** What became of opening the stack, where it could not be. */
export const notOpened = (cause: unknown): Check => toFailed('table and queues', cause);

const looked = async (what: string, look: () => Promise<Check>): Promise<Check> => {
  try {
    return await look();
  } catch (cause) {
    return toFailed(what, cause);
  }
};

// The message of an exception is not ours: only its class is told.
const toFailed = (what: string, cause: unknown): Check => ({
  what,
  good: false,
  at: '',
  says: `cannot be reached: ${innermost(cause).name}`,
  next: nextAfter(cause),
});

const toLaneCheck = (account: string, hold: Hold | null, where: string): Check =>
  hold === null
    ? fine('lane', account)
    : {
        what: 'lane',
        good: false,
        at: account,
        says: `is held since ${new Date(hold.since).toISOString()}: ${hold.reason}${hold.code === null ? '' : ` ${hold.code}`}`,
        next: `npx bridge lane list${where} says why, and what to do.`,
      };
