import { CO3_CODES } from '../../lib/co3/codes.ts';
import type { Flaw } from '../model/acts.ts';
import { markerOf, orderOf, sumsOf } from '../model/documents.ts';
import { isSame, owedText, textOf } from '../model/oracle.ts';
import type { Books, OpenLetter } from './books.ts';
import { goodsProblems, subjectsOf } from './goods-verdict.ts';
import type { KeptGoods } from './kept-goods.ts';
import type { SoldOrder } from './sold-orders.ts';

/** What has happened, as far as it may explain a letter. */
export interface Happened {
  /** Of each code, how often CO3 was made to answer with it. */
  readonly refusals: ReadonlyMap<number, number>;
  /** Whether a write may have been lost: an answer, CO3 or a worker in the midst of it. */
  readonly mayHaveLostWrites: boolean;
  /** Orders and goods of which the shop could not deliver a webhook. */
  readonly untaken: readonly string[];
}

/** What the shops have told of. */
export interface Sold {
  readonly orders: readonly SoldOrder[];
  readonly goods: readonly KeptGoods[];
}

/** What does not hold: nothing lost, nothing double, each refusal a letter. A line each. */
export const verdictOf = ({ orders, goods }: Sold, books: Books, happened: Happened): readonly string[] => [
  ...happened.untaken.map((key) => `${key}: a webhook was never taken`),
  ...(books.events === 0 ? [] : [`${books.events} messages are left in the queue events`]),
  ...(books.notices === books.letters.length
    ? []
    : [`${books.notices} notices stand in the queue dead-letters, for ${books.letters.length} open letters`]),
  ...doubledMarkers(books),
  ...strangers({ orders, goods }, books),
  ...orders.flatMap((order) => orderProblems(order, books, happened)),
  ...unexplained(orders, books, happened),
  ...goodsProblems(goods, books),
];

/** Markers that stand on several documents: nothing mends that. */
export const doubledMarkers = ({ documents }: Pick<Books, 'documents'>): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { invoice } of documents) counts.set(markerOf(invoice), (counts.get(markerOf(invoice)) ?? 0) + 1);
  return [...counts].flatMap(([marker, count]) => (count > 1 ? [`${marker} stands on ${count} documents`] : []));
};

const strangers = ({ orders, goods }: Sold, { documents, letters }: Books): readonly string[] => {
  const accounts = new Map(orders.map(({ key, shop }) => [key, shop.account]));
  const known = new Set([...accounts.keys(), ...goods.flatMap(subjectsOf)]);
  return [
    ...documents.flatMap(({ account, invoice }) => {
      const owner = accounts.get(orderOf(markerOf(invoice)));
      return owner === account ? [] : [`${markerOf(invoice)} stands in ${account}, and not in ${owner ?? 'any order'}`];
    }),
    ...letters.flatMap(({ subject, name }) =>
      known.has(subject) ? [] : [`the letter ${name} is of ${subject}, which no shop has sold`],
    ),
  ];
};

const orderProblems = (order: SoldOrder, books: Books, happened: Happened): readonly string[] => {
  const { key, owed } = order;
  const letters = books.letters.filter(({ subject }) => subject === key);
  const documents = books.documents.flatMap(({ invoice }) => (orderOf(markerOf(invoice)) === key ? [invoice] : []));
  const flaw = flawOf(order);
  if (letters.length > 1) return [`${key}: ${letters.length} letters are open`];
  const [letter] = letters;
  if (letter !== undefined)
    return isExplained(letter, order, happened) ? [] : [`${key}: the letter ${letter.name} has no cause`];
  if (flaw !== undefined && order.isDue && documents.length === 0)
    return [`${key}: ${flaw} is wrong, and no letter says so`];
  if (documents.length === 0 && !order.isDue) return [];
  if (!order.wasDue) return [`${key}: has a document, and was never to have one`];
  const sums = sumsOf(documents);
  if (owed.kind === 'sums' && isSame(owed.sums, sums)) return [];
  return [`${key}: comes to ${textOf(sums)} in CO3, and ${owedText(owed)} is owed`];
};

const flawOf = ({ states }: SoldOrder): Flaw | undefined => states.at(-1)?.order.flaws[0];

const LETTERS_OF_FLAWS = {
  email: 'InvalidEmail',
  payment: 'UnmappedPayment',
  'tax-number': 'InvalidTaxNumber',
} as const satisfies Record<Flaw, string>;

/** Letters of an outcome that nobody knows. */
const LOST = new Set(['OutcomeUnknown', 'ContactNotConfirmed', 'DocumentIdUnknown']);

const isExplained = ({ name, code }: OpenLetter, order: SoldOrder, happened: Happened): boolean => {
  const flaw = flawOf(order);
  if (flaw !== undefined && name === LETTERS_OF_FLAWS[flaw]) return true;
  if (LOST.has(name)) return happened.mayHaveLostWrites;
  return code !== null && (happened.refusals.get(code) ?? 0) > 0;
};

/** A letter comes of one refusal: there cannot be more of a code than were ordered, but for what the orders themselves have wrong. */
const unexplained = (orders: readonly SoldOrder[], { letters }: Books, { refusals }: Happened): readonly string[] =>
  [...refusals].flatMap(([code, count]) => {
    const open = letters.filter((letter) => {
      const order = orders.find(({ key }) => key === letter.subject);
      return letter.code === code && (order === undefined || flawOf(order) === undefined);
    });
    if (open.length <= count) return [];
    const { name } = Object.entries(CO3_CODES).find(([known]) => Number(known) === code)?.[1] ?? {
      name: 'UnknownCode',
    };
    return [`${open.length} letters ${name} are open, and CO3 has refused so ${count} times`];
  });
