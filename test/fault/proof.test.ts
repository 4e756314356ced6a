import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../infra/local/co3/account.ts';
import type { Proof } from '../../lib/deliver/lane-records.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { take, worldOf } from '../support/delivery-stories.ts';
import { makeKiller } from '../support/killer.ts';
import { anOrder, aPartlyRefundedOrder, aRefund, aRow, aShippingRow } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ODD = { netMinor: 400_040, taxMinor: 108_010, grossMinor: 508_050 };

describe('whether markers are kept', () => {
  it('is proven by the account’s first invoice, half a minute later', async () => {
    const world = worldOf();
    await take(world, anOrder());
    const before = proofOf(world);

    await world.pass(2 * MINUTE);

    expect(before).toMatchObject({ provenAt: null, candidate: { id: '1' } });
    expect(proofOf(world)).toMatchObject({ candidate: null, failed: null });
    expect(proofOf(world).provenAt).not.toBeNull();
  });

  it.each(['dropped', 'first-half'] as const)('is not proven where the comment comes back %s', async (comment) => {
    const world = worldOf();
    world.co3.setDialect({ comment });
    await take(world, anOrder());

    await world.pass(15 * MINUTE);

    expect(proofOf(world)).toStrictEqual({
      provenAt: null,
      candidate: null,
      failed: { at: expect.any(Number), why: 'CO3 does not show the marker of a document that it has taken.' },
    });
    expect(world.logged).toContainEqual({ event: 'marker not proven', account: 'acme' });
  });

  it('is looked at once more a minute after CO3 could not be asked, as if that had not been', async () => {
    const world = worldOf();
    await take(world, anOrder());
    const { candidate } = proofOf(world);
    world.co3.fault({ kind: 'reset', method: 'getInvoice' });

    await world.pass(MINUTE);
    const waiting = proofOf(world);
    // The lane is held for it, and an order opens it again.
    await world.arrive(anOrder({ orderId: '1002', number: '#1002' }));
    await world.pass(20 * MINUTE);

    expect(waiting).toMatchObject({
      provenAt: null,
      candidate: { ...candidate, at: expect.any(Number) },
      failed: null,
    });
    expect(waiting.candidate?.at).toBeGreaterThan((candidate?.at ?? 0) + 30_000);
    expect(proofOf(world).provenAt).not.toBeNull();
    expect(world.logged).toContainEqual({ event: 'marker proven', account: 'acme' });
  });

  it('is given up for an hour where CO3 refuses each search', async () => {
    const world = worldOf();
    await take(world, anOrder());
    world.co3.fault({ kind: 'refuse', code: 304, method: 'getInvoice', times: null });

    await world.pass(3 * 60 * MINUTE);

    expect(proofOf(world)).toStrictEqual({
      provenAt: null,
      candidate: null,
      failed: { at: expect.any(Number), why: 'CO3 could not be searched for a document that it has taken.' },
    });
    expect(world.logged).toContainEqual({ event: 'marker not proven', account: 'acme' });
  });

  it('is not proven by a document of another sum, which is told of', async () => {
    const world = worldOf();
    world.co3.setDialect({ forintDecimals: 0 });
    await take(world, anOddOrder());

    await world.pass(5 * MINUTE);

    expect(proofOf(world)).toStrictEqual({
      provenAt: null,
      candidate: null,
      failed: { at: expect.any(Number), why: 'CO3 shows another sum, currency or date than was sent.' },
    });
    expect(world.order()).toMatchObject({ reason: 'AmountDiffers', documents: [{ shownMinor: 635_100 }] });
  });

  it('is not proven by a document of another sum, which is told of although the worker dies before the letter', async () => {
    const killer = makeKiller();
    const world = worldOf({}, killer.around);
    world.co3.setDialect({ forintDecimals: 0 });
    await take(world, anOddOrder());
    killer.arm((port, [record]) => port === 'ledger.write' && isTold(record), 'after');
    await Promise.race([world.pass(MINUTE), killer.killed()]);
    killer.disarm();
    const { status, reason, dueAt } = world.order();
    const diedAt = world.clock.now();

    await world.pass(5 * MINUTE);

    expect({ status, reason, dueAt }).toStrictEqual({ status: 'due', reason: 'AmountDiffers', dueAt: diedAt });
    expect(world.order()).toMatchObject({ status: 'letter', reason: 'AmountDiffers' });
  });

  it('is not proven by a lost document that is found with another sum', async () => {
    const world = worldOf();
    world.co3.setDialect({ forintDecimals: 0 });
    world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
    await take(world, anOddOrder());

    await world.pass(3 * MINUTE);

    expect(world.order()).toMatchObject({ reason: 'AmountDiffers' });
    expect(proofOf(world).provenAt).toBeNull();
  });

  it('is not proven by a correction of another sum, which says nothing of its invoice', async () => {
    const world = worldOf();
    world.co3.setDialect({ comment: 'dropped' });
    await take(world, anOddOrder());
    await world.pass(2 * HOUR);
    world.co3.setDialect({ comment: 'whole', forintDecimals: 0 });
    const back = [{ rowId: 'row-1', quantity: '1', netMinor: 200_020, taxMinor: 54_005 }];
    const refunds = [aRefund({ rows: back, returnedMinor: 254_025 })];
    const rows = [aRow({ ...ODD, currentQuantity: '1' }), aShippingRow()];
    await take(world, aPartlyRefundedOrder({ refunds, rows, totalMinor: 635_050, currentTotalMinor: 381_025 }));

    await world.pass(5 * MINUTE);

    expect(world.order().documents.map(({ purpose, shownMinor }) => [purpose, shownMinor])).toStrictEqual([
      ['invoice', null],
      ['correction:1', -254_000],
    ]);
  });

  it('is proven by a second look where CO3 lists the document late', async () => {
    const world = worldOf();
    await take(world, anOrder());
    const first = proofOf(world).candidate;
    world.co3.fault({ kind: 'stale-read', ms: HOUR, method: 'getInvoices' });

    await world.pass(2 * MINUTE);
    const waiting = proofOf(world);
    await world.pass(6 * MINUTE);

    expect(waiting).toStrictEqual({
      ...{ provenAt: null, failed: null },
      candidate: { ...first, reads: 1, at: expect.any(Number) },
    });
    expect(waiting.candidate?.at).toBeGreaterThanOrEqual((first?.at ?? 0) + 5 * MINUTE);
    expect(proofOf(world)).toMatchObject({ provenAt: expect.any(Number), candidate: null });
  });

  it('is looked at once more where CO3 has refused a search', async () => {
    const world = worldOf();
    await take(world, anOrder());
    const first = proofOf(world).candidate;
    world.co3.fault({ kind: 'refuse', code: 304, method: 'getInvoice' });

    await world.pass(MINUTE);
    const waiting = proofOf(world);
    await world.pass(2 * MINUTE);

    expect(waiting).toStrictEqual({
      ...{ provenAt: null, failed: null },
      candidate: { ...first, at: expect.any(Number) },
    });
    expect(proofOf(world)).toMatchObject({ provenAt: expect.any(Number), candidate: null });
  });

  it.each([
    ['of another day', (made: Invoice) => ({ ...made, fields: { ...made.fields, issue_date: '2026-12-01' } })],
    ['without a sum', (made: Invoice) => ({ ...made, gross: '' })],
  ])('is not proven by a document %s, and its order stays as it is', async (_, shownAs) => {
    const world = worldOf();
    await take(world, anOrder());
    const order = world.order();
    const account = world.co3.accounts.get('acme');
    const made = account?.invoices.get(1);
    if (account === undefined || made === undefined) throw new Error('nothing was made');
    account.invoices.put(1, shownAs(made), world.clock.now());

    await world.pass(5 * MINUTE);

    expect(proofOf(world)).toMatchObject({ failed: { why: 'CO3 shows another sum, currency or date than was sent.' } });
    expect(world.order()).toStrictEqual(order);
  });
});

/** Of a total that an account without fillérs shows otherwise. */
const anOddOrder = () => anOrder({ rows: [aRow(ODD), aShippingRow()], totalMinor: 635_050 });

const proofOf = (world: SimulatedWorld): Proof => {
  const [lane] = world.ledger.all('lane');
  if (lane === undefined) throw new Error('nobody was at the lane');
  return lane.proof;
};

const isTold = (record: unknown): boolean => (record as Partial<OrderRecord>).reason === 'AmountDiffers';
