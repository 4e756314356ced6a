import { Option } from 'commander';
import { MENDER_NAMES } from '../../co3/mender.ts';
import { withLang, withLimit, withPlace } from '../options.ts';
import { type Register, withExample } from '../register.ts';
import { type AdoptOptions, adopt } from './adopt.ts';
import { type CorrectOptions, correct } from './correct.ts';
import { type DiscardOptions, discard } from './discard.ts';
import type { DlqOptions } from './dlq-options.ts';
import { type ExportOptions, exportLetters } from './export.ts';
import { type ListOptions, list } from './list.ts';
import { type RedriveOptions, redrive } from './redrive.ts';
import { type ShowOptions, show } from './show.ts';
import { stats } from './stats.ts';

const ID = ['<id>', 'the letter’s id, or its beginning'] as const;

export const addDlq: Register = (program, use) => {
  const dlq = program.command('dlq').description('the letters: what CO3 or the bridge refused, waiting for a person');
  withExample(
    withLang(
      withPlace(
        withLimit(
          dlq
            .command('list')
            .description('the letters that are open, by their cause')
            .option('--shop <shop>', 'only those of this shop')
            .option('--cause <cause>', 'only those of this cause, or of those that begin so')
            .addOption(new Option('--mended-by <who>', 'only those that they can mend').choices(MENDER_NAMES)),
          'letters of each cause',
        ),
      ),
    ),
    'dlq list --shop acme-shop',
    'dlq list --mended-by settings',
  ).action((options: ListOptions) => use((io) => list(io, options), options));
  withExample(
    withLang(
      withPlace(
        dlq
          .command('show')
          .description('one letter: what happened, where, what is allowed, what to do')
          .argument(...ID)
          .option('--ask-co3', 'read in CO3 what is so now: the last invoice’s date, the stock, the categories …'),
      ),
    ),
    'dlq show 3fa92b',
    'dlq show 3fa92b --ask-co3',
  ).action((id: string, options: ShowOptions) => use((io) => show(io, id, options), options));
  withExample(
    withLang(
      withPlace(
        dlq
          .command('correct')
          .description('put a value in the place of what the shop sends, for one order or for all of a cause')
          .argument(
            '<id-and-changes...>',
            'the letter’s id (not with --cause), and for each change a place as the letter names it, =, the new value',
          )
          .option('--cause <cause>', 'for the orders of all letters of this cause')
          .option('--why <text>', 'why, in at most 200 characters on one line')
          .option('--dry-run', 'show what would change, and store nothing')
          .option('--redrive', 'let the order be tried again with it')
          .option('--yes', 'with --cause: store it, and not only show what would change'),
      ),
    ),
    'dlq correct 3fa92b buyer.email=anna@example.hu --why "as she wrote" --redrive',
    'dlq correct 3fa92b settings.payments=c.o.d. --dry-run',
    'dlq correct --cause 5d0c61a2f9 settings.payments=c.o.d.',
  ).action((named: string[], options: CorrectOptions) => use((io) => correct(io, named, options), options));
  withExample(
    withPlace(
      dlq
        .command('redrive')
        .description(
          'let what a letter is about be tried again, once its cause is mended; of a discarded one, take that back',
        )
        .argument('[id]', ID[1])
        .option('--send-again', 'of a letter OutcomeUnknown: what got no answer is certainly not in CO3')
        .option('--cause <cause>', 'all letters of this cause, in steps that stop by themselves when it comes back')
        .option('--yes', 'with --cause: do it, and not only show which letters they are'),
    ),
    'dlq redrive 3fa92b',
    'dlq redrive 3fa92b --send-again',
    'dlq redrive --cause 5d0c61a2f9',
  ).action((id: string | undefined, options: RedriveOptions) => use((io) => redrive(io, id, options), options));
  withExample(
    withPlace(
      dlq
        .command('adopt')
        .description('name the invoice in CO3 that a letter OutcomeUnknown or DocumentIdUnknown is about')
        .argument(...ID)
        .requiredOption('--as <number>', 'the invoice’s number, or its id, as CO3 shows it'),
    ),
    'dlq adopt 3fa92b --as 2026/00042',
  ).action((id: string, options: AdoptOptions) => use((io) => adopt(io, id, options), options));
  withExample(
    withPlace(
      dlq
        .command('discard')
        .description('close a letter for good, because its matter was settled by hand')
        .argument(...ID)
        .requiredOption('--reason <text>', 'how it was settled, in 3 to 200 characters on one line'),
    ),
    'dlq discard 3fa92b --reason "invoiced by hand, 2026/00042"',
  ).action((id: string, options: DiscardOptions) => use((io) => discard(io, id, options), options));
  withExample(
    withPlace(
      dlq
        .command('export')
        .description('the open letters as JSON Lines, one a line as `dlq show --json` has it')
        .option('--file <file>', 'write them to this file'),
    ),
    'dlq export > letters.jsonl',
    'dlq export --file letters.jsonl',
  ).action((options: ExportOptions) =>
    // Without a file the letters are all that is printed.
    use((io) => exportLetters(io, options), options.file === undefined ? {} : options),
  );
  withExample(
    withPlace(
      dlq
        .command('stats')
        .description('how many letters are open for which cause, since when, and what their orders come to'),
    ),
    'dlq stats --stage prod',
  ).action((options: DlqOptions) => use((io) => stats(io, options), options));
};
