import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../infra/local/co3/account.ts';
import { PLAIN_DIALECT } from '../../../../infra/local/co3/dialect.ts';
import type { AuditReport } from '../../../../lib/deliver/audit/audit-report.ts';
import type { OrderRecord } from '../../../../lib/deliver/records.ts';
import { updateRecord } from '../../../../lib/deliver/update-record.ts';
import type { OrderKey } from '../../../../lib/event/snapshot.ts';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { anOrder, aRefund, aRow, aShippingRow } from '../../../support/orders.ts';
import { invoicesOf, makeSimulatedWorld } from '../../../support/simulated-world.ts';

const ASKED = ['audit', '--shop', 'acme-shop', '--from', '2026-12-01', '--to', '2026-12-31', '--stage', 'test'];

describe('bridge audit', () => {
  it('says that all agrees where the worker has invoiced everything', async () => {
    const { bridge } = await benchOf();

    const { code, stdout, stderr } = await bridge(...ASKED);

    expect(code).toBe(0);
    expect(stdout).toContain('acme-shop against CO3’s account acme, 2026-12-01 to 2026-12-31');
    expect(stdout).toContain('4 documents of 3 orders agree; 0 findings, 4 notes.');
    expect(stdout).toContain('compared with  the ledger and CO3; the shop itself was not asked');
    expect(stdout).not.toContain('Stranger');
    expect(stderr).toBe('');
  });

  it('gives the same as JSON, with what to do', async () => {
    const { bridge } = await benchOf();

    const { code, stdout } = await bridge(...ASKED, '--json');

    const report = JSON.parse(stdout) as AuditReport;
    expect(code).toBe(0);
    expect(report).toMatchObject({
      ...{ shop: 'acme-shop', account: 'acme', stage: 'test', from: '2026-12-01', to: '2026-12-31' },
      comparedWith: ['ledger', 'co3'],
      audited: { orders: 3, documents: 4 },
      agreeing: { orders: 3, documents: 4 },
      shown: { outgoing: 4, otherShops: 0 },
    });
    expect(report.findings).toMatchObject(
      Array.from({ length: 4 }, () => ({ name: 'NavMissing', severity: 'note', advice: { en: expect.any(String) } })),
    );
  });

  it('finds a second document with one marker', async () => {
    const bench = await benchOf();
    bench.add({ ...bench.invoice('1001'), number: 'V-2026/00099' });

    const finding = await bench.findingOf('Doubled');

    expect(finding).toMatchObject({ severity: 'fault', order: { number: '#1001' }, co3: { minor: 1_270_000 } });
    expect(finding.invoices.map(({ number }) => number)).toStrictEqual(['V-2026/00001', 'V-2026/00099']);
  });

  it('finds an invoice that was changed in CO3', async () => {
    const bench = await benchOf();
    bench.put({ ...bench.invoice('1001'), gross: '6350.01' });

    expect(await bench.findingOf('AmountDiffers')).toMatchObject({
      ...{ severity: 'fault', order: { number: '#1001' }, ours: { minor: 635_000 }, co3: { minor: 635_001 } },
    });
  });

  it('finds a storno made by hand', async () => {
    const bench = await benchOf();
    const invoice = bench.invoice('1001');
    const fields = { ...invoice.fields, storno_id: String(invoice.id) };
    bench.add({ ...invoice, fields, gross: '-6350.00', comment: '', number: 'V-2026/00099', status: 'storno' });
    bench.put({ ...invoice, status: 'cancelled' });

    const finding = await bench.findingOf('StornoByHand');

    expect(finding).toMatchObject({ severity: 'fault', order: { number: '#1001' }, co3: { minor: 0 } });
    expect(finding.invoices.map(({ number }) => number)).toStrictEqual(['V-2026/00001', 'V-2026/00099']);
  });

  it('finds an invoice that is gone from CO3', async () => {
    const bench = await benchOf();
    bench.remove(bench.invoice('1001'));

    expect(await bench.findingOf('Missing')).toMatchObject({ severity: 'fault', order: { number: '#1001' } });
  });

  it('finds no fault with an invoice whose day was changed in CO3: it is read by its id', async () => {
    const bench = await benchOf();
    const invoice = bench.invoice('1001');
    bench.put({ ...invoice, fields: { ...invoice.fields, issue_date: '2027-01-02' } });

    expect(await bench.graveFindings()).toStrictEqual([]);
  });

  it('finds a document that the ledger has forgotten', async () => {
    const bench = await benchOf();
    await bench.amend('1001', (order) => ({ ...order, documents: [] }));

    const names = (await bench.graveFindings()).map(({ name, order }) => `${name} ${order?.number}`);

    // The order owes its invoice again as far as the ledger knows, and CO3 holds it.
    expect(names).toStrictEqual(['UnknownToLedger #1001']);
  });

  it('finds a snapshot that the documents do not make up', async () => {
    const bench = await benchOf();
    const snapshot = anOrder({ rows: [aRow()], totalMinor: 508_000 });
    await bench.amend('1001', (order) => ({ ...order, snapshot }));

    expect(await bench.findingOf('OwedDiffers')).toMatchObject({
      ...{ severity: 'fault', order: { number: '#1001' }, ours: { minor: 508_000 }, co3: { minor: 635_000 } },
    });
  });

  it('lists strangers without finding fault', async () => {
    const bench = await benchOf();
    bench.add({ ...bench.invoice('1001'), comment: 'Köszönjük!', number: 'V-2026/00099' });

    const { code, stdout } = await bench.bridge(...ASKED);

    expect(code).toBe(0);
    expect(stdout).toContain('Stranger: issued by somebody else (1)');
    expect(stdout).toMatch(/V-2026\/00099 \(id \d+\) +6350\.00 HUF/);
    expect(stdout).toContain('5 outgoing invoices, 1 issued by somebody else');
  });

  it('shows what it finds, with both figures and what to do', async () => {
    const bench = await benchOf();
    bench.put({ ...bench.invoice('1001'), gross: '6350.01' });

    const { code, stdout } = await bench.bridge(...ASKED, '--lang', 'hu');

    expect(code).toBe(1);
    expect(stdout).toContain('AmountDiffers: CO3 shows another amount than was sent (1)');
    expect(stdout).toContain('Vesse össze a kettőt a CO3-ban.');
    expect(stdout).toMatch(/#1001 +fault +V-2026\/00001 \(id 1\) +6350\.00 HUF +6350\.01 HUF/);
    expect(stdout).toContain('3 documents of 2 orders agree; 1 finding, 4 notes.');
  });

  it('fails for a warning too: an invoice that NAV has not heard of after a day', async () => {
    const { bridge, world } = await benchOf();
    await world.pass(24 * 3_600_000);

    const { code, stdout } = await bridge(...ASKED);

    expect(code).toBe(1);
    expect(stdout).toContain('4 documents of 3 orders agree; 4 findings.');
  });

  it('says in words why an order is open, and leaves out columns without anything', async () => {
    const bench = await benchOf();
    await bench.amend('1002', (order) => ({ ...order, status: 'release', reason: 'WaitsForRelease' }));

    const { code, stdout } = await bench.bridge(...ASKED);

    expect(code).toBe(0);
    expect(stdout).toMatch(/\n {2}order +weight +what\n {2}#1002 +note +it waits until a person releases it\n/);
  });

  it('tells at a terminal how far it is, and takes the line away', async () => {
    const { bridge } = await benchOf({ tty: true, columns: 120 });

    const { stderr } = await bridge(...ASKED);

    expect(stderr).toContain('\r0 of 4 documents read\r');
    expect(stderr).toMatch(/\r1 of 4 documents read, under 1 min left *\r/);
    expect(stderr).toMatch(/\r +\r$/);
  });

  it('gives the lane back, with nothing left to hold it', async () => {
    const { bridge, world } = await benchOf();

    await bridge(...ASKED);

    expect(await world.ledger.read('lane', 'acme')).toMatchObject({ lease: null, hold: null });
  });

  it('compares nothing where CO3 cannot be read', async () => {
    const { bridge, world } = await benchOf();
    world.co3.down(null, 'unreachable');

    const { code, stdout, stderr } = await bridge(...ASKED);

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toContain('CO3 could not be read, so nothing was compared.');
  });

  it.each([
    ['a shop that is not there', ['--shop', 'nobody'], 'there are: acme-shop'],
    ['no day', ['--from', '2026-02-30'], '--from 2026-02-30 is no day'],
    ['days the wrong way round', ['--to', '2026-11-30'], 'after --to 2026-11-30'],
  ])('is wrong use with %s', async (_, changed, words) => {
    const { bridge } = makeCliBench(makeSimulatedWorld({ seed: 1 }));

    const { code, stderr } = await bridge(...ASKED, ...changed);

    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it.each([['--shop'], ['--from'], ['--to']])('is wrong use without %s', async (option) => {
    const { bridge } = makeCliBench(undefined);
    const at = ASKED.indexOf(option);

    const { code, stderr } = await bridge(...ASKED.toSpliced(at, 2));

    expect(code).toBe(2);
    expect(stderr).toContain(`required option '${option}`);
  });
});

/** Three invoiced orders, one of them refunded in part, in the ledger and in CO3. */
const benchOf = async (options: CliOptions = {}) => {
  const world = makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT });
  const refunded = {
    rows: [aRow({ currentQuantity: '1' }), aShippingRow()],
    refunds: [aRefund()],
    currentTotalMinor: 381_000,
    changedAt: '2026-12-02T10:30:00.000Z' as ReturnType<typeof anOrder>['changedAt'],
  };
  for (const orderId of ['1001', '1002', '1003']) await world.arrive(anOrder({ orderId, number: `#${orderId}` }));
  await world.deliver();
  await world.arrive(anOrder({ orderId: '1003', number: '#1003', ...refunded }));
  await world.deliver();
  await world.pass(10 * 60_000);
  const invoices = world.co3.accounts.get('acme')?.invoices;
  if (invoices === undefined) throw new Error('the simulator has no account');
  const { bridge } = makeCliBench(world, options);
  const keyOf = (orderId: string) => `shopify:acme.myshopify.com#${orderId}` as OrderKey;
  const put = (invoice: Invoice): void => invoices.put(invoice.id, invoice, world.clock.now());
  const graveFindings = async () => {
    const { stdout } = await bridge(...ASKED, '--json');
    const { findings } = JSON.parse(stdout) as AuditReport;
    return findings.filter(({ severity }) => severity !== 'note');
  };
  return {
    ...{ world, bridge, put, graveFindings },
    invoice: (orderId: string): Invoice => {
      const found = invoicesOf(world.co3).find(({ comment }) => comment.includes(`/${orderId}/invoice/`));
      if (found === undefined) throw new Error(`no invoice of ${orderId}`);
      return found;
    },
    add: (invoice: Invoice): void => put({ ...invoice, id: invoices.nextId() }),
    remove: ({ id }: Invoice): void => invoices.put(id, undefined as unknown as Invoice, world.clock.now()),
    amend: (orderId: string, change: (order: OrderRecord) => OrderRecord) =>
      updateRecord(world.deps, 'order', keyOf(orderId), (order) => (order === undefined ? undefined : change(order))),
    /** The one finding above a note, which has to be of this name and to make the command fail. */
    findingOf: async (name: string) => {
      const { code } = await bridge(...ASKED);
      const [first, ...others] = await graveFindings();
      if (code !== 1 || first?.name !== name || others.length > 0)
        throw new Error(`code ${code}, found ${[first, ...others].map((one) => one?.name).join(', ')}`);
      return first;
    },
  };
};
