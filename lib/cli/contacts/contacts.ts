import { importContacts } from '../../deliver/known-contacts/import-contacts.ts';
import { contractOf } from '../contract-of.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type PlaceOptions, withPlace } from '../options.ts';
import { type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findAccount } from '../settings-file.ts';
import { makeProgress } from '../view/progress.ts';
import { importedBlocks } from './contacts-blocks.ts';

interface ImportOptions extends PlaceOptions {
  readonly account: string;
  readonly json?: boolean;
}

export const addContacts: Register = (program, use) => {
  const contacts = program.command('contacts').description('the contacts that CO3 has already');
  const command = contacts
    .command('import')
    .description('learn the names of CO3’s contacts, so that no buyer who stands there is made a second time')
    .requiredOption('--account <account>', 'the account’s name in shops.yml');
  withExample(withPlace(command), 'contacts import --account acme --stage prod')
    .addHelpText(
      'after',
      '\nIt may be stopped and repeated: an earlier import counts until all is written. Exit code: 0 imported, 1 CO3 cannot be read or shows no contact, 2 wrong use.',
    )
    .action((options: ImportOptions) => use((io) => importAll(io, options), options));
};

const importAll = async (io: Io, options: ImportOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { settings, ports } = opened.value;
  const account = findAccount(settings, options.account);
  if (!account.ok) return account;
  const contract = contractOf(account.value);
  if (!contract.ok) return contract;
  const progress = makeProgress(io.stderr, io.now);
  const asked = { account: account.value, contract: contract.value };
  const report = await importContacts({ ...ports, say: progress.say }, asked, (done, total) =>
    progress.show('parts of the names written', done, total),
  );
  progress.end();
  if (!report.ok)
    return refused(
      `Nothing was imported. ${report.problem} When that is mended, start once more; until then what an earlier import has read counts.`,
    );
  return shown(report.value, importedBlocks(report.value));
};
