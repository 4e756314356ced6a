import { describe, expect, it } from 'vitest';
import { type Dialect, PLAIN_DIALECT } from '../../../infra/local/co3/dialect.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import type { BorrowDeps } from '../../../lib/deliver/borrow-lane.ts';
import { clearedOrder } from '../../../lib/deliver/personal-data/clear-order.ts';
import type { Ledger } from '../../../lib/deliver/ports.ts';
import type { RecoveredRecord } from '../../../lib/deliver/records.ts';
import { runAudit } from '../../../lib/deliver/run-audit.ts';
import { updateRecord } from '../../../lib/deliver/update-record.ts';
import type { Day, Instant } from '../../../lib/event/time.ts';
import { anAccount, anOrder, aShop } from '../../support/orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from '../../support/simulated-world.ts';
import { keyOf } from '../../support/world.ts';

const TODAY = '2026-12-02' as Day;
const DAY_MS = 24 * 3_600_000;

describe('the running of an audit', () => {
  it('finds no fault with what is invoiced between the reading of CO3 and that of the ledger', async () => {
    // Without ids, so that only the list could show the invoice.
    const world = await worldOf('1001', { ...PLAIN_DIALECT, acknowledges: 'result' });
    const ledger = {
      ...world.ledger,
      each: async function* <K extends 'order' | 'letter'>(kind: K) {
        await world.arrive(anOrder({ orderId: '1002', number: '#1002' }));
        await world.deliver();
        yield* world.ledger.each(kind);
      },
    };

    const report = await auditOf(world, ledger);

    expect(world.ledger.all('order').map(({ documents }) => documents.length)).toStrictEqual([1, 1]);
    expect(report.agreeing).toStrictEqual({ orders: 2, documents: 1 });
    expect(gravesOf(report)).toStrictEqual([]);
  });

  it('finds no fault with an order whose buyer’s data were cleared', async () => {
    const world = await worldOf('1001');
    await updateRecord(world.deps, 'order', world.order().key, (order) =>
      order === undefined ? order : clearedOrder(order, '2026-12-02T10:00:00.000Z' as Instant),
    );

    const report = await auditOf(world);

    expect(report.agreeing).toStrictEqual({ orders: 1, documents: 1 });
    expect(gravesOf(report)).toStrictEqual([]);
  });

  it('reads documents of other days by their ids', async () => {
    const world = await worldOf('1001');
    await world.pass(2 * DAY_MS);
    await world.arrive(cancelled('1001'));
    await world.deliver();
    await world.pass(10 * 60_000);

    const report = await auditOf(world);

    expect(world.order().documents.map(({ purpose }) => purpose)).toStrictEqual(['invoice', 'storno:1']);
    expect(report.agreeing).toStrictEqual({ orders: 1, documents: 2 });
    // The storno is not a day old.
    expect(gravesOf(report)).toMatchObject([{ name: 'NavMissing', marker: world.order().documents[0]?.marker }]);
  });

  it('asks CO3 once for each document, and for none of another account', async () => {
    const world = await worldOf('1001');
    await world.arrive(anOrder({ orderId: '1002', number: '#1002' }));
    await world.deliver();
    const moved = world.order(keyOf(anOrder({ orderId: '1002' })));
    await updateRecord(world.deps, 'order', moved.key, (order) =>
      order === undefined
        ? undefined
        : { ...order, account: 'acme-old', documents: order.documents.map((one) => ({ ...one, id: '999' })) },
    );
    const before = world.co3.calls.length;

    const report = await auditOf(world);

    const read = world.co3.calls.slice(before).filter(({ method }) => method === 'getInvoice');
    // CO3 lists two, and the one of the other account is not looked for by its id there.
    expect(read).toHaveLength(2);
    expect(report.otherAccounts).toBe(1);
  });

  it('knows documents that a rebuild of the ledger took back', async () => {
    const world = await worldOf('1001');
    const { key, documents } = world.order();
    const empty = makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT });
    await updateRecord(
      empty.deps,
      'recovered',
      key,
      (): Omit<RecoveredRecord, 'key' | 'version' | 'writeId'> => ({
        ...{ kind: 'recovered', account: 'acme', documents },
      }),
    );

    const report = await auditOf(world, empty.ledger);

    expect(report.findings).toMatchObject([
      { name: 'UnknownToLedger', severity: 'note', marker: documents[0]?.marker },
    ]);
  });

  it('looks once more at an order that the table’s reading has missed', async () => {
    const world = await worldOf('1001');
    const ledger = { ...world.ledger, orders: async function* () {} };

    const report = await auditOf(world, ledger);

    expect(report.audited).toStrictEqual({ orders: 1, documents: 1 });
    expect(gravesOf(report)).toStrictEqual([]);
  });

  it('leaves the lane to workers while it reads the ledger', async () => {
    const world = await worldOf('1001');
    const leases: unknown[] = [];
    const ledger = {
      ...world.ledger,
      each: async function* <K extends 'order' | 'letter'>(kind: K) {
        leases.push((await world.ledger.read('lane', 'acme'))?.lease);
        yield* world.ledger.each(kind);
      },
    };

    await auditOf(world, ledger);

    expect(leases).toStrictEqual([null]);
  });

  it('says why it cannot be where CO3 does not answer', async () => {
    const world = await worldOf('1001');
    world.co3.down(null, 'unreachable');

    const report = await runAudit(depsOf(world, world.ledger), asked, () => undefined);

    expect(report).toStrictEqual({ ok: false, problem: expect.stringContaining('CO3') });
  });
});

const asked = {
  ...{ shop: aShop(), account: anAccount(), contract: PLAIN_CONTRACT, stage: 'test' },
  ...{ from: TODAY, to: TODAY },
};

const depsOf = (world: SimulatedWorld, ledger: Ledger): BorrowDeps => ({
  ...world.deps,
  ledger,
  say: () => undefined,
});

const auditOf = async (world: SimulatedWorld, ledger: Ledger = world.ledger) => {
  const report = await runAudit(depsOf(world, ledger), asked, () => undefined);
  if (!report.ok) throw new Error(report.problem);
  return report.value;
};

const gravesOf = ({ findings }: Awaited<ReturnType<typeof auditOf>>) =>
  findings.filter(({ severity }) => severity !== 'note');

/** One order, invoiced ten minutes ago. */
const worldOf = async (orderId: string, dialect: Dialect = PLAIN_DIALECT): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({ seed: 1, dialect });
  await world.arrive(anOrder({ orderId, number: `#${orderId}` }));
  await world.deliver();
  await world.pass(10 * 60_000);
  return world;
};

const cancelled = (orderId: string) => {
  const changedAt = '2026-12-04T10:00:00.000Z' as ReturnType<typeof anOrder>['changedAt'];
  const order = anOrder({ orderId, number: `#${orderId}` });
  return {
    ...order,
    rows: order.rows.map((row) => ({ ...row, currentQuantity: '0' })),
    refunds: [
      {
        id: 'refund-1',
        rows: [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }],
        ...{ shippingMinor: 127_000, returnedMinor: 635_000 },
      },
    ],
    ...{ currentTotalMinor: 0, cancelledAt: changedAt, changedAt },
  };
};
