import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { type RebuildReport, rebuildLedger } from '../../lib/deliver/rebuild.ts';
import type { LiveDocument } from '../../lib/deliver/step-records.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Day, Instant } from '../../lib/event/time.ts';
import { grossByVat } from '../../lib/translate/difference.ts';
import { makeKiller } from '../support/killer.ts';
import { anAccount, anOrder, aRefund, aRow, aShippingRow, aShop } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import { type Around, keyOf } from '../support/world.ts';

const MINUTE = 60_000;

describe('a table that was lost with twenty orders, invoiced, corrected and cancelled', () => {
  it('sends nothing before it is rebuilt, whatever comes', async () => {
    const { world, histories } = await lostWorld();
    const before = invoicesOf(world.co3).length;

    for (const history of histories) await world.arrive(newestOf(history));
    await world.deliver();
    await world.pass(60 * MINUTE);

    expect(invoicesOf(world.co3)).toHaveLength(before);
    expect(world.ledger.all('lane')[0]?.hold?.reason).toBe('ledger-lost');
    expect(world.ledger.all('order').every(({ status }) => status === 'due')).toBe(true);
  });

  it('is rebuilt from what CO3 shows: every document with its sum, VAT and what it corrects', async () => {
    const { world, lost } = await lostWorld();

    const report = await rebuild(world);

    const recovered = world.ledger.all('recovered').flatMap(({ documents }) => documents);
    expect(recovered.map(toCompared)).toStrictEqual(lost.map(toCompared));
    expect(report).toMatchObject({ orders: { recovered: 20, completed: 0, known: 0 }, staysShut: null });
    expect(world.ledger.all('lane')[0]).toMatchObject({ ledger: 'the-second', hold: null });
    expect(world.ledger.all('lane')[0]?.proof.provenAt).not.toBeNull();
  });

  it('makes not one document more when the shop’s newest states come again', async () => {
    const { world, histories } = await lostWorld();
    const before = invoicesOf(world.co3).length;
    for (const history of histories.slice(0, 10)) await world.arrive(newestOf(history));
    await world.deliver();
    await rebuild(world);

    for (const history of [...histories, ...histories]) await world.arrive(newestOf(history));
    await world.deliver();
    await world.pass(60 * MINUTE);

    expect(invoicesOf(world.co3)).toHaveLength(before);
    expect(standing(world)).toStrictEqual({ Invoiced: 10, Cancelled: 10 });
    expect(world.ledger.all('letter')).toStrictEqual([]);
  });

  it('makes not one document more for states from before, and closes their letters with the newest', async () => {
    const { world, histories } = await lostWorld();
    const before = invoicesOf(world.co3).length;
    await rebuild(world);

    for (const [first] of histories) await world.arrive(first);
    await world.deliver();
    await world.pass(60 * MINUTE);
    const early = standing(world);
    for (const history of histories) await world.arrive(newestOf(history));
    await world.deliver();
    await world.pass(60 * MINUTE);

    expect(early).toStrictEqual({ Invoiced: 5, OwedAgain: 15 });
    expect(standing(world)).toStrictEqual({ Invoiced: 10, Cancelled: 10 });
    expect(invoicesOf(world.co3)).toHaveLength(before);
    expect(world.ledger.all('letter').every(({ letter }) => letter.state === 'closed')).toBe(true);
  });

  it('takes back an invoice from before whose order is cancelled afterwards', async () => {
    const { world, histories } = await lostWorld();
    await rebuild(world);
    const [paid] = histories[0] ?? [];
    if (paid === undefined) throw new Error('no order');

    await world.arrive({ ...cancelled(paid), changedAt: '2026-12-03T00:00:00.000Z' as Instant });
    await world.deliver();

    expect(invoicesOf(world.co3).at(-1)).toMatchObject({ gross: '-6350.00', fields: { storno_id: '1' } });
    expect(world.order(keyOf(paid))).toMatchObject({ status: 'settled', reason: 'Cancelled' });
  });

  it('is rebuilt a second time without a change', async () => {
    const { world } = await lostWorld();
    await rebuild(world);
    const once = world.ledger.all('recovered');

    const report = await rebuild(world);

    expect(report).toMatchObject({ orders: { recovered: 0, completed: 0, known: 20 }, staysShut: null });
    expect(world.ledger.all('recovered')).toStrictEqual(once);
  });
});

describe('a rebuild', () => {
  it('that is stopped at any call of a port ends well when it is started once more', async () => {
    let reached = 0;
    for (const at of Array.from({ length: 100 }, (_, index) => index + 1)) {
      const killer = makeKiller();
      const { world, histories, lost } = await lostWorld(3, killer.around);
      const sent = invoicesOf(world.co3).length;
      killer.arm((_port, _given, count) => count === at, at % 2 === 0 ? 'before' : 'after');

      const end = await Promise.race([rebuild(world), killer.killed()]);
      killer.disarm();
      if (end !== 'killed') break;
      reached += 1;
      world.clock.advance(2 * MINUTE);
      const report = await rebuild(world);
      await work(world, histories.map(newestOf));

      const documents = world.ledger.all('order').flatMap((order) => order.documents);
      expect({ at, staysShut: report.staysShut, documents: documents.map(toCompared) }).toStrictEqual({
        at,
        staysShut: null,
        documents: lost.map(toCompared),
      });
      expect(invoicesOf(world.co3)).toHaveLength(sent);
    }
    expect(reached).toBeGreaterThan(20);
  });

  it.each([
    ['dropped', 'no-marker'],
    ['first-half', 'not-recognised'],
  ] as const)('opens nothing where CO3 has the comments %s', async (comment, staysShut) => {
    const { world, histories } = await lostWorld();
    const sent = invoicesOf(world.co3).length;
    const account = world.co3.accounts.get('acme');
    for (const invoice of invoicesOf(world.co3)) {
      const kept = comment === 'dropped' ? '' : invoice.comment.slice(0, invoice.comment.length / 2);
      account?.invoices.put(invoice.id, { ...invoice, comment: kept }, world.clock.now());
    }

    const report = await rebuild(world);
    await work(world, histories.map(newestOf));

    expect(report.staysShut).toBe(staysShut);
    expect(world.ledger.all('lane')[0]?.ledger).toBeNull();
    expect(invoicesOf(world.co3)).toHaveLength(sent);
  });
});

describe('a table that was restored as it was half an hour ago', () => {
  it('sends nothing before it is rebuilt', async () => {
    const { world, histories } = await restoredWorld();
    const before = invoicesOf(world.co3).length;

    for (const [first] of histories) await world.arrive(first);
    await world.deliver();
    await world.pass(30 * MINUTE);

    expect(invoicesOf(world.co3)).toHaveLength(before);
    expect(world.ledger.all('lane')[0]?.hold?.reason).toBe('ledger-lost');
  });

  it('is given what was made since, and makes not one document more', async () => {
    const { world, histories } = await restoredWorld();
    const before = invoicesOf(world.co3).length;

    const report = await rebuild(world);
    for (const history of histories) await world.arrive(newestOf(history));
    await world.deliver();
    await world.pass(60 * MINUTE);

    expect(report).toMatchObject({ orders: { known: 4, completed: 11, recovered: 5 }, staysShut: null });
    expect(invoicesOf(world.co3)).toHaveLength(before);
    expect(standing(world)).toStrictEqual({ Invoiced: 10, Cancelled: 10 });
    expect(world.ledger.all('letter').every(({ letter }) => letter.state === 'closed')).toBe(true);
  });
});

/** One order's states, as its shop sent them. */
type History = readonly [OrderSnapshot, ...OrderSnapshot[]];

const newestOf = (history: History): OrderSnapshot => history.at(-1) ?? history[0];

const LATER = '2026-12-02T10:30:00.000Z' as Instant;

const toHistories = (orders: number): readonly History[] =>
  Array.from({ length: orders }, (_, index) => {
    const paid = anOrder({ orderId: String(1001 + index), number: `#${1001 + index}` });
    const later = [null, partRefunded, wholeRefunded, cancelled][index % 4]?.(paid);
    return later === undefined ? [paid] : [paid, later];
  });

const partRefunded = (paid: OrderSnapshot): OrderSnapshot => ({
  ...paid,
  changedAt: LATER,
  refunds: [aRefund()],
  rows: [aRow({ currentQuantity: '1' }), aShippingRow()],
  currentTotalMinor: 381_000,
});

const wholeRefunded = (paid: OrderSnapshot): OrderSnapshot => {
  const rows = [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }];
  return {
    ...paid,
    changedAt: LATER,
    refunds: [aRefund({ rows, shippingMinor: 127_000, returnedMinor: 635_000 })],
    rows: [aRow({ currentQuantity: '0' }), aShippingRow()],
    currentTotalMinor: 0,
  };
};

const cancelled = (paid: OrderSnapshot): OrderSnapshot => ({ ...wholeRefunded(paid), cancelledAt: LATER });

const newWorld = (around?: Around): SimulatedWorld => {
  const plain = { comment: 'whole', rounding: 'row', forintDecimals: 2, jitterMs: 0 } as const;
  return makeSimulatedWorld({ seed: 1, dialect: plain, ...(around === undefined ? {} : { around }) });
};

const work = async (world: SimulatedWorld, snapshots: readonly OrderSnapshot[]): Promise<void> => {
  for (const snapshot of snapshots) await world.arrive(snapshot);
  await world.deliver();
  await world.pass(3 * MINUTE);
};

/** Every order in its newest state and settled; then the table is another one, and empty. */
const lostWorld = async (orders = 20, around?: Around) => {
  const world = newWorld(around);
  const histories = toHistories(orders);
  await work(
    world,
    histories.map(([first]) => first),
  );
  await work(world, histories.map(newestOf));
  const lost = world.ledger.all('order').flatMap(({ documents }) => documents);
  if (lost.length !== histories.flat().length) throw new Error(`${lost.length} documents were made`);
  world.ledger.replace('the-second');
  return { world, histories, lost };
};

/** The backup knows fifteen orders as they were at first; what has been made since stands in CO3 alone. */
const restoredWorld = async () => {
  const world = newWorld();
  const histories = toHistories(20);
  await work(
    world,
    histories.slice(0, 15).map(([first]) => first),
  );
  const backup = world.ledger.backUp();
  await work(
    world,
    histories.slice(15).map(([first]) => first),
  );
  await work(world, histories.map(newestOf));
  world.ledger.replace('the-second', backup);
  return { world, histories };
};

const rebuild = async (world: SimulatedWorld): Promise<RebuildReport> => {
  const window = { from: '2026-11-30' as Day, to: '2026-12-03' as Day };
  const report = await rebuildLedger(
    { ...world.deps, say: () => undefined },
    {
      account: anAccount(),
      contract: PLAIN_CONTRACT,
      shops: [aShop()],
      stage: 'test',
      window,
      whole: window,
      isNothingElseThere: false,
    },
    () => undefined,
  );
  if (!report.ok) throw new Error(report.problem);
  return report.value;
};

const toCompared = ({ draft, ...document }: LiveDocument) => {
  const { id, purpose, generation, marker, corrects, contactId, currency, totalMinor, paidMinor } = document;
  const { payment, language, customerVatType, bankAccount, fxRate, paymentDays } = draft;
  return {
    ...{ id, purpose, generation, marker, corrects, contactId, currency, totalMinor, paidMinor },
    ...{ payment, language, customerVatType, bankAccount, fxRate, paymentDays },
    gross: [...grossByVat(draft.rows)],
  };
};

const standing = (world: SimulatedWorld): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { reason } of world.ledger.all('order')) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};
