import { discardLetter } from '../../dead-letters/discard.ts';
import type { WorkedRecord } from '../../deliver/records.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { whereText } from '../options.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { good, text } from '../view/block.ts';
import { type DlqOptions, toPerson } from './dlq-options.ts';
import { findLetter } from './find-letter.ts';

export type DiscardOptions = DlqOptions & { readonly reason: string };

export const discard = async (io: Io, id: string, options: DiscardOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, where } = opened.value;
  const found = await findLetter(ports.ledger, id);
  if (!found.ok) return found;
  const letter = found.value.key;
  const done = await discardLetter(ports, letter, options.reason, toPerson(io), io.now());
  if (!done.ok) return (done.problem.why === 'faulty-reason' ? misused : refused)(done.problem.text);
  const { rests } = done.value;
  const reason = options.reason.trim();
  if (rests === undefined)
    return shown({ letter, reason }, [
      good('Discarded: the letter is closed, and the very same message opens it no more.'),
    ]);
  await ports.events.send({ kind: 'bell', account: rests.account });
  return shown({ letter, [rests.kind]: rests.key, status: rests.status, reason }, [
    good(`Discarded: the letter is closed, and ${restText(rests, found.value.letter.subject.label)}`),
    text(`To take that back:\n  npx bridge dlq redrive ${letter}${whereText(where)}`),
  ]);
};

/** What becomes of it from here on. */
const restText = (rests: WorkedRecord, label: string): string => {
  if (rests.status === 'due') return `what the shop has sent since is planned as soon as the turn of ${label} comes.`;
  if (rests.kind !== 'order') return `nothing is sent for ${rests.kind} ${label} and the same is not told again.`;
  return rests.documents.length === 0
    ? `order ${label} rests: nothing is sent for it. A change of it in the shop is told by the letter ChangedAfterDiscard, since an invoice that you have issued by hand is not known here.`
    : `order ${label} rests with the documents that it has. A change of it in the shop is reckoned against these: what you have issued by hand is not known here.`;
};
