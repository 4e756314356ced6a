import { askCo3, isAskable } from '../../dead-letters/ask-co3.ts';
import type { Letter } from '../../dead-letters/letter.ts';
import { soughtStep } from '../../dead-letters/undecided.ts';
import { correctionsOf } from '../../deliver/corrections/correction.ts';
import { toPlainText } from '../../event/plain-text.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { whereText } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { type Block, text } from '../view/block.ts';
import { correctionsBlocks } from '../view/corrections-blocks.ts';
import { toTimeText } from '../view/time-text.ts';
import { askableBlocks, askedBlocks } from './asked-blocks.ts';
import { correctHints } from './correct-hints.ts';
import type { DlqLangOptions } from './dlq-options.ts';
import { evidenceBlocks } from './evidence-blocks.ts';
import { findLetter } from './find-letter.ts';
import { showBlocks } from './show-blocks.ts';

export type ShowOptions = DlqLangOptions & { readonly askCo3?: boolean };

export const show = async (io: Io, id: string, options: ShowOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings, where } = opened.value;
  const found = await findLetter(ports.ledger, id);
  if (!found.ok) return found;
  const { letter, work, personal } = found.value;
  const order = work?.kind === 'order' ? await ports.ledger.read('order', work.key) : undefined;
  const step = order === undefined ? undefined : soughtStep(order, letter);
  const now = io.now();
  const evidence =
    order === undefined || step === undefined
      ? []
      : evidenceBlocks(letter, order, step, {
          now,
          readBack: settings.accounts.get(order.account)?.readBack,
          whereText: whereText(where),
        });
  const asked = await ask(io, opened.value, letter, options);
  const corrections = order === undefined ? [] : correctionsBlocks(correctionsOf(order));
  const hints = await correctHints(opened.value, letter, options.lang, now);
  const cleared =
    personal.clearedAt === null ? [] : [text(`The buyer’s data were cleared ${toTimeText(personal.clearedAt)}.`)];
  const blocks = [...cleared, ...evidence, ...corrections, ...hints, ...asked.blocks];
  return shown(asked.json, showBlocks(letter, blocks, now, options.lang, whereText(where)), asked.code);
};

interface Asked {
  readonly json: unknown;
  readonly blocks: readonly Block[];
  readonly code: 0 | 1;
}

const ask = async (
  io: Io,
  { ports, settings, where }: Opened,
  letter: Letter,
  { askCo3: isAsked, lang }: ShowOptions,
): Promise<Asked> => {
  if (isAsked !== true) {
    const isOpen = letter.state === 'parked' && isAskable(settings, letter);
    return { json: letter, blocks: isOpen ? askableBlocks(letter.id, whereText(where)) : [], code: 0 };
  }
  const say = (text: string) => io.stderr.write(`${toPlainText(text)}\n`);
  const asked = await askCo3({ ...ports, say }, settings, letter);
  return {
    json: { ...letter, asked: asked.ok ? { facts: asked.value } : { problem: asked.problem } },
    blocks: askedBlocks(asked, lang),
    code: asked.ok ? 0 : 1,
  };
};
