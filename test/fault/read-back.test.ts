import { describe, expect, it } from 'vitest';
import { emptyLane } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { provenWorld, standing, worldOf } from '../support/delivery-stories.ts';
import { anOrder, aPartlyRefundedOrder, aRow, aShippingRow, aWhollyRefundedOrder } from '../support/orders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('an invoice whose answer was lost', () => {
  it.each(['commit-then-cut', 'commit-then-html', 'hang-after-commit'] as const)(
    'is found by its marker and adopted: %s',
    async (kind) => {
      const world = await provenWorld({}, { kind, method: 'setInvoice' });
      await world.arrive(anOrder());
      await world.deliver();

      await world.pass(3 * MINUTE);

      expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
      expect(world.order().documents.map(({ id }) => id)).toStrictEqual(['2']);
    },
  );

  it('is never sent again when CO3 has not made it: three searches over ten minutes, then a person', async () => {
    const world = await provenWorld({}, { kind: 'timeout-before-commit', method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(9 * MINUTE);
    const early = standing(world);
    await world.pass(3 * MINUTE);

    expect(early).toStrictEqual({ order: 'due OutcomeUnknown', letters: [], sent: [] });
    expect(standing(world)).toStrictEqual({
      order: 'letter OutcomeUnknown',
      letters: ['OutcomeUnknown parked'],
      sent: [],
    });
    expect(world.order().steps.at(-1)?.look?.reads).toBe(3);
  });

  it('that CO3 makes half an hour late is adopted, and its letter is closed', async () => {
    const world = await provenWorld({}, { kind: 'late-commit', ms: 30 * MINUTE, method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();
    await world.pass(15 * MINUTE);
    const early = standing(world);

    await world.pass(2 * HOUR);

    expect(early).toStrictEqual({ order: 'letter OutcomeUnknown', letters: ['OutcomeUnknown parked'], sent: [] });
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });

  it('is not searched for longer than a day', async () => {
    const world = await provenWorld({}, { kind: 'timeout-before-commit', method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(26 * HOUR);

    expect(world.order()).toMatchObject({ status: 'letter', dueAt: null });
  });

  it('goes to a person at once where markers are not proven, and is adopted all the same when it is found', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();
    const early = standing(world);

    await world.pass(3 * MINUTE);

    expect(early).toMatchObject({ order: 'letter OutcomeUnknown', letters: ['OutcomeUnknown parked'] });
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
    expect(world.ledger.all('lane')[0]?.proof.provenAt).not.toBeNull();
  });

  it('goes to a person at once where the account says that CO3 does not keep comments, whatever was proven', async () => {
    const world = worldOf({}, undefined, { contract: { assumptions: { commentKept: false } } });
    await updateRecord({ ledger: world.ledger, newId: () => 'proof' }, 'lane', 'acme', (lane) => ({
      ...(lane ?? emptyLane()),
      proof: { provenAt: 1, candidate: null, failed: null },
    }));
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
    await world.arrive(anOrder());

    await world.deliver();

    expect(standing(world)).toMatchObject({ order: 'letter OutcomeUnknown', letters: ['OutcomeUnknown parked'] });
  });

  it('leaves what the order owes meanwhile for afterwards', async () => {
    const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();
    await world.arrive(aWhollyRefundedOrder());
    await world.deliver();
    const early = standing(world);

    await world.pass(3 * MINUTE);

    expect(early.sent).toStrictEqual(['invoice/1 6350.00']);
    expect(standing(world)).toStrictEqual({
      order: 'settled Cancelled',
      letters: [],
      sent: ['invoice/1 6350.00', 'storno:1/1 -6350.00'],
    });
  });

  it('that shows another sum is adopted and told of', async () => {
    const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
    world.co3.setDialect({ forintDecimals: 0 });
    const odd = { netMinor: 400_040, taxMinor: 108_010, grossMinor: 508_050 };
    await world.arrive(anOrder({ rows: [aRow(odd), aShippingRow()], totalMinor: 635_050 }));
    await world.deliver();

    await world.pass(3 * MINUTE);

    expect(standing(world)).toMatchObject({ order: 'letter AmountDiffers', letters: ['AmountDiffers parked'] });
  });

  it('is told from a storno by hand into which CO3 has copied its comment', async () => {
    const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();
    const account = world.co3.accounts.get('acme');
    const made = account?.invoices.get(2);
    if (account === undefined || made === undefined) throw new Error('nothing to cancel');
    const fields = { ...made.fields, storno_id: '2' };
    const copy = { ...made, id: 3, number: 'V-2026/00003', fields, gross: `-${made.gross}` };
    account.invoices.put(3, copy, world.clock.now());

    await world.pass(3 * MINUTE);

    expect(world.order()).toMatchObject({ status: 'settled', reason: 'Invoiced' });
    expect(world.order().steps.at(-1)).toMatchObject({ id: '2', doubles: [] });
  });

  it('that stands twice in CO3 is told of', async () => {
    const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
    await world.arrive(anOrder());
    await world.deliver();
    const account = world.co3.accounts.get('acme');
    const twin = account?.invoices.get(2);
    if (account === undefined || twin === undefined) throw new Error('nothing to double');
    account.invoices.put(3, { ...twin, id: 3, number: 'V-2026/00003' }, world.clock.now());

    await world.pass(3 * MINUTE);

    expect(world.order()).toMatchObject({ reason: 'DuplicateFound' });
    expect(world.order().steps.at(-1)).toMatchObject({ id: '2', doubles: ['3'] });
  });
});

describe('a correction or storno whose answer was lost', () => {
  it.each([
    ['correction', aPartlyRefundedOrder(), 'settled Invoiced', ['invoice/1 6350.00', 'correction:1/1 -2540.00']],
    ['storno', aWhollyRefundedOrder(), 'settled Cancelled', ['invoice/1 6350.00', 'storno:1/1 -6350.00']],
  ])('is found and adopted: %s', async (_, later, order, sent) => {
    const world = await provenWorld();
    await world.arrive(anOrder());
    await world.deliver();
    world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
    await world.arrive(later);
    await world.deliver();

    await world.pass(3 * MINUTE);

    expect(standing(world)).toStrictEqual({ order, letters: [], sent });
  });

  it('that CO3 refuses because the invoice is gone names that, and forgets nothing', async () => {
    const world = await provenWorld();
    await world.arrive(anOrder());
    await world.deliver();
    world.co3.fault({ kind: 'refuse', code: 307, method: 'setInvoice' });

    await world.arrive(aWhollyRefundedOrder());
    await world.deliver();
    await world.pass(HOUR);

    expect(standing(world)).toStrictEqual({
      order: 'letter InvoiceMissingInCo3',
      letters: ['InvoiceMissingInCo3 parked'],
      sent: ['invoice/1 6350.00'],
    });
    expect(world.order().documents).toHaveLength(1);
  });
});

describe('an invoice that CO3 takes without saying its id', () => {
  it('is looked for, so that it can be corrected', async () => {
    const world = worldOf();
    world.co3.setDialect({ acknowledges: 'result' });
    await world.arrive(anOrder());
    await world.deliver();
    await world.pass(3 * MINUTE);
    const { documents } = world.order();

    await world.arrive(aPartlyRefundedOrder());
    await world.deliver();

    expect(documents.map(({ id }) => id)).toStrictEqual(['1']);
    expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00', 'correction:1/1 -2540.00']);
  });

  it('is looked for as a correction, too', async () => {
    const world = await provenWorld();
    await world.arrive(anOrder());
    await world.deliver();
    world.co3.setDialect({ acknowledges: 'result' });
    await world.arrive(aPartlyRefundedOrder());
    await world.deliver();
    const early = world.order().documents.map(({ id }) => id);

    await world.pass(3 * MINUTE);

    expect(early).toStrictEqual(['2', null]);
    expect(world.order().documents.map(({ id }) => id)).toStrictEqual(['2', '3']);
  });

  it('and whose comment CO3 drops is a letter once it has to be corrected', async () => {
    const world = worldOf();
    world.co3.setDialect({ acknowledges: 'result', comment: 'dropped' });
    await world.arrive(anOrder());
    await world.deliver();
    await world.pass(15 * MINUTE);
    const early = standing(world);

    await world.arrive(aPartlyRefundedOrder());
    await world.deliver();

    expect(early).toMatchObject({ order: 'settled Invoiced', letters: [] });
    expect(standing(world)).toMatchObject({ order: 'letter DocumentIdUnknown', letters: ['DocumentIdUnknown parked'] });
  });
});
