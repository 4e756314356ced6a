import { expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../lib/co3/contract.ts';
import { withHold } from '../../lib/deliver/lane-state.ts';
import { rebuildLedger } from '../../lib/deliver/rebuild.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import type { Day } from '../../lib/event/time.ts';
import { provenWorld, standing, take } from '../support/delivery-stories.ts';
import { anAccount, anOrder, aShop } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { type Shown, showInvoices } from '../support/shown-invoices.ts';
import { makeWorld } from '../support/world.ts';

const MINUTE = 60_000;
const OURS = 'test/shopify:acme.myshopify.com/900/invoice/1';

it.each(['income', 'Outgoing', 'OUTGOING'])(
  'is held where CO3 calls the direction of a document of ours %s',
  async (direction) => {
    const invoices: Shown[] = [{ id: '12', comment: OURS, direction }];
    const co3 = programmedCo3(showInvoices(() => invoices));
    const world = makeWorld({ transport: co3.transport, freshLanes: true });
    await world.arrive(anOrder());
    await world.deliver();
    expect(world.ledger.all('lane')[0]?.hold?.reason).toBe('ledger-lost');
  },
);

it('a rebuild finds documents whose direction CO3 calls otherwise', async () => {
  const co3 = programmedCo3(showInvoices(() => [{ id: '12', comment: OURS, direction: 'income' }]));
  const world = makeWorld({ transport: co3.transport, freshLanes: true });
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
  expect(report).toMatchObject({ value: { outgoing: 1, orders: { recovered: 1 } } });
});

it('a read that CO3 refuses opens no lane', async () => {
  const world = await provenWorld({ bookPayments: { bankcard: 'paid' } });
  world.co3.fault({ kind: 'refuse', code: 202, method: 'getInvoice', times: null });
  const held = { reason: 'breaker', code: 18, method: 'setInvoice' } as const;
  await take(world, anOrder({ paid: true }));
  await updateRecord(
    world.deps,
    'lane',
    'acme',
    (lane) => lane && { ...withHold(lane, held, world.clock.now()), refusals: { setInvoice: { code: 18, count: 5 } } },
  );
  await world.pass(3 * MINUTE);
  expect({ hold: world.ledger.all('lane')[0]?.hold?.reason, s: standing(world).order }).toMatchObject({
    hold: 'breaker',
  });
});
