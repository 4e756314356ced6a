import type { LetterRecord } from '../../dead-letters/letter.ts';
import type { OrderKey } from '../../event/snapshot.ts';
import type { Ledger } from '../ports.ts';
import type { OrderRecord } from '../records.ts';
import { isOfPerson } from './clear-letter.ts';
import { makeMentions, textsIn, unpackedIn } from './texts-in.ts';

/** Whose data are meant: of one e-mail, in whatever order and letter it stands, or of one order and its letters. */
export type Whose = { readonly email: string } | { readonly order: OrderKey };

export interface KeptOfPerson {
  readonly orders: readonly OrderRecord[];
  readonly letters: readonly LetterRecord[];
}

/** All that the ledger holds of a person; `onRead` is told how many records were looked at. By an e-mail it reads the whole table. */
export const findPerson = async (
  ledger: Pick<Ledger, 'read' | 'each'>,
  whose: Whose,
  onRead: (records: number) => void,
): Promise<KeptOfPerson> => ('email' in whose ? byEmail(ledger, whose.email, onRead) : byOrder(ledger, whose.order));

const byEmail = async (
  ledger: Pick<Ledger, 'each'>,
  email: string,
  onRead: (records: number) => void,
): Promise<KeptOfPerson> => {
  const mentions = makeMentions(email);
  const orders = new Map<string, OrderRecord>();
  const letters: LetterRecord[] = [];
  let read = 0;
  const note = () => {
    read += 1;
    onRead(read);
  };
  for await (const order of ledger.each('order')) {
    note();
    if (some(textsIn(order), mentions)) orders.set(order.key, order);
  }
  for await (const letter of ledger.each('letter')) {
    note();
    const { kind, id } = letter.letter.subject;
    if (!isOfPerson(letter)) continue;
    if ((kind === 'order' && orders.has(id)) || some(textsIn(letter), (text) => unpackedIn(text).some(mentions)))
      letters.push(letter);
  }
  return { orders: [...orders.values()], letters };
};

const some = (texts: Iterable<string>, isSought: (text: string) => boolean): boolean => {
  for (const text of texts) if (isSought(text)) return true;
  return false;
};

const byOrder = async (ledger: Pick<Ledger, 'read'>, key: OrderKey): Promise<KeptOfPerson> => {
  const order = await ledger.read('order', key);
  if (order === undefined) return { orders: [], letters: [] };
  const letters = await Promise.all(order.letters.map((id) => ledger.read('letter', id)));
  return { orders: [order], letters: letters.filter((letter) => letter !== undefined) };
};
