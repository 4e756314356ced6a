import { adoptDocument } from '../../dead-letters/adopt.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { whereText } from '../options.ts';
import { type Outcome, refused, shown } from '../outcome.ts';
import { good } from '../view/block.ts';
import { type DlqOptions, toPerson } from './dlq-options.ts';
import { findLetter } from './find-letter.ts';

export type AdoptOptions = DlqOptions & { readonly as: string };

export const adopt = async (io: Io, id: string, options: AdoptOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, where } = opened.value;
  const found = await findLetter(ports.ledger, id);
  if (!found.ok) return found;
  const letter = found.value.key;
  const order = await adoptDocument(ports, letter, options.as, toPerson(io), io.now());
  if (!order.ok) return refused(order.problem.text);
  await ports.events.send({ kind: 'bell', account: order.value.account });
  const as = options.as.trim();
  return shown({ letter, order: order.value.key, status: order.value.status, as }, [
    good(
      `Asked: ${as} is looked up in CO3 as soon as the turn of order ${order.value.number} comes. If it can be the one, the order goes on with it and the letter closes; if not, the letter says why:\n  npx bridge dlq show ${letter}${whereText(where)}`,
    ),
  ]);
};
