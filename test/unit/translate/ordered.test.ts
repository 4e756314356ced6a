import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { orderedDigest } from '../../../lib/translate/ordered.ts';
import { aBuyer, anOrder, aRefund, aRow, aShippingRow } from '../../support/orders.ts';

const CARD = aRow({ id: 'card', kind: 'giftcard' });
const FEE = aShippingRow({ id: 'fees', kind: 'fee' });
const AT = '2026-12-03T10:00:00.000Z' as Instant;
const ONE_LEFT = [aRow({ currentQuantity: '1' }), aShippingRow()];
const NONE_LEFT = [aRow({ currentQuantity: '0' }), aShippingRow()];
const BOTH_BACK = aRefund({ rows: [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }] });

describe('the digest of what was ordered', () => {
  it.each<[string, Partial<OrderSnapshot>]>([
    ['a payment', { paid: false }],
    ['a fulfilment', { fulfilledAt: AT, changedAt: AT }],
    ['another buyer', { buyer: aBuyer({ email: 'b@example.com' }) }],
    ['a refund of a piece', { rows: ONE_LEFT, refunds: [aRefund()], currentTotalMinor: 381_000 }],
    ['a refund in two parts', { rows: NONE_LEFT, refunds: [aRefund(), aRefund({ id: 'refund-2' })] }],
    ['a refund of money alone', { refunds: [aRefund({ rows: [], returnedMinor: 100 })] }],
    ['a refund of shipping', { refunds: [aRefund({ rows: [], shippingMinor: 127_000, returnedMinor: 127_000 })] }],
    ['a cancellation', { cancelledAt: AT }],
    ['a cancellation that leaves no pieces', { cancelledAt: AT, paid: false, rows: NONE_LEFT }],
    ['a cancellation with all refunded', { cancelledAt: AT, rows: NONE_LEFT, refunds: [BOTH_BACK] }],
    ['a cancellation after a refund of a piece', { cancelledAt: AT, rows: ONE_LEFT, refunds: [aRefund()] }],
  ])('is not changed by %s', (_, changes) => {
    expect(orderedDigest(anOrder(changes))).toBe(orderedDigest(anOrder()));
  });

  it.each<[string, Partial<OrderSnapshot>]>([
    ['a piece less', { rows: ONE_LEFT }],
    ['a piece more', { rows: [aRow({ currentQuantity: '3' }), aShippingRow()] }],
    ['a removed row', { rows: NONE_LEFT }],
    ['a row that is gone', { rows: [aRow()] }],
    ['an added row', { rows: [aRow(), aShippingRow(), aRow({ id: 'row-2' })] }],
    ['another price', { rows: [aRow({ netMinor: 360_000, taxMinor: 97_200, grossMinor: 457_200 }), aShippingRow()] }],
    ['another VAT', { rows: [aRow({ rates: ['5'] }), aShippingRow()] }],
    ['a piece less beside a refund', { rows: NONE_LEFT, refunds: [aRefund()] }],
  ])('is changed by %s', (_, changes) => {
    expect(orderedDigest(anOrder(changes))).not.toBe(orderedDigest(anOrder()));
  });

  it('is not changed by a cancellation that leaves fees but no goods', () => {
    const emptied = [aRow({ currentQuantity: '0' }), { ...CARD, currentQuantity: '0' }, FEE];

    const cancelled = anOrder({ cancelledAt: AT, paid: false, rows: emptied });

    expect(orderedDigest(cancelled)).toBe(orderedDigest(anOrder({ rows: [aRow(), CARD, FEE] })));
  });

  it.each(['item', 'giftcard'] as const)(
    'is that of the edited order once its last %s is refunded and it is cancelled',
    (kind) => {
      const other = aRow({ id: 'row-2', kind });
      const edited = anOrder({ rows: [aRow({ currentQuantity: '0' }), other] });
      const back = { rowId: 'row-2', quantity: '2', netMinor: 400_000, taxMinor: 108_000 };

      const cancelled = anOrder({
        cancelledAt: AT,
        rows: [aRow({ currentQuantity: '0' }), { ...other, currentQuantity: '0' }],
        refunds: [aRefund({ rows: [back] })],
      });

      expect(orderedDigest(cancelled)).toBe(orderedDigest(edited));
    },
  );
});
