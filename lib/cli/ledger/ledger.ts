import { earliestDay } from '../../deliver/ledger-gate.ts';
import { type RebuildAsked, rebuildLedger } from '../../deliver/rebuild.ts';
import { ok, type Result } from '../../event/result.ts';
import { addDays, toBudapestDay } from '../../event/time.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import { parseWindow } from '../audit/parse-window.ts';
import { contractOf } from '../contract-of.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { type PlaceOptions, stageOf, whereText, withPlace } from '../options.ts';
import { type Failure, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findAccount } from '../settings-file.ts';
import { makeProgress } from '../view/progress.ts';
import { type Rebuilt, rebuiltBlocks } from './ledger-blocks.ts';

interface RebuildOptions extends PlaceOptions {
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
  readonly nothingToFind?: boolean;
  readonly json?: boolean;
}

export const addLedger: Register = (program, use) => {
  const ledger = program.command('ledger').description('the table that knows which orders are invoiced');
  const rebuild = ledger
    .command('rebuild')
    .description('read our documents back from CO3 into the table, and open the lanes that wait for that')
    .option('--account <account>', 'the account’s name in shops.yml (default: all)')
    .option('--from <day>', 'the first day (default: the day before the shops’ earliest `invoiceFrom`), in Budapest')
    .option('--to <day>', 'the last day (default: tomorrow)')
    .option(
      '--nothing-to-find',
      'open the lane although not every invoice can be recognised: none of those is to be made again',
    );
  withExample(withPlace(rebuild), 'ledger rebuild --account acme --stage prod')
    .addHelpText(
      'after',
      '\nIt may be repeated: what the table has already stays as it is. Exit code: 0 every lane is open, 1 one stays shut, 2 wrong use.',
    )
    .action((options: RebuildOptions) => use((io) => rebuildAll(io, options), options));
};

const rebuildAll = async (io: Io, options: RebuildOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { settings, where } = opened.value;
  const accounts = accountsOf(settings, options.account);
  if (!accounts.ok) return accounts;
  const asked: RebuildAsked[] = [];
  for (const account of accounts.value) {
    const one = toAsked(io, opened.value, account, options);
    if (!one.ok) return one;
    asked.push(one.value);
  }
  const rebuilt: Rebuilt[] = [];
  for (const one of asked) rebuilt.push(await rebuildOne(io, opened.value, one));
  const isOpen = rebuilt.every((one) => 'report' in one && one.report.staysShut === null);
  return shown(
    rebuilt,
    rebuilt.flatMap((one) => rebuiltBlocks(one, whereText(where))),
    isOpen ? 0 : 1,
  );
};

const rebuildOne = async (io: Io, { ports }: Opened, asked: RebuildAsked): Promise<Rebuilt> => {
  const account = asked.account.id;
  const progress = makeProgress(io.stderr, io.now);
  const say = (text: string): void => progress.say(`${account}: ${text}`);
  const report = await rebuildLedger({ ...ports, say }, asked, (what, done, total) =>
    progress.show(what === 'months' ? `months of ${account} listed` : `documents of ${account} read`, done, total),
  );
  progress.end();
  return report.ok ? { account, report: report.value } : { account, problem: report.problem };
};

const toAsked = (
  io: Io,
  { settings, where }: Opened,
  account: AccountSettings,
  options: RebuildOptions,
): Result<RebuildAsked, Failure> => {
  const contract = contractOf(account);
  if (!contract.ok) return contract;
  const now = io.now();
  const earliest = earliestDay(settings, account, now);
  const tomorrow = addDays(toBudapestDay(now), 1);
  const first = options.from ?? earliest;
  const window = first === undefined ? ok(null) : parseWindow(first, options.to ?? tomorrow);
  if (!window.ok) return window;
  return ok({
    account,
    contract: contract.value,
    shops: [...settings.shops.values()].filter((shop) => shop.account === account.id),
    stage: stageOf(where),
    window: window.value,
    whole: earliest === undefined ? null : { from: earliest, to: tomorrow },
    isNothingElseThere: options.nothingToFind === true,
  });
};

const accountsOf = (settings: Settings, id: string | undefined): Result<readonly AccountSettings[], Failure> => {
  if (id === undefined) return ok([...settings.accounts.values()]);
  const account = findAccount(settings, id);
  return account.ok ? ok([account.value]) : account;
};
