import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { adoptDocument } from '../../lib/dead-letters/adopt.ts';
import { withHold } from '../../lib/deliver/lane-state.ts';
import { RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { LedgerRecord } from '../../lib/deliver/records.ts';
import { releaseOrder, toReleasable } from '../../lib/deliver/release.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { at, edited, orderOf, provenWorld, redrive, standing, take, worldOf } from '../support/delivery-stories.ts';
import {
  anAccount,
  anOrder,
  aPartlyRefundedOrder,
  aRow,
  aShippingRow,
  aShop,
  aWhollyRefundedOrder,
} from '../support/orders.ts';
import { invoicesOf } from '../support/simulated-world.ts';
import type { Around } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('once an order is invoiced', () => {
  it('an order too large for its item does not stop the account', async () => {
    const around: Around = async (port, effect, given) => {
      const record = given[0] as LedgerRecord;
      const isOrder = port === 'ledger.write' && record.kind === 'order';
      if (isOrder && gzipSync(JSON.stringify(record)).byteLength > 300_000) throw new RecordTooLarge();
      return effect();
    };
    const world = worldOf({ edits: 'storno-and-new' }, around);
    let seed = 7;
    const word = (length: number): string =>
      Array.from({ length }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return 'abcdefghijklmnopqrstuvwxyz0123456789'[Math.floor(seed / 65_536) % 36];
      }).join('');
    // 48 kB gzipped; `takeSnapshot` lets 70 kB in.
    const rows = Array.from({ length: 1000 }, () => aRow({ id: `gid-${word(12)}`, sku: word(10), name: word(40) }));
    const totalMinor = 508_000 * rows.length;
    await take(world, anOrder({ rows, totalMinor }));
    for (const n of [1, 2, 3]) {
      const fewer = rows.map((row, index) => (index < n ? { ...row, currentQuantity: '1' } : row));
      const currentTotalMinor = totalMinor - n * 254_000;
      await take(world, anOrder({ changedAt: at(20 + n), rows: fewer, totalMinor, currentTotalMinor }));
    }
    await world.pass(15 * MINUTE);

    await take(world, anOrder({ orderId: '7', number: '#7' }));
    await world.pass(HOUR);

    expect(standing(world, '7').sent).toStrictEqual(['invoice/1 6350.00']);
    expect(standing(world).order).toMatch(/^letter /);
  }, 60_000);

  it('a unit that is worded otherwise in the settings replaces no invoice', async () => {
    const world = worldOf({ edits: 'storno-and-new' });
    await take(world, anOrder());
    (world.deps.settings.shops as Map<string, ShopSettings>).set(
      'acme-shop',
      aShop({ edits: 'storno-and-new', unit: 'darab' }),
    );

    await take(world, anOrder({ changedAt: at(30), fulfilledAt: at(30) }));
    await world.pass(5 * MINUTE);

    expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00']);
  });

  it('rows that come in another order replace no invoice', async () => {
    const world = worldOf({ edits: 'storno-and-new' });
    await take(world, anOrder());

    await take(world, anOrder({ changedAt: at(30), rows: [aShippingRow(), aRow()] }));
    await world.pass(5 * MINUTE);

    expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00']);
  });

  it('documents that were read back are taken back where the order comes again cancelled', async () => {
    const world = worldOf();
    await take(world, anOrder({ orderId: '7', number: '#7' }));
    await take(world, anOrder());
    const { documents, key } = orderOf(world, '1001');
    const forgotten = [...world.ledger.backUp()].filter(([id]) => !id.includes('#1001'));
    world.ledger.replace('memory', new Map(forgotten));
    await world.ledger.write({ kind: 'recovered', key, version: 1, writeId: 'r-1', account: 'acme', documents });

    await take(world, aWhollyRefundedOrder({ cancelledAt: at(40) }));
    await world.pass(5 * MINUTE);

    expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00', 'storno:1/1 -6350.00']);
  });

  it('an order that costs something after a free invoice gets no second document of its marker', async () => {
    const world = worldOf({ freeOrders: 'invoice' });
    const free = aRow({ netMinor: 0, taxMinor: 0, grossMinor: 0 });
    await take(world, anOrder({ totalMinor: 0, rows: [free], gateways: [] }));

    const costs = { totalMinor: 0, currentTotalMinor: 127_000, rows: [free, aShippingRow()] };
    await take(world, anOrder({ changedAt: at(30), ...costs }));
    await world.pass(5 * MINUTE);

    const markers = standing(world).sent.map((line) => line.split(' ')[0]);
    expect(new Set(markers).size).toBe(markers.length);
  });

  it('what a person lets go in a supervised shop can be released', async () => {
    const world = worldOf({ mode: 'supervised' });
    const release = async (): Promise<string> => {
      const plan = toReleasable(world.order(), aShop({ mode: 'supervised' }), anAccount(), world.clock.now());
      if (!plan.ok) return plan.problem.why;
      const done = await releaseOrder(world.deps, world.order().key, plan.value.digest, world.clock.now());
      await world.pass(MINUTE);
      return done.ok ? 'released' : done.problem.why;
    };
    await take(world, anOrder());
    await release();
    await take(world, aPartlyRefundedOrder());
    await release();
    await take(world, anOrder({ changedAt: at(50) }));
    await redrive(world); // the letter OwedAgain

    expect(await release()).toBe('released');
    expect(standing(world).sent).toHaveLength(3);
  });

  it('owed again after a storno is a letter, also where an edit had taken everything off', async () => {
    const world = worldOf();
    const rows = [aRow({ currentQuantity: '0' }), aShippingRow({ currentQuantity: '0' })];
    await take(world, anOrder());
    await take(world, anOrder({ changedAt: at(20), rows, currentTotalMinor: 0 }));

    await take(world, anOrder({ changedAt: at(30) }));
    await world.pass(5 * MINUTE);

    expect(standing(world)).toMatchObject({ order: 'letter OwedAgain', letters: ['OwedAgain parked'] });
  });

  it('adopting a document is no leave to correct an edit', async () => {
    const world = worldOf({ edits: 'letter' });
    world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
    await take(world, anOrder());
    await take(world, edited());
    const number = invoicesOf(world.co3).at(-1)?.number ?? '';

    await adoptDocument(world.deps, world.order().letter?.id ?? '', number, 'anna', world.clock.now());
    await world.pass(5 * MINUTE);

    expect(standing(world)).toStrictEqual({
      order: 'letter CorrectionNeeded',
      letters: ['CorrectionNeeded parked'],
      sent: ['invoice/1 6350.00'],
    });
  });

  it('accepting an amount is no leave to correct an edit', async () => {
    const world = await provenWorld({ edits: 'letter' }, { kind: 'commit-then-cut', method: 'setInvoice' });
    world.co3.setDialect({ forintDecimals: 0 });
    const odd = { netMinor: 400_040, taxMinor: 108_010, grossMinor: 508_050 };
    await take(world, anOrder({ rows: [aRow(odd), aShippingRow()], totalMinor: 635_050 }));
    await world.pass(3 * MINUTE);
    const rows = [aRow({ ...odd, currentQuantity: '1' }), aShippingRow()];
    await take(world, anOrder({ changedAt: at(20), rows, totalMinor: 635_050, currentTotalMinor: 381_025 }));

    await redrive(world); // the letter AmountDiffers
    await world.pass(3 * MINUTE);

    expect(standing(world).order).toBe('letter CorrectionNeeded');
  });

  it('money for a document whose id is never found ends with a person', async () => {
    const world = worldOf({ bookPayments: { bankcard: 'paid' } });
    world.co3.setDialect({ acknowledges: 'result', comment: 'dropped' });
    await take(world, anOrder());
    await world.pass(30 * HOUR);

    expect(world.order()).toMatchObject({ status: 'letter', reason: 'DocumentIdUnknown' });
  });

  it('a lane that is shut while a balance is read books nothing', async () => {
    let shut: (() => Promise<unknown>) | undefined;
    const around: Around = async (port, effect, given) => {
      const result = await effect();
      if (port === 'co3' && JSON.stringify(given).includes('<getInvoice>')) {
        await shut?.();
        shut = undefined;
      }
      return result;
    };
    const world = worldOf({ bookPayments: { bankcard: 'paid' } }, around);
    const byHand = { reason: 'by-hand', code: null, method: null } as const;
    shut = () => updateRecord(world.deps, 'lane', 'acme', (lane) => lane && withHold(lane, byHand, world.clock.now()));
    await take(world, anOrder());

    expect(world.co3.calls.filter(({ method }) => method === 'setInvoiceBalance')).toHaveLength(0);
  });

  it('one failed database query at a balance is tried again', async () => {
    const world = worldOf({ bookPayments: { bankcard: 'paid' } });
    world.co3.fault({ kind: 'refuse', code: 202, method: 'getInvoice' });
    await take(world, anOrder());
    await world.pass(5 * MINUTE);

    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
  });

  it('an id is waited for although the same document was refused before', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 4, method: 'setInvoice' });
    await take(world, anOrder());
    world.co3.setDialect({ acknowledges: 'result' });
    await redrive(world);
    await take(world, aPartlyRefundedOrder());

    expect(standing(world)).toMatchObject({ order: 'due LooksForDocument', letters: [] });
  });

  it('what is owed in another currency after a storno can be invoiced', async () => {
    const world = worldOf({ fxRate: { EUR: 400 } });
    await take(world, anOrder());
    await take(world, aWhollyRefundedOrder());
    await take(world, anOrder({ changedAt: at(50), currency: 'EUR' }));

    await redrive(world);
    await world.pass(3 * MINUTE);

    expect(standing(world).sent).toHaveLength(3);
  });
});
