import { soughtStep } from '../../dead-letters/undecided.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { whereText } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import type { DlqLangOptions } from './dlq-options.ts';
import { evidenceBlocks } from './evidence-blocks.ts';
import { findLetter } from './find-letter.ts';
import { showBlocks } from './show-blocks.ts';

export const show = async (io: Io, id: string, options: DlqLangOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings, where } = opened.value;
  const found = await findLetter(ports.ledger, id);
  if (!found.ok) return found;
  const { letter, work } = found.value;
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
  return shown(letter, showBlocks(letter, evidence, now, options.lang, whereText(where)));
};
