import { describe, expect, it } from 'vitest';
import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { sendAgain } from '../../lib/dead-letters/send-again.ts';
import { resumed, withHold } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { again, at, orderOf, provenWorld, redrive, standing, take, worldOf } from '../support/delivery-stories.ts';
import { aBuyer, anAccount, anOrder, aPartlyRefundedOrder, aWhollyRefundedOrder } from '../support/orders.ts';
import { invoicesOf } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('what turns up in CO3 late, or does not', () => {
  it('an invoice that turns up while its successor is not there is not sent a third time', async () => {
    const world = await provenWorld({}, { kind: 'late-commit', ms: 40 * MINUTE, method: 'setInvoice' });
    await take(world, anOrder());
    await world.pass(13 * MINUTE);
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
    await again(world); // invoice/2 gets no answer and is never made; invoice/1 turns up
    await world.pass(2 * HOUR);
    await again(world); // «invoice/2 is not there»: true
    if (world.order().letter !== null) await redrive(world); // «I have looked at that one»
    await world.pass(HOUR);

    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });

  it('an invoice that turns up after two were written off and the order was cancelled is taken back', async () => {
    const world = await provenWorld({}, { kind: 'late-commit', ms: 3 * HOUR, method: 'setInvoice' });
    await take(world, anOrder());
    await world.pass(13 * MINUTE);
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
    await again(world);
    await world.pass(13 * MINUTE);
    await take(world, aWhollyRefundedOrder({ cancelledAt: at(50) }));
    await again(world);
    await world.pass(5 * HOUR);
    if (world.order().letter !== null) await redrive(world);
    await world.pass(HOUR);

    expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00', 'storno:1/2 -6350.00']);
  });

  it('a document whose first search comes after the watch can still be sent again', async () => {
    const world = await provenWorld({}, { kind: 'timeout-before-commit', method: 'setInvoice' });
    await take(world, anOrder());
    const byHand = { reason: 'by-hand', code: null, method: null } as const;
    await updateRecord(world.deps, 'lane', 'acme', (lane) => lane && withHold(lane, byHand, world.clock.now()));
    await world.pass(30 * HOUR);
    await updateRecord(world.deps, 'lane', 'acme', (lane) => lane && resumed(lane));
    await world.pass(2 * HOUR);

    expect(await again(world)).toMatchObject({ ok: true });
  });

  it('before something is sent again CO3 is searched once more', async () => {
    const world = await provenWorld({}, { kind: 'late-commit', ms: 20 * MINUTE, method: 'setInvoice' });
    await take(world, anOrder());
    await world.pass(25 * MINUTE);

    await again(world);
    await world.pass(3 * HOUR);

    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });

  it('a document that is given up while CO3 is searched for it is searched for once more, too', async () => {
    let answer: (() => Promise<unknown>) | undefined;
    const world = worldOf({}, async (port, effect, given) => {
      if (port === 'co3' && JSON.stringify(given).includes('<getInvoices>')) {
        const said = answer;
        answer = undefined;
        await said?.();
      }
      return effect();
    });
    await take(world, anOrder({ orderId: '999', number: '#999' }));
    await world.pass(2 * MINUTE);
    world.co3.fault({ kind: 'late-commit', ms: 40 * MINUTE, method: 'setInvoice' });
    await take(world, anOrder());
    await world.pass(50 * MINUTE);
    const letter = orderOf(world, '1001').letter?.id ?? '';
    answer = () => sendAgain(world.deps, letter, 'anna', world.clock.now(), anAccount().readBack);
    world.co3.fault({ kind: 'refuse', code: 18, method: 'getInvoices', times: 2 });

    await world.pass(3 * HOUR);

    expect(answer).toBeUndefined();
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });

  it('another buyer’s invoice cannot be adopted', async () => {
    const world = worldOf();
    world.co3.setDialect({ comment: 'dropped' });
    const other = aBuyer({ name: { first: 'Béla', last: 'Más' }, email: 'bela@example.com' });
    await take(world, anOrder({ orderId: '7', number: '#7', buyer: other }));
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
    await take(world, anOrder());
    await world.pass(MINUTE);
    const number = invoicesOf(world.co3)[0]?.number ?? '';

    await adoptDocument(world.deps, orderOf(world, '1001').letter?.id ?? '', number, 'anna', world.clock.now());
    await world.pass(5 * MINUTE);

    expect(standing(world)).toMatchObject({ order: 'letter OutcomeUnknown' });
  });

  it('the evidence names no invoice of another order', async () => {
    const world = await provenWorld({}, { kind: 'timeout-before-commit', method: 'setInvoice' });
    await take(world, anOrder());
    await world.pass(15 * MINUTE);

    expect(world.order().steps.at(-1)?.look?.seen).toStrictEqual([]);
  });

  it('the evidence names none of the order’s own documents, and those that nobody has marked', async () => {
    const world = worldOf();
    world.co3.setDialect({ comment: 'dropped' });
    await take(world, anOrder({ orderId: '1000', number: '#1000' }));
    await take(world, anOrder());
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
    await take(world, aPartlyRefundedOrder());

    await world.pass(MINUTE);

    expect(orderOf(world, '1001').steps.at(-1)?.look?.seen).toStrictEqual([
      { id: '1', number: 'V-2026/00001', totalMinor: 635_000, day: '2026-12-02' },
    ]);
  });

  it('a search that has looked at twenty of thirty invoices has not found nothing', async () => {
    const world = await provenWorld({}, { kind: 'commit-then-cut', method: 'setInvoice' });
    await take(world, anOrder());
    const account = world.co3.accounts.get('acme');
    const mine = account?.invoices.get(2);
    if (account === undefined || mine === undefined) throw new Error('nothing was made');
    for (let id = 3; id < 33; id += 1) {
      const strange = { ...mine, id, number: `V-2026/${id}`, comment: 'by hand', sentComment: 'by hand' };
      account.invoices.put(id, strange, world.clock.now());
    }

    await world.pass(15 * MINUTE);

    expect(world.order().steps.find(({ purpose }) => purpose === 'invoice')?.look?.reads ?? 0).toBe(0);
  });

  it('a correction that turns up after a storno was sent instead is told of', async () => {
    const world = await provenWorld();
    await take(world, anOrder());
    world.co3.fault({ kind: 'late-commit', ms: 2 * HOUR, method: 'setInvoice' });
    await take(world, aPartlyRefundedOrder());
    await world.pass(13 * MINUTE);
    await take(world, aWhollyRefundedOrder({ changedAt: at(40) }));
    await again(world);
    await world.pass(5 * HOUR);

    expect(standing(world)).toMatchObject({ order: 'letter DuplicateFound' });
  });

  it('searches that CO3 refuses come to once an hour when a person has been asked', async () => {
    const world = worldOf();
    await take(world, anOrder({ orderId: '0', number: '#0' }));
    await world.pass(2 * MINUTE);
    world.co3.setDialect({ acknowledges: 'result' });
    world.co3.fault({ kind: 'refuse', code: 18, method: 'getInvoices', times: null });
    for (const n of [1, 2, 3, 4, 5]) await take(world, anOrder({ orderId: `8${n}`, number: `#8${n}` }));
    await world.pass(12 * HOUR);

    // Half an hour minutely, and then hourly.
    expect(world.co3.calls.filter(({ method }) => method === 'getInvoices').length).toBeLessThan(5 * (30 + 15));
  }, 30_000);
});
