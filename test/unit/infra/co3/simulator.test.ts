import { expect, it } from 'vitest';
import type { FaultRule } from '../../../../infra/local/co3/faults.ts';
import type { Outage } from '../../../../infra/local/co3/simulator-types.ts';
import { aContact, anInvoice, contactWith, finance } from '../../../support/co3-acts.ts';
import { openCo3Desk } from '../../../support/co3-on-hand.ts';

const NO_ANSWER = { kind: 'no-answer', cause: expect.any(Error) };
const DAY = finance('getInvoices', [
  ['date_from', '2026-11-22'],
  ['date_to', '2026-11-22'],
]);

it.each<[FaultRule, object]>([
  [{ kind: 'commit-then-cut' }, NO_ANSWER],
  [{ kind: 'hang-after-commit' }, NO_ANSWER],
  [{ kind: 'slow', ms: 20_001 }, NO_ANSWER],
  [{ kind: 'commit-then-html' }, { kind: 'answered', status: 502, body: expect.stringContaining('<h1>502') }],
  [{ kind: 'truncated-xml' }, { kind: 'answered', status: 200, body: expect.not.stringContaining('</response>') }],
  [
    { kind: 'slow', ms: 5000 },
    { kind: 'answered', status: 200, body: expect.stringContaining('</response>') },
  ],
])('carries the call out, whatever becomes of its answer: $kind', async (rule, told) => {
  const desk = await openCo3Desk();
  await aContact(desk);
  desk.simulator.fault({ ...rule, method: 'setInvoice' });

  const answer = await anInvoice(desk);

  expect(answer).toStrictEqual(told);
  expect(desk.account.invoices.all().map(({ sentComment }) => sentComment)).toStrictEqual([
    'test/shopify:acme/1001/invoice/1',
  ]);
});

it('takes the client’s time where it does not answer', async () => {
  const desk = await openCo3Desk();
  desk.simulator.fault({ kind: 'timeout-before-commit' });
  const before = desk.clock.now();

  await aContact(desk);

  expect(desk.clock.now() - before).toBe(1001 + 20_000);
});

it('shows reads what was there a while ago, and writes what is there', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await anInvoice(desk);
  desk.simulator.fault({ kind: 'stale-read', ms: 5000, times: 2 });

  const lagging = await DAY(desk);
  desk.clock.advance(5000);
  const answers = [lagging, await DAY(desk), await DAY(desk)];

  expect(answers.map((answer) => 'body' in answer && answer.body.includes('V-2026/00001'))).toStrictEqual([
    false,
    true,
    true,
  ]);
});

it.each<[Outage, object]>([
  ['reset', NO_ANSWER],
  ['hang', NO_ANSWER],
  ['503', { kind: 'answered', status: 503, body: expect.stringContaining('<h1>503') }],
  ['unreachable', { kind: 'never-left', cause: expect.any(Error) }],
])('is down as long as it is told to: %s', async (kind, told) => {
  const desk = await openCo3Desk();
  desk.simulator.down(desk.clock.now() + 10_000, kind);

  const during = await aContact(desk);
  const saved = desk.account.contacts.all().length;
  desk.clock.advance(10_000);
  const later = await aContact(desk);

  expect([during, saved]).toStrictEqual([told, 0]);
  expect(later).toMatchObject({ status: 200 });
});

it('is up again when it is told so', async () => {
  const desk = await openCo3Desk();
  desk.simulator.down(null, '503');
  desk.simulator.up();

  expect(await aContact(desk)).toMatchObject({ status: 200 });
});

it('remembers what was called and what became of it', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);
  await contactWith({ contact_email: 'no' })(desk);
  desk.simulator.fault({ kind: 'commit-then-cut' });
  await aContact(desk);

  const calls = desk.simulator.calls.map(({ method, outcome, code, id, fault }) => [method, outcome, code, id, fault]);

  expect(calls).toStrictEqual([
    ['authenticate', 'data', null, null, null],
    ['setContact', 'saved', null, 1, null],
    ['setContact', 'refused', 22, null, null],
    ['setContact', 'saved', null, 2, 'commit-then-cut'],
  ]);
});

it('shows no key and no password', async () => {
  const desk = await openCo3Desk();
  await aContact(desk);

  const shown = JSON.stringify(desk.simulator.snapshot());

  expect(
    ['sample-api-key', 'sample-password', desk.session()].filter((secret) => shown.includes(secret)),
  ).toStrictEqual([]);
});

it('answers the same to the same calls under the same seed', async () => {
  const desks = [await openCo3Desk({ seed: 5, dialect: {} }), await openCo3Desk({ seed: 5, dialect: {} })];

  const answers = await Promise.all(
    desks.map(async (desk) => [await aContact(desk), await anInvoice(desk), desk.clock.now()]),
  );

  expect(answers[0]).toStrictEqual(answers[1]);
});
