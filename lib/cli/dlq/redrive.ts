import { redriveLetter } from '../../dead-letters/redrive.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type Outcome, refused, shown } from '../outcome.ts';
import { good } from '../view/block.ts';
import { type DlqOptions, toPerson } from './dlq-options.ts';
import { findLetter } from './find-letter.ts';
import { sendLetterAgain } from './send-again.ts';

export type RedriveOptions = DlqOptions & { readonly sendAgain?: boolean };

export const redrive = async (io: Io, id: string, options: RedriveOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports } = opened.value;
  const found = await findLetter(ports.ledger, id);
  if (!found.ok) return found;
  if (options.sendAgain === true) return sendLetterAgain(io, opened.value, found.value.letter);
  const letter = found.value.key;
  const redriven = await redriveLetter(ports, letter, toPerson(io), io.now());
  if (!redriven.ok) return refused(redriven.problem.text);
  const { kind, key, status, account } = redriven.value;
  await ports.events.send({ kind: 'bell', account });
  const what = kind === 'order' ? `order ${redriven.value.number}` : `${kind} ${found.value.letter.subject.label}`;
  return shown({ letter, [kind]: key, status }, [good(`Redriven: ${what} is tried again as soon as its turn comes.`)]);
};
