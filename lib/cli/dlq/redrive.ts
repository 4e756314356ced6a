import { redriveAndRing } from '../../dead-letters/redrive-and-ring.ts';
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
  const redriven = await redriveAndRing(ports, letter, toPerson(io), io.now());
  if (!redriven.ok) return refused(redriven.problem.text);
  const { worked } = redriven.value;
  if (worked === undefined)
    return shown({ letter }, [good('Put back: its message is in the queue `events` again, and is taken up at once.')]);
  const { kind, key, status } = worked;
  const what = kind === 'order' ? `order ${worked.number}` : `${kind} ${found.value.letter.subject.label}`;
  return shown({ letter, [kind]: key, status }, [good(`Redriven: ${what} is tried again as soon as its turn comes.`)]);
};
