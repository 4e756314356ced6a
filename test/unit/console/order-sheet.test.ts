import { expect, it } from 'vitest';
import { orderSheet } from '../../../lib/console/parts/order-sheet.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { anOrderRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';

it.each([
  [null, 'A webáruház nem nevez meg senkit.'],
  ['2027-06-01T10:00:00.000Z' as Instant, 'A vevő adatait töröltük:'],
])('tells an order without a buyer from one whose buyer’s data were cleared at %s', (clearedAt, says) => {
  const order = anOrderRecord({ snapshot: anOrder({ buyer: null }), personal: { forgetSince: null, clearedAt } });

  expect(String(orderSheet(order, undefined, () => false, 'hu'))).toContain(says);
});
