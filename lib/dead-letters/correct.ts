import { toContract } from '../co3/contract-overrides.ts';
import type { OrderRecord } from '../deliver/records.ts';
import { amendRecord, type Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { toInstant } from '../event/time.ts';
import type { Settings } from '../settings/settings.ts';
import { toCorrectedEntries, withoutKnown } from './corrected-entries.ts';
import type { Correcting } from './correcting.ts';
import { beingTried, changedMeanwhile, NOT_AN_ORDER, notInSettings, undecidedYet } from './correction-refusals.ts';
import { type CorrectionDraft, draftCorrection, valuesAt } from './draft-correction.ts';
import type { Letter, LetterRecord } from './letter.ts';
import { answeredMeanwhile, type LetterRefusal, NO_ORDER, NO_SUCH_LETTER, notParked } from './letter-refusal.ts';
import { isOneLine } from './one-line.ts';
import { type Change, withChanges } from './order-changes.ts';
import { isUndecided } from './undecided.ts';

export interface CorrectDeps extends Writer {
  readonly settings: Settings;
  readonly stage: string;
}

export interface Corrector {
  readonly by: string;
  /** May be empty. */
  readonly why: string;
}

export interface CorrectedLetter {
  readonly letter: Letter;
  readonly order: OrderRecord;
  readonly draft: CorrectionDraft;
}

/** The parked letter of an order with all that a correction of it is checked against; refused where nothing can be corrected. */
export const readCorrecting = async (
  { ledger, settings, stage }: Omit<CorrectDeps, 'newId'>,
  id: string,
  now: number,
): Promise<Result<Correcting & { readonly record: LetterRecord }, LetterRefusal>> => {
  const record = await ledger.read('letter', id);
  if (record === undefined) return fail(NO_SUCH_LETTER);
  const { letter, work } = record;
  if (letter.state !== 'parked') return fail(notParked(letter));
  if (work?.kind !== 'order') return fail(NOT_AN_ORDER);
  if (isUndecided(letter)) return fail(undecidedYet(letter));
  const order = await ledger.read('order', work.key);
  if (order === undefined) return fail(NO_ORDER);
  const shop = settings.shops.get(order.shop);
  const account = settings.accounts.get(order.account);
  const contract = account === undefined ? undefined : toContract(account.contract);
  if (shop === undefined || account === undefined || contract?.ok !== true) return fail(notInSettings(letter));
  const refusal = notAtRest(order, letter);
  if (refusal !== undefined) return fail(refusal);
  return ok({ record, letter, order, shop, account, leaving: { contract: contract.value, stage, now } });
};

/**
 * Puts a person's values in the place of what the shop sends, for the letter's order. Nothing is due by that: a redrive sends it. Of two
 * people who correct one place at once, one is refused.
 */
export const correctLetter = async (
  deps: CorrectDeps,
  id: string,
  changes: readonly Change[],
  { by, why }: Corrector,
  now: number,
): Promise<Result<CorrectedLetter, LetterRefusal>> => {
  const reason = why.trim();
  if (!isOneLine(reason, LONGEST_REASON)) return fail(FAULTY_REASON);
  const correcting = await readCorrecting(deps, id, now);
  if (!correcting.ok) return correcting;
  const draft = draftCorrection(correcting.value, changes);
  if (!draft.ok) return draft;
  const made = { by, why: reason, at: toInstant(now) };
  let refusal: LetterRefusal | undefined;
  const order = await amendRecord<'order'>(deps, correcting.value.order, (current) => {
    refusal = notAsSeen({ ...correcting.value, order: current }, draft.value);
    return refusal === undefined ? withChanges(current, draft.value.changes, made) : current;
  });
  if (refusal !== undefined) return fail(refusal);
  const entries = toCorrectedEntries(draft.value.changes.map((change) => ({ ...change, ...made })));
  const seen = correcting.value.letter.history.length;
  const { letter } = await amendRecord<'letter'>(deps, correcting.value.record, (current) => {
    const { history } = current.letter;
    // What somebody has asked of the letter meanwhile stays its last word: whoever carries it out goes by that.
    const told = [...history.slice(0, seen), ...withoutKnown(entries, history), ...history.slice(seen)];
    return { ...current, letter: { ...current.letter, history: told } };
  });
  return ok({ letter, order, draft: draft.value });
};

const LONGEST_REASON = 200;

const FAULTY_REASON: LetterRefusal = {
  why: 'faulty-reason',
  text: `Say in at most ${LONGEST_REASON} characters, on one line, why: --why "as the buyer wrote on the telephone".`,
};

const notAtRest = (order: OrderRecord, letter: Letter): LetterRefusal | undefined => {
  if (order.letter?.id !== letter.id) return answeredMeanwhile(letter);
  const isAtRest = order.status === 'letter' && !order.redrive && order.steps.every(({ state }) => state !== 'sent');
  return isAtRest ? undefined : beingTried(letter);
};

const notAsSeen = (correcting: Correcting, { changes }: CorrectionDraft): LetterRefusal | undefined => {
  const refusal = notAtRest(correcting.order, correcting.letter);
  if (refusal !== undefined) return refusal;
  for (const change of changes) {
    const { old, told } = valuesAt(correcting, change);
    if (old !== change.old || told !== change.told) return changedMeanwhile(change.path, old);
  }
  return undefined;
};
