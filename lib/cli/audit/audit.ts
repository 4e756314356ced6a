import type { AuditReport } from '../../deliver/audit/audit-report.ts';
import { FINDINGS } from '../../deliver/audit/findings.ts';
import { runAudit } from '../../deliver/run-audit.ts';
import { contractOf } from '../contract-of.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type LangOptions, type PlaceOptions, stageOf, withLang, withPlace } from '../options.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop } from '../settings-file.ts';
import { makeProgress } from '../view/progress.ts';
import { auditBlocks, gravesOf } from './audit-blocks.ts';
import { parseWindow } from './parse-window.ts';

interface AuditOptions extends PlaceOptions, LangOptions {
  readonly shop: string;
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

export const addAudit: Register = (program, use) => {
  const command = program
    .command('audit')
    .description('compare the ledger with CO3’s invoices, and name whatever does not agree')
    .requiredOption('--shop <shop>', 'the shop’s name in shops.yml')
    .requiredOption('--from <day>', 'the first day (2026-12-01), in Budapest')
    .requiredOption('--to <day>', 'the last day');
  withExample(withLang(withPlace(command)), 'audit --shop acme-shop --from 2026-12-01 --to 2026-12-31')
    .addHelpText('after', '\nExit code: 0 nothing above a note, 1 findings or CO3 cannot be read, 2 wrong use.')
    .action((options: AuditOptions) => use((io) => audit(io, options), options));
};

const audit = async (io: Io, options: AuditOptions): Promise<Outcome> => {
  const window = parseWindow(options.from, options.to);
  if (!window.ok) return window;
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { settings, ports, where } = opened.value;
  const shop = findShop(settings, options.shop);
  if (!shop.ok) return shop;
  const account = settings.accounts.get(shop.value.account);
  if (account === undefined) return misused(`There is no account \`${shop.value.account}\` in the settings.`);
  const contract = contractOf(account);
  if (!contract.ok) return contract;
  const progress = makeProgress(io.stderr, io.now);
  const asked = { shop: shop.value, account, contract: contract.value, stage: stageOf(where), ...window.value };
  const report = await runAudit({ ...ports, say: progress.say }, asked, (what, done, total) =>
    progress.show(what === 'months' ? 'months listed' : 'documents read', done, total),
  );
  progress.end();
  if (!report.ok) return refused(`CO3 could not be read, so nothing was compared. ${report.problem}`);
  return shown(withAdvice(report.value), auditBlocks(report.value, options.lang), hasFaults(report.value) ? 1 : 0);
};

const hasFaults = (report: AuditReport): boolean => gravesOf(report).length > 0;

const withAdvice = (report: AuditReport) => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, advice: FINDINGS[finding.name].advice })),
});
