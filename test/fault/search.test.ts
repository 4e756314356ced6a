import { expect, it } from 'vitest';
import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { again, at, orderOf, provenWorld, redrive, standing, take, worldOf } from '../support/delivery-stories.ts';
import { anOrder, aPartlyRefundedOrder, aWhollyRefundedOrder } from '../support/orders.ts';
import { invoicesOf, type SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it('searches before it sends again, also where CO3 does not answer the search at first', async () => {
  const world = await provenWorld({}, { kind: 'late-commit', ms: 20 * MINUTE, method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(25 * MINUTE);
  world.co3.fault({ kind: '503', method: 'getInvoice' });

  await again(world);
  await world.pass(3 * HOUR);

  expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
});

it('sends again without a search after half an hour in which CO3 refuses each', async () => {
  const world = await provenWorld({}, { kind: 'timeout-before-commit', method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(13 * MINUTE);
  world.co3.fault({ kind: 'refuse', code: 18, method: 'getInvoices', times: null });
  await again(world);
  const before = searchesOf(world);

  await world.pass(29 * MINUTE);
  const early = { sent: standing(world).sent, searches: searchesOf(world) - before };
  await world.pass(3 * MINUTE);

  expect(early).toStrictEqual({ sent: [], searches: 29 });
  expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/2 6350.00'] });
});

it('counts no search that CO3 refuses while it watches for what was given up', async () => {
  const world = await provenWorld({}, { kind: 'timeout-before-commit', method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(13 * MINUTE);
  await again(world);
  await world.pass(2 * HOUR + MINUTE);
  const watched = givenUp(world)?.reads;
  world.co3.fault({ kind: 'refuse', code: 18, method: 'getInvoices', times: null });

  await world.pass(2 * HOUR);

  expect([watched, givenUp(world)?.reads]).toStrictEqual([4, 4]);
});

it('asks a person where CO3 refuses each search for half an hour', async () => {
  const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, anOrder());
  world.co3.fault({ kind: 'refuse', code: 18, method: 'getInvoices', times: null });

  await world.pass(29 * MINUTE);
  const early = standing(world).order;
  await world.pass(3 * MINUTE);

  expect([early, standing(world).order]).toStrictEqual(['due OutcomeUnknown', 'letter OutcomeUnknown']);
});

it('gives the letter back where the invoice that was named is listed and not shown', async () => {
  const world = worldOf();
  world.co3.setDialect({ comment: 'dropped' });
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(MINUTE);
  const number = invoicesOf(world.co3)[0]?.number ?? '';
  world.co3.fault({ kind: 'refuse', code: 301, method: 'getInvoice', times: null });

  await adoptDocument(world.deps, orderOf(world, '1001').letter?.id ?? '', number, 'anna', world.clock.now());
  await world.pass(6 * HOUR);

  expect(standing(world)).toMatchObject({ letters: ['OutcomeUnknown parked'] });
  expect(world.order().steps.at(-1)?.look).toMatchObject({
    adopt: null,
    refusal: `CO3 answers, and does not show the invoice ${number}.`,
  });
});

it('looks up the invoice that was named once CO3 answers again', async () => {
  const world = worldOf();
  world.co3.setDialect({ comment: 'dropped' });
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, anOrder());
  await world.pass(MINUTE);
  world.co3.fault({ kind: '503', method: 'getInvoices', times: null });
  await adoptDocument(world.deps, orderOf(world, '1001').letter?.id ?? '', '1', 'anna', world.clock.now());
  await world.pass(5 * MINUTE);
  const waiting = world.order().steps.at(-1)?.look?.adopt;
  world.co3.clearFaults();

  await world.pass(HOUR);

  expect(waiting).toStrictEqual({ as: '1', by: 'anna' });
  expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
});

it('does not look for a proof every minute for ever', async () => {
  const world = worldOf();
  world.co3.fault({ kind: 'refuse', code: 301, method: 'getInvoice', times: null });
  await take(world, anOrder());

  await world.pass(5 * HOUR);

  expect(world.co3.calls.filter(({ method }) => method === 'getInvoice').length).toBeLessThan(100);
});

it('does not look for a proof every minute for ever among many', async () => {
  const world = worldOf();
  world.co3.setDialect({ comment: 'dropped' });
  await take(world, anOrder());
  const account = world.co3.accounts.get('acme');
  const mine = account?.invoices.get(1);
  if (account === undefined || mine === undefined) throw new Error('nothing was made');
  for (let id = 2; id < 33; id += 1)
    account.invoices.put(id, { ...mine, id, number: `V-2026/${id}`, comment: '', sentComment: '' }, world.clock.now());

  await world.pass(40 * MINUTE);
  const before = world.co3.calls.filter(({ method }) => method === 'getInvoice').length;
  await world.pass(10 * MINUTE);

  expect(world.co3.calls.filter(({ method }) => method === 'getInvoice').length - before).toBeLessThan(40);
});

it('a correction after one without an id is no double of it', async () => {
  const world = await provenWorld();
  await take(world, anOrder());
  world.co3.setDialect({ acknowledges: 'result' });
  await take(world, aPartlyRefundedOrder());
  world.clock.advance(10_000);
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, aWhollyRefundedOrder({ changedAt: at(40) }));
  await world.pass(2 * HOUR);

  expect(standing(world)).toMatchObject({ order: 'settled Cancelled', letters: [] });
});

it('a storno after a correction without an id is not sent twice', async () => {
  const world = await provenWorld();
  await take(world, anOrder());
  world.co3.setDialect({ acknowledges: 'result' });
  await take(world, aPartlyRefundedOrder());
  world.clock.advance(10_000);
  world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
  await take(world, aWhollyRefundedOrder({ changedAt: at(40) }));
  await world.pass(2 * HOUR);
  if (world.order().letter !== null) await redrive(world);
  await world.pass(HOUR);

  expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00', 'correction:1/1 -2540.00', 'storno:2/1 -3810.00']);
});

const searchesOf = (world: SimulatedWorld): number =>
  world.co3.calls.filter(({ method }) => method === 'getInvoices').length;

const givenUp = (world: SimulatedWorld) => world.order().steps.find(({ state }) => state === 'written-off')?.look;
