import { expect, it } from 'vitest';
import type { Invoice } from '../../infra/local/co3/account.ts';
import type { Act, Flaw } from '../model/acts.ts';
import { owedBy } from '../model/oracle.ts';
import { afterAct, placed } from '../model/shop-order.ts';
import type { Books } from './books.ts';
import { mayBeInvoiced, type SoldOrder } from './sold-orders.ts';
import { type Happened, verdictOf as verdictOfAll } from './verdict.ts';

it('finds nothing where each order has its documents and each refusal its letter', () => {
  const orders = [
    sold(1, [PAY]),
    sold(2, [PAY, ALL_BACK]),
    sold(3, []),
    sold(4, [PAY], ['email']),
    sold(5, [PAY]),
    sold(6, [PAY]),
  ];
  const documents = [invoice(1, 'invoice/1', 1), invoice(2, 'invoice/1', 1), invoice(2, 'storno:1/1', -1)];
  const letters = [letter(4, 'InvalidEmail', 22), letter(5, 'InvalidVat', 20), letter(6, 'OutcomeUnknown')];

  const broken = verdictOf(orders, { ...books(documents), letters, notices: 3 }, { ...QUIET, ...TROUBLED });

  expect(broken).toStrictEqual([]);
});

it('finds an invoice that stands in CO3 twice', () => {
  const documents = [invoice(1, 'invoice/1', 1), invoice(1, 'invoice/1', 1)];

  const broken = verdictOf([sold(1, [PAY])], books(documents), QUIET);

  expect(broken).toStrictEqual([
    'local/shopify:soak-1.myshopify.com/1/invoice/1 stands on 2 documents',
    `${KEY}#1: comes to 2000 at 27 % in CO3, and 1000 at 27 % is owed`,
  ]);
});

it('finds an order that is nowhere', () => {
  const broken = verdictOf([sold(1, [PAY])], books([]), QUIET);

  expect(broken).toStrictEqual([`${KEY}#1: comes to nothing in CO3, and 1000 at 27 % is owed`]);
});

it('finds a refund that CO3 has never heard of', () => {
  const broken = verdictOf([sold(1, [PAY, ALL_BACK])], books([invoice(1, 'invoice/1', 1)]), QUIET);

  expect(broken).toStrictEqual([`${KEY}#1: comes to 1000 at 27 % in CO3, and nothing is owed`]);
});

it('finds an invoice of an order that is not to be invoiced', () => {
  const broken = verdictOf([sold(1, [])], books([invoice(1, 'invoice/1', 1)]), QUIET);

  expect(broken).toStrictEqual([`${KEY}#1: has a document, and was never to have one`]);
});

it('finds a refusal without a letter', () => {
  const broken = verdictOf([sold(1, [PAY], ['email'])], books([]), QUIET);

  expect(broken).toStrictEqual([`${KEY}#1: email is wrong, and no letter says so`]);
});

it('finds letters that nothing has caused, and more than were caused', () => {
  const orders = [sold(1, [PAY]), sold(2, [PAY]), sold(3, [PAY]), sold(4, [PAY])];
  const letters = [
    letter(1, 'OutcomeUnknown'),
    letter(2, 'InvalidVat', 20),
    letter(3, 'InvalidVat', 20),
    letter(4, 'InvalidEmail', 22),
  ];

  const broken = verdictOf(orders, { ...books([]), letters, notices: 4 }, { ...QUIET, refusals: new Map([[20, 1]]) });

  expect(broken).toStrictEqual([
    `${KEY}#1: the letter OutcomeUnknown has no cause`,
    `${KEY}#4: the letter InvalidEmail has no cause`,
    '2 letters InvalidVat are open, and CO3 has refused so 1 times',
  ]);
});

it('finds an order with two letters, and a letter of no order', () => {
  const letters = [letter(1, 'OutcomeUnknown'), letter(1, 'InvalidVat', 20), letter(9, 'OutcomeUnknown')];

  const broken = verdictOf([sold(1, [PAY])], { ...books([]), letters, notices: 3 }, { ...QUIET, ...TROUBLED });

  expect(broken).toStrictEqual([
    `the letter OutcomeUnknown is of ${KEY}#9, which no shop has sold`,
    `${KEY}#1: 2 letters are open`,
  ]);
});

it('finds a document in the account of somebody else, and one of no order', () => {
  const documents = [{ ...invoice(1, 'invoice/1', 1), account: 'account-2' }, invoice(9, 'invoice/1', 1)];

  const broken = verdictOf([sold(1, [PAY])], books(documents), QUIET);

  expect(broken).toStrictEqual([
    'local/shopify:soak-1.myshopify.com/1/invoice/1 stands in account-2, and not in account-1',
    'local/shopify:soak-1.myshopify.com/9/invoice/1 stands in account-1, and not in any order',
  ]);
});

it('finds what is left in the queues, and webhooks that nobody took', () => {
  const broken = verdictOf([], { ...books([]), events: 2, notices: 1 }, { ...QUIET, untaken: [`${KEY}#7`] });

  expect(broken).toStrictEqual([
    `${KEY}#7: a webhook was never taken`,
    '2 messages are left in the queue events',
    '1 notices stand in the queue dead-letters, for 0 open letters',
  ]);
});

/** Where nobody keeps goods. */
const verdictOf = (orders: readonly SoldOrder[], seen: Books, happened: Happened) =>
  verdictOfAll({ orders, goods: [] }, seen, happened);

const KEY = 'shopify:soak-1.myshopify.com';
const SHOP = { id: 'shopify-1', platform: 'shopify', tenant: 'soak-1.myshopify.com', account: 'account-1' } as const;
const PAY: Act = { do: 'pay' };
const ALL_BACK: Act = { do: 'refund-all' };
const QUIET: Happened = { refusals: new Map(), mayHaveLostWrites: false, untaken: [] };
const TROUBLED = { refusals: new Map([[20, 1]]), mayHaveLostWrites: true };

/** One thing at 1,000 and 27 %, and what became of it. */
const sold = (orderId: number, acts: readonly Act[], flaws: readonly Flaw[] = []): SoldOrder => {
  const states = [placed([{ unitMinor: 100_000, vat: '27', pieces: 1 }], 0, false, flaws)];
  for (const act of acts) states.push(...states.slice(-1).map((before) => afterAct(before, act)));
  const [last] = states.slice(-1);
  if (last === undefined) throw new Error('an order without a state');
  return {
    key: `${KEY}#${orderId}`,
    ...{ orderId, shop: SHOP, buyer: 1, placedAtMs: 0, owed: owedBy(last, {}) },
    states: states.map((order) => ({ order, atMs: 0, cancelledAtMs: null, arrivesAtMs: [0] })),
    isDue: mayBeInvoiced(last),
    wasDue: states.some(mayBeInvoiced),
  };
};

const books = (documents: Books['documents']): Books => ({
  documents,
  products: [],
  letters: [],
  notices: 0,
  events: 0,
});

const letter = (orderId: number, name: string, code: number | null = null) => ({
  ...{ subject: `${KEY}#${orderId}`, name, code },
});

/** So many of the thing, as CO3 has it. */
const invoice = (orderId: number, purpose: string, quantity: number): Books['documents'][number] => {
  const comment = `local/shopify:soak-1.myshopify.com/${orderId}/${purpose}`;
  const rows = [{ quantity: String(quantity), net_price: '787.4016', vat: '27' }];
  const sums = { net: '787.40', gross: '1000.00', balance: '0.00' };
  const document: Invoice = {
    ...{ id: 1, number: 'V-2026/00001', fields: {}, sentComment: comment, comment, rows, ...sums },
    ...{ customer: {}, status: 'issued' },
  };
  return { account: 'account-1', invoice: document };
};
