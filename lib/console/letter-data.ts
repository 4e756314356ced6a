import { isAskable } from '../dead-letters/ask-co3.ts';
import type { LetterRecord } from '../dead-letters/letter.ts';
import { type Answer, possibleAnswers } from '../dead-letters/possible-answers.ts';
import { soughtStep } from '../dead-letters/undecided.ts';
import type { OrderRecord } from '../deliver/records.ts';
import type { Step } from '../deliver/step-records.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { DeskDeps } from './console-env.ts';

/** All that a letter's page shows. */
export interface LetterData {
  readonly record: LetterRecord;
  /** Undefined where the letter is about something else. */
  readonly order: OrderRecord | undefined;
  /** What CO3 gave no answer for; undefined where all is known. */
  readonly sought: Step | undefined;
  readonly answers: readonly Answer[];
  /** Whether CO3 may know more about its error. */
  readonly isAskable: boolean;
  /** Undefined where the settings have them no more. */
  readonly shop: ShopSettings | undefined;
  readonly account: AccountSettings | undefined;
}

/** Reads a letter with what it is about; undefined where there is no such letter. Nothing changes by it. */
export const readLetter = async (
  { ledger, settings }: Pick<DeskDeps, 'ledger' | 'settings'>,
  id: string,
): Promise<LetterData | undefined> => {
  const record = await ledger.read('letter', id);
  if (record === undefined) return undefined;
  const { letter, work } = record;
  const order = work?.kind === 'order' ? await ledger.read('order', work.key) : undefined;
  const sought = order === undefined ? undefined : soughtStep(order, letter);
  return {
    ...{ record, order, sought, answers: possibleAnswers(record, sought) },
    isAskable: letter.state === 'parked' && isAskable(settings, letter),
    shop: settings.shops.get(letter.shop),
    account: settings.accounts.get(letter.account),
  };
};
