import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../infra/local/co3/account.ts';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { runAudit } from '../../lib/deliver/run-audit.ts';
import type { Day } from '../../lib/event/time.ts';
import { take, worldOf } from '../support/delivery-stories.ts';
import { anAccount, anOrder, aPartlyRefundedOrder, aShop } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const auditOf = async (world: SimulatedWorld, from: string, to: string, shop = aShop()) => {
  const asked = {
    shop,
    account: anAccount(),
    contract: PLAIN_CONTRACT,
    stage: 'test',
    from: from as Day,
    to: to as Day,
  };
  const report = await runAudit({ ...world.deps, say: () => undefined }, asked, () => undefined);
  if (!report.ok) throw new Error(report.problem);
  return report.value.findings.map(({ name, severity }) => `${name} ${severity}`);
};

/** Invoiced on the second; a second document of the given kind by hand on the fourth. */
const withLater = async (change: (mine: Invoice) => Partial<Invoice>) => {
  const world = makeSimulatedWorld({ seed: 1, dialect: PLAIN_DIALECT });
  await take(world, anOrder());
  await world.pass(2 * DAY);
  const account = world.co3.accounts.get('acme');
  const [mine] = invoicesOf(world.co3);
  if (account === undefined || mine === undefined) throw new Error('nothing was made');
  account.invoices.put(2, { ...mine, id: 2, number: 'V-2026/2', ...change(mine) }, world.clock.now());
  return world;
};
const on4 = (mine: Invoice) => ({ fields: { ...mine.fields, issue_date: '2026-12-04' } });
const storno = (mine: Invoice) => ({
  gross: `-${mine.gross}`,
  fields: { ...mine.fields, issue_date: '2026-12-04', storno_id: '1' },
});

describe('an audit of the days after the invoice’s', () => {
  it('names a double of an invoice of the month before', async () => {
    const world = await withLater(on4);

    const audits = [await auditOf(world, '2026-12-02', '2026-12-04'), await auditOf(world, '2026-12-03', '2026-12-31')];

    for (const audit of audits) expect(audit).toContain('Doubled fault');
  });

  it('names a storno by hand that bears its invoice’s comment', async () => {
    const world = await withLater(storno);

    const audits = [await auditOf(world, '2026-12-02', '2026-12-04'), await auditOf(world, '2026-12-03', '2026-12-31')];

    for (const audit of audits) expect(audit).toContain('StornoByHand fault');
  });

  it('names a storno by hand without a comment', async () => {
    const world = await withLater((mine) => ({ ...storno(mine), comment: '' }));

    const audits = [await auditOf(world, '2026-12-02', '2026-12-04'), await auditOf(world, '2026-12-03', '2026-12-31')];

    for (const audit of audits) expect(audit).toContain('StornoByHand fault');
  });
});

it('a correction that waits for its release is no fault', async () => {
  const world = worldOf();
  await take(world, anOrder());
  const supervised = aShop({ mode: 'supervised' });
  const settings = world.deps.settings.shops as Map<string, unknown>;
  settings.set(supervised.id, supervised);
  await take(world, aPartlyRefundedOrder());
  await world.pass(5 * MINUTE);

  expect(world.order()).toMatchObject({ status: 'release' });
  expect(await auditOf(world, '2026-12-02', '2026-12-02', supervised)).not.toContain('OwedDiffers fault');
});
