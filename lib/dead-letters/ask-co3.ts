import type { Bilingual } from '../co3/codes.ts';
import type { Contract } from '../co3/contract.ts';
import { toContract } from '../co3/contract-overrides.ts';
import { type BorrowDeps, borrowLane } from '../deliver/borrow-lane.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { AccountSettings, Settings } from '../settings/settings.ts';
import type { AskedFact, Question } from './ask/asked.ts';
import { questionOf } from './ask/question.ts';
import type { Letter } from './letter.ts';

export type { AskedFact };

/** Why CO3 has told nothing. */
export interface AskRefusal {
  readonly why: 'nothing-to-ask' | 'settings' | 'not-read';
  readonly text: Bilingual;
}

/** Whether CO3 may know more about the letter's error than the letter itself. */
export const isAskable = (settings: Settings, letter: Letter): boolean => prepare(settings, letter).ok;

/**
 * Reads in CO3 what is so just now about a letter's error: the last invoice's date, the stock, the categories. The account's lane is
 * borrowed for it, so that workers and CO3's pace are kept; nothing but the lane's own record is written.
 */
export const askCo3 = async (
  deps: BorrowDeps,
  settings: Settings,
  letter: Letter,
): Promise<Result<readonly AskedFact[], AskRefusal>> => {
  const prepared = prepare(settings, letter);
  if (!prepared.ok) return prepared;
  const { account, contract, question } = prepared.value;
  const asked = await borrowLane(deps, account, (lane) => question({ lane, contract, now: deps.clock.now() }));
  return asked.ok ? asked : fail({ why: 'not-read', text: asked.problem });
};

interface Prepared {
  readonly account: AccountSettings;
  readonly contract: Contract;
  readonly question: Question;
}

const prepare = (settings: Settings, letter: Letter): Result<Prepared, AskRefusal> => {
  const account = settings.accounts.get(letter.account);
  if (account === undefined) return fail(noSuchAccount(letter.account));
  const contract = toContract(account.contract);
  if (!contract.ok) return fail(faultyContract(account.id, contract.problem));
  const question = questionOf(letter, contract.value);
  return question === null ? fail(NOTHING_TO_ASK) : ok({ account, contract: contract.value, question });
};

const NOTHING_TO_ASK: AskRefusal = {
  why: 'nothing-to-ask',
  text: {
    en: 'CO3 has nothing to read about this: what the letter says is all that is known.',
    hu: 'Erről a CO3-ból nem olvasható ki több: minden ismert adat a levélben szerepel.',
  },
};

const noSuchAccount = (account: string): AskRefusal => ({
  why: 'settings',
  text: {
    en: `The letter’s account \`${account}\` is not in the settings. Put it back into shops.yml.`,
    hu: `A levél fiókja (\`${account}\`) nincs a beállításokban. Vegye vissza a shops.yml fájlba.`,
  },
});

const faultyContract = (account: string, problem: string): AskRefusal => ({
  why: 'settings',
  text: {
    en: `accounts.${account}.contract is faulty: ${problem}`,
    hu: `Hibás az accounts.${account}.contract beállítás: ${problem}`,
  },
});
