import { runWriteTest, type WriteReport } from '../../deliver/write-test/write-test.ts';
import { ok, type Result } from '../../event/result.ts';
import type { Settings, ShopSettings } from '../../settings/settings.ts';
import { contractOf } from '../contract-of.ts';
import type { Io, Ports } from '../io.ts';
import { type Failure, misused, refused } from '../outcome.ts';
import { findAccount } from '../settings-file.ts';
import { makeProgress } from '../view/progress.ts';

export interface WriteTestOptions {
  readonly writeTest?: boolean;
  readonly account?: string;
  readonly yes?: boolean;
}

/** Why the command line does not clearly mean an account; undefined where it does, or means none. */
export const whyMisused = (
  { writeTest, account, yes }: WriteTestOptions,
  shop: ShopSettings | null,
): Result<never, Failure> | undefined => {
  if (writeTest !== true)
    return account === undefined && yes !== true ? undefined : misused('--account and --yes go with --write-test.');
  if (shop === null) return misused('--write-test needs --shop: its account is written to.');
  if (account !== undefined && account !== shop.account)
    return misused(`The account of ${shop.id} is ${shop.account}, not ${account}. Nothing was written.`);
  if (yes === true && account === undefined)
    return misused('--yes needs --account with the name of the account, so that no other one is meant.');
  return undefined;
};

/** Asks the person, unless they have said so already, and makes the test. */
export const writeTest = async (
  io: Io,
  ports: Ports,
  { settings, shop }: { readonly settings: Settings; readonly shop: ShopSettings },
  options: WriteTestOptions,
): Promise<Result<WriteReport, Failure>> => {
  const account = findAccount(settings, shop.account);
  if (!account.ok) return account;
  const contract = contractOf(account.value);
  if (!contract.ok) return contract;
  if (options.yes !== true && (await io.ask(question(shop.account))).trim() !== shop.account)
    return refused('That is not the name of the account. Nothing was written.');
  const progress = makeProgress(io.stderr, io.now);
  const of = { account: account.value, contract: contract.value, shop };
  const report = await runWriteTest({ ...ports, say: progress.say }, of, (what, done, total) =>
    progress.show(`parts of the test done, next is ${what}`, done, total),
  );
  progress.end();
  return report.ok ? ok(report.value) : refused(`Nothing was written. ${report.problem}`);
};

const question = (account: string): string =>
  `This makes a contact, an invoice and its storno in CO3’s account \`${account}\`. They stay there, and take numbers of its
invoices for good: do it in a trial account alone. Type the account’s name to go on: `;
