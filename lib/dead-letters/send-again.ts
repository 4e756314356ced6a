import type { OrderRecord } from '../deliver/records.ts';
import type { Step } from '../deliver/step-records.ts';
import type { Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { toInstant } from '../event/time.ts';
import type { AccountSettings } from '../settings/settings.ts';
import { happened } from './build-letter.ts';
import { carryOutOrder, stepName } from './carry-out.ts';
import { claimLetter } from './claim-letter.ts';
import { type LetterRefusal, nothingUnknown } from './letter-refusal.ts';
import { readUndecided } from './undecided.ts';

const MINUTE_MS = 60_000;

/** What somebody said is not in CO3, and its order. */
export interface SentAgain {
  readonly order: OrderRecord;
  /** CO3 is watched for it until `look.until`. */
  readonly writtenOff: Step;
}

/**
 * Gives up a document whose outcome is unknown, so that the order is planned without it: what its newest snapshot still owes is sent with
 * the next marker. Where the first one is in CO3 after all there are two, and a late find of it is the letter `DuplicateFound`.
 */
export const sendAgain = async (
  writer: Writer,
  id: string,
  by: string,
  now: number,
  readBack: AccountSettings['readBack'],
): Promise<Result<SentAgain, LetterRefusal>> => {
  const undecided = await readUndecided(writer.ledger, id);
  if (!undecided.ok) return undecided;
  const { record, step } = undecided.value;
  const refusal = step.state === 'unknown' ? tooEarly(step, now, readBack) : isThere(id);
  if (refusal !== undefined) return fail(refusal);
  const claimed = await claimLetter(writer, record, happened('sent-again', by, stepName(step), now));
  if (!claimed.ok) return claimed;
  const order = await carryOutOrder(writer, claimed.value.letter, undecided.value.order.key, now);
  const writtenOff = order?.steps.find((one) => one.state === 'written-off' && stepName(one) === stepName(step));
  return order === undefined || writtenOff === undefined
    ? fail(nothingUnknown(record.letter))
    : ok({ order, writtenOff });
};

/** From when on what was sent may be given up, in ms. */
export const sendAgainFrom = ({ sentAt }: Step, { windowMinutes }: AccountSettings['readBack']): number =>
  sentAt + windowMinutes * MINUTE_MS;

const tooEarly = (step: Step, now: number, readBack: AccountSettings['readBack']): LetterRefusal | undefined => {
  const from = sendAgainFrom(step, readBack);
  if (now < from)
    return {
      why: 'too-early',
      text: `CO3 may still be at work on what was sent at ${toInstant(step.sentAt)}, and would then have it twice. It may be sent again from ${toInstant(from)} on; until then look in CO3 whether it has turned up.`,
    };
  const { look } = step;
  if (look === null || look.isPersonAsked) return undefined;
  return {
    why: 'still-searched',
    text: `The bridge is still searching CO3 for it by itself${look.at === null ? '' : `, next at ${toInstant(look.at)}`}. Wait until the letter says that it was not found.`,
  };
};

const isThere = (id: string): LetterRefusal => ({
  why: 'other-letter',
  text: `CO3 has acknowledged this document, only without its id, so it is never sent again. Look it up in CO3 and name it: \`bridge dlq adopt ${id} --as NUMBER\`.`,
});
