import type { LetterRecord } from '../../dead-letters/letter.ts';
import { redriveLetter } from '../../dead-letters/redrive.ts';
import type { Ledger } from '../../deliver/ports.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type LangOptions, type PlaceOptions, whereText, withLang, withPlace } from '../options.ts';
import { type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop } from '../settings-file.ts';
import { good } from '../view/block.ts';
import { findLetter } from './find-letter.ts';
import { listBlocks } from './list-blocks.ts';
import { showBlocks } from './show-blocks.ts';
import { withFields } from './with-fields.ts';

type DlqOptions = PlaceOptions & LangOptions & { readonly json?: boolean; readonly shop?: string };

export const addDlq: Register = (program, use) => {
  const dlq = program.command('dlq').description('the letters: what CO3 or the bridge refused, waiting for a person');
  withExample(
    withPlace(
      dlq.command('list').description('all letters that are open').option('--shop <shop>', 'only those of this shop'),
    ),
    'dlq list --shop acme-shop',
  ).action((options: DlqOptions) => use((io) => list(io, options), options));
  withExample(
    withLang(
      withPlace(
        dlq
          .command('show')
          .description('one letter: what happened, where, what is allowed, what to do')
          .argument('<id>', 'the letter’s id, or its beginning'),
      ),
    ),
    'dlq show 3fa92b',
  ).action((id: string, options: DlqOptions) => use((io) => show(io, id, options), options));
  withExample(
    withPlace(
      dlq
        .command('redrive')
        .description('let a letter’s order be tried again, once its cause is mended')
        .argument('<id>', 'the letter’s id, or its beginning'),
    ),
    'dlq redrive 3fa92b',
  ).action((id: string, options: DlqOptions) => use((io) => redrive(io, id, options), options));
};

const list = async (io: Io, options: DlqOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  if (options.shop !== undefined) {
    const shop = findShop(opened.value.settings, options.shop);
    if (!shop.ok) return shop;
  }
  const all = await opened.value.ports.ledger.letters();
  const lines = options.shop === undefined ? all : all.filter(({ shop }) => shop === options.shop);
  const letters = await withFields(opened.value.ports.ledger, lines);
  return shown(letters, listBlocks(letters, io.now()));
};

const show = async (io: Io, id: string, options: DlqOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ledger } = opened.value.ports;
  const found = await findLetter(ledger, id);
  if (!found.ok) return found;
  const { letter } = found.value;
  const markers = await unknownMarkers(ledger, found.value);
  return shown(letter, showBlocks(letter, markers, io.now(), options.lang, whereText(opened.value.where)));
};

/** What the documents bear that CO3 may have made although it gave no answer. */
const unknownMarkers = async (ledger: Ledger, { order }: LetterRecord): Promise<readonly string[]> => {
  const record = order === null ? undefined : await ledger.read('order', order);
  return (record?.steps ?? []).filter(({ state }) => state === 'unknown').map(({ marker }) => marker);
};

const redrive = async (io: Io, id: string, options: DlqOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports } = opened.value;
  const found = await findLetter(ports.ledger, id);
  if (!found.ok) return found;
  const letter = found.value.key;
  const order = await redriveLetter(ports, letter, io.env['USER'] ?? 'bridge', io.now());
  if (!order.ok) return refused(order.problem.text);
  await ports.events.send({ kind: 'bell', account: order.value.account });
  return shown({ letter, order: order.value.key, status: order.value.status }, [
    good(`Redriven: order ${order.value.number} is tried again as soon as its turn comes.`),
  ]);
};
