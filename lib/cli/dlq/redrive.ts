import { redriveAndRing } from '../../dead-letters/redrive-and-ring.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { good } from '../view/block.ts';
import { type DlqOptions, toPerson } from './dlq-options.ts';
import { findLetter } from './find-letter.ts';
import { redriveGroup } from './redrive-group.ts';
import { sendLetterAgain } from './send-again.ts';

export type RedriveOptions = DlqOptions & {
  readonly sendAgain?: boolean;
  readonly cause?: string;
  readonly yes?: boolean;
};

export const redrive = async (io: Io, id: string | undefined, options: RedriveOptions): Promise<Outcome> => {
  const { cause } = options;
  if (cause === undefined) return id === undefined ? misused(ONE_OR_MANY) : redriveOne(io, id, options);
  if (id !== undefined || options.sendAgain === true) return misused(ONE_OR_MANY);
  return redriveGroup(io, { ...options, cause });
};

const ONE_OR_MANY = 'Name one letter by its id, or all letters of a cause by --cause (without --send-again).';

const redriveOne = async (io: Io, id: string, options: RedriveOptions): Promise<Outcome> => {
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
