import { expect, it } from 'vitest';
import { planOrder } from '../../../lib/deliver/plan.ts';
import { standingOf } from '../../../lib/deliver/settled-by-hand.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { anOrderRecord } from '../../support/ledger-records.ts';
import { anAccount, anOrder, aPartlyRefundedOrder, aShop } from '../../support/orders.ts';

it('an order whose letter a person has discarded rests as it stands, and is told of once it has changed', () => {
  const [resting, changed] = [anOrder(), aPartlyRefundedOrder()].map((snapshot) =>
    planOrder(anOrderRecord({ snapshot, discarded }), aShop(), anAccount(), NOW),
  );

  expect(resting).toStrictEqual({ kind: 'nothing', status: 'settled', reason: 'SettledByHand' });
  expect(changed).toMatchObject({ kind: 'letter', error: { name: 'ChangedAfterDiscard' } });
});

const NOW = Date.parse('2026-12-02T10:00:00Z');
const discarded = {
  id: 'letter-1',
  at: '2026-12-02T09:50:00.000Z' as Instant,
  by: 'erika',
  why: 'billed by hand',
  of: standingOf(anOrderRecord()),
};
