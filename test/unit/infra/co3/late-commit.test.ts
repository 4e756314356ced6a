import { expect, it } from 'vitest';
import { carryOut, parseFaultOrder } from '../../../../infra/local/co3/fault-order.ts';
import { aContact, anInvoice, finance, invoiceWith } from '../../../support/co3-acts.ts';
import type { Co3Desk } from '../../../support/co3-desk.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';
import { PAYMENT } from '../../../support/co3-samples.ts';

const NO_ANSWER = { kind: 'no-answer', cause: expect.any(Error) };
const MINUTE = 60_000;
const DAY = finance('getInvoices', [
  ['date_from', '2026-11-22'],
  ['date_to', '2026-11-23'],
]);

it('shows a document to no read before its moment, and to every read after it', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, method: 'setInvoice' });

  const answer = await anInvoice(desk);
  const before = await numbersIn(desk);
  desk.clock.advance(MINUTE);
  const later = await numbersIn(desk);

  expect(answer).toStrictEqual(NO_ANSWER);
  expect([before, later]).toStrictEqual([[], ['V-2026/00001']]);
});

it('gives the late document an id and a number after those that were made meanwhile', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, method: 'setInvoice', how: 'reset' });
  await anInvoice(desk);
  await invoiceWith({ comment: 'meanwhile' })(desk);
  desk.clock.advance(MINUTE);
  await invoiceWith({ comment: 'afterwards' })(desk);

  const made = desk.account.invoices.all().map(({ id, number, sentComment }) => [id, number, sentComment]);

  expect(made).toStrictEqual([
    [1, 'V-2026/00001', 'meanwhile'],
    [2, 'V-2026/00002', 'test/shopify:acme/1001/invoice/1'],
    [3, 'V-2026/00003', 'afterwards'],
  ]);
});

it('refuses late what is no longer possible by then', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, method: 'setInvoice', how: 'reset' });
  await anInvoice(desk);
  await invoiceWith({ issue_date: '2026-11-23' })(desk);
  desk.clock.advance(MINUTE);

  const { calls } = desk.simulator;

  expect(calls.slice(-2).map(({ outcome, code, id, fault }) => [outcome, code, id, fault])).toStrictEqual([
    ['refused', 305, null, 'late-commit'],
    ['saved', null, 1, null],
  ]);
});

it('judges the session by the time at which the call came', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  desk.simulator.fault({ kind: 'late-commit', ms: 30 * MINUTE, method: 'setInvoice' });
  await anInvoice(desk);
  desk.clock.advance(30 * MINUTE);

  const { accounts } = desk.simulator.snapshot();

  expect(accounts[0]?.invoices.map(({ status }) => status)).toStrictEqual(['issued']);
});

it('books a payment late', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, method: 'setInvoiceBalance' });
  const paid = () => desk.simulator.accounts.get('acme')?.invoices.get(1)?.balance;

  await finance('setInvoiceBalance', PAYMENT)(desk);
  const before = paid();
  desk.clock.advance(MINUTE);

  expect([before, paid()]).toStrictEqual(['0.00', '3962.40']);
});

it('notes one call, at work until it is finished', async () => {
  const desk = await openCo3Desk();
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE });
  await aContact(desk);
  const last = () => desk.simulator.calls.map(({ method, outcome, id }) => [method, outcome, id]).slice(1);

  const before = last();
  desk.clock.advance(MINUTE);

  expect(before).toStrictEqual([['setContact', 'at-work', null]]);
  expect(last()).toStrictEqual([['setContact', 'saved', 1]]);
});

it('leaves a read without its answer, and a refused call without its code', async () => {
  const desk = await openCo3Desk();
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, times: 2 });

  const answers = [await DAY(desk), await anInvoice(desk)];
  await aContact(desk);
  desk.clock.advance(MINUTE);

  expect(answers).toStrictEqual([NO_ANSWER, NO_ANSWER]);
  expect(desk.simulator.calls.slice(1).map(({ method, outcome, code }) => [method, outcome, code])).toStrictEqual([
    ['getInvoices', 'data', null],
    ['setInvoice', 'refused', 201],
    ['setContact', 'saved', null],
  ]);
});

it('is as old to a lagging read as its moment is', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, method: 'setInvoice', how: 'reset' });
  desk.simulator.fault({ kind: 'stale-read', ms: 5000 });
  await anInvoice(desk);
  desk.clock.advance(MINUTE);

  const lagging = await numbersIn(desk);

  expect([lagging, await numbersIn(desk)]).toStrictEqual([[], ['V-2026/00001']]);
});

it.each([
  ['hang', 20_000],
  ['reset', 0],
] as const)('takes the client’s time as it is told to: %s', async (how, waited) => {
  const desk = await openCo3Desk();
  desk.simulator.fault({ kind: 'late-commit', ms: MINUTE, how });
  const before = desk.clock.now();

  await aContact(desk);

  expect(desk.clock.now() - before).toBe(1001 + waited);
});

it('can be ordered by hand', async () => {
  const desk = await openCo3Desk();
  const parsed = parseFaultOrder('{"kind":"late-commit","ms":90000,"how":"reset","method":"setInvoice","times":2}');

  if ('order' in parsed) carryOut(parsed.order, desk.simulator);

  expect(desk.simulator.faults.map(({ rule }) => rule)).toStrictEqual([
    { kind: 'late-commit', ms: 90_000, how: 'reset', method: 'setInvoice', times: 2 },
  ]);
});

const numbersIn = async (desk: Co3Desk): Promise<readonly string[]> => {
  const answer = await DAY(desk);
  return 'body' in answer ? [...String(answer.body).matchAll(/V-\d{4}\/\d{5}/g)].map(([number]) => number) : ['none'];
};
