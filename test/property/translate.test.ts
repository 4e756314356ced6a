import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minorDigits } from '../../lib/event/money.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { DocumentRow } from '../../lib/translate/drafts.ts';
import { owedOf } from '../../lib/translate/owed.ts';
import { roundingStepOf } from '../../lib/translate/row-checks.ts';
import { translateOrder } from '../../lib/translate/translate-order.ts';
import { arbitraryChangedOrder } from '../support/arbitrary-changes.ts';
import { anAccount, arbitraryOrder, aShop, aShopForEverything } from '../support/orders.ts';

it('bills exactly what the shop was left with, whatever the order', () => {
  fc.assert(
    fc.property(arbitraryOrder(), (order) => {
      const drafts = translateOrder(order, aShopForEverything(), anAccount());

      expect(drafts.ok && sumOf(drafts.value.invoice.rows)).toBe(order.currentTotalMinor);
      expect(drafts.ok && drafts.value.owedMinor).toBe(order.currentTotalMinor);
      expect(drafts.ok && drafts.value.invoice.totalMinor).toBe(order.currentTotalMinor);
    }),
    { numRuns: 1000 },
  );
});

it('bills exactly what is left after edits, a second refund and part of the shipping', () => {
  fc.assert(
    fc.property(arbitraryChangedOrder(), (order) => {
      const drafts = translateOrder(order, aShopForEverything(), anAccount());

      expect(drafts.ok ? sumOf(drafts.value.invoice.rows) : drafts.problem.text).toBe(order.currentTotalMinor);
    }),
    { numRuns: 500 },
  );
});

it('bills money that went back beyond or short of the rows in a row of its own', () => {
  fc.assert(
    fc.property(arbitraryOrder(), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (order, share, isShort) => {
      const money = isShort
        ? order.refunds.reduce((sum, refund) => sum + refund.returnedMinor, 0)
        : order.currentTotalMinor;
      const differenceMinor = Math.floor(money * share);
      const moved = isShort ? withLessBack(order, differenceMinor) : withGoodwill(order, differenceMinor);
      fc.pre(differenceMinor !== 0 && differenceMinor < money);

      const drafts = translateOrder(moved, aShopForEverything({ refundDifference: DIFFERENCE }), anAccount());

      const owedMinor = order.currentTotalMinor + (isShort ? differenceMinor : -differenceMinor);
      const own = drafts.ok ? drafts.value.invoice.rows.filter(({ rowId }) => rowId === 'refund-difference') : [];
      expect(drafts.ok ? sumOf(drafts.value.invoice.rows) : drafts.problem.text).toBe(owedMinor);
      expect(own.map((row) => [row.grossMinor, row.vat, grossByHand(row, order.currency)])).toStrictEqual([
        [owedMinor - order.currentTotalMinor, '5', owedMinor - order.currentTotalMinor],
      ]);
    }),
    { numRuns: 500 },
  );
});

it('gives each row a price that leads to its gross when it is rounded once', () => {
  fc.assert(
    fc.property(arbitraryOrder(), (order) => {
      const rows = rowsOf(order);

      const reckoned = rows.map((row) => grossByHand(row, order.currency));

      expect(reckoned).toStrictEqual(rows.map((row) => row.grossMinor));
    }),
    { numRuns: 1000 },
  );
});

it('writes only plain decimals, with two to six of them in a price', () => {
  fc.assert(
    fc.property(arbitraryOrder(), (order) => {
      const texts = rowsOf(order).map((row) => `${row.unitNet} ${row.quantity} ${row.vat} ${row.grossMinor}`);

      for (const text of texts) expect(text).toMatch(/^\d+\.\d{2,6} -?\d+(\.\d{1,3})? \d+(\.\d+)? -?\d+$/);
    }),
  );
});

it('is the same for the same order every time', () => {
  fc.assert(
    fc.property(arbitraryOrder(), (order) => {
      const first = translateOrder(order, aShopForEverything(), anAccount());

      const second = translateOrder(structuredClone(order), aShopForEverything(), anAccount());

      expect(second).toStrictEqual(first);
    }),
  );
});

it('refuses a total that the rows do not add up to', () => {
  fc.assert(
    fc.property(arbitraryOrder(), wrong(), (order, error) => {
      const owed = owedOf({
        ...order,
        totalMinor: order.totalMinor + error,
        currentTotalMinor: order.currentTotalMinor + error,
      });

      expect(!owed.ok && owed.problem.name).toBe('TotalsMismatch');
    }),
  );
});

it('lets a rounding row take up at most one minor unit per row', () => {
  fc.assert(
    fc.property(arbitraryOrder(), fc.integer({ min: 1, max: 12 }), fc.boolean(), (order, size, isMore) => {
      const missed = isMore ? size : -size;
      const shop = aShopForEverything({ roundingRow: { name: 'Kerekítés', vat: '27' } });
      const plain = { ...order, refunds: [], rows: order.rows.map(asOrdered) };
      fc.pre(order.totalMinor > 12);

      const totalMinor = order.totalMinor + missed;
      const drafts = translateOrder({ ...plain, totalMinor, currentTotalMinor: totalMinor }, shop, anAccount());

      if (size <= order.rows.length) expect(drafts.ok && sumOf(drafts.value.invoice.rows)).toBe(totalMinor);
      else expect(!drafts.ok && drafts.problem.name).toBe('TotalsMismatch');
    }),
  );
});

it('refuses a tax that the rates do not explain', () => {
  fc.assert(
    fc.property(arbitraryOrder(), fc.integer({ min: 3, max: 1000 }), (order, error) => {
      const rows = order.rows.map((row, at) =>
        at === 0 ? { ...row, taxMinor: row.taxMinor + error, netMinor: row.netMinor - error } : row,
      );

      fc.pre(roundingStepOf({ ...order, rows }) === 1);

      const owed = owedOf({ ...order, rows });

      expect(!owed.ok && owed.problem.name).toBe('VatMismatch');
    }),
  );
});

it('never owes less than nothing, however odd the figures', () => {
  fc.assert(
    fc.property(oddOrder(), fc.boolean(), (order, refundDifference) => {
      const owed = owedOf(order, { perRowMinor: 0, refundDifference });

      expect(!owed.ok || (owed.value.totalMinor >= 0 && Number.isSafeInteger(owed.value.totalMinor))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('ends in drafts that add up or in a named problem, however odd the order', () => {
  fc.assert(
    fc.property(
      oddOrder(),
      fc.constantFrom(aShop(), aShopForEverything(), aShopForEverything({ refundDifference: DIFFERENCE })),
      (order, shop) => {
        const drafts = translateOrder(order, shop, anAccount());

        const seen = drafts.ok
          ? sumOf(drafts.value.invoice.rows) === drafts.value.owedMinor
          : drafts.problem.text !== '';
        expect(seen).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

const DIFFERENCE = { name: 'Jóváírás', vat: '5' };

const withGoodwill = (order: OrderSnapshot, minor: number): OrderSnapshot => ({
  ...order,
  refunds: [...order.refunds, { id: 'goodwill', rows: [], shippingMinor: 0, returnedMinor: minor }],
});

const withLessBack = (order: OrderSnapshot, minor: number): OrderSnapshot => ({
  ...order,
  refunds: order.refunds.map((refund) => ({ ...refund, returnedMinor: refund.returnedMinor - minor })),
});

const rowsOf = (order: OrderSnapshot): readonly DocumentRow[] => {
  const drafts = translateOrder(order, aShopForEverything(), anAccount());
  if (!drafts.ok) throw new Error(drafts.problem.text);
  return drafts.value.invoice.rows;
};

const sumOf = (rows: readonly DocumentRow[]): number => rows.reduce((sum, row) => sum + row.grossMinor, 0);

const wrong = (): fc.Arbitrary<number> => fc.integer({ min: -1000, max: 1000 }).filter((error) => error !== 0);

const asOrdered = (row: OrderSnapshot['rows'][number]) => ({ ...row, currentQuantity: row.quantity });

/** With tens of thousandths of everything, and one rounding at the end. */
const grossByHand = (row: DocumentRow, currency: string): number => {
  const [quantity, price, percent] = [row.quantity, row.unitNet, row.vat].map(scaledByMillion);
  if (quantity === undefined || price === undefined || percent === undefined) throw new Error('a row without figures');
  const exact = quantity * price * (100_000_000n + percent);
  const unit = 10n ** BigInt(6 + 6 + 8 - minorDigits(currency));
  const size = exact < 0n ? -exact : exact;
  const rounded = (2n * size + unit) / (2n * unit);
  return Number(exact < 0n ? -rounded : rounded);
};

const scaledByMillion = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
};

/** Orders that no shop would send: any amounts, any refunds, any quantities. */
const oddOrder = (): fc.Arbitrary<OrderSnapshot> =>
  fc
    .record({
      order: arbitraryOrder(),
      minor: fc.integer({ min: -1000, max: 1000 }),
      quantity: fc.constantFrom('0', '1', '2.5', '-1', '3'),
      refundedQuantity: fc.constantFrom('0', '1', '-1', '7'),
      rowId: fc.constantFrom('row-1', 'row-2', 'nowhere'),
      isCancelled: fc.boolean(),
      paid: fc.boolean(),
      isOwnTotal: fc.boolean(),
    })
    .map(({ order, minor, quantity, refundedQuantity, rowId, isCancelled, paid, isOwnTotal }) => {
      const rows = order.rows.map((row, at) => (at === 0 ? { ...row, currentQuantity: quantity } : row));
      const part = { rowId, quantity: refundedQuantity, netMinor: minor, taxMinor: 0 };
      const more = { id: 'more', rows: [part], shippingMinor: 0, returnedMinor: minor };
      return {
        ...order,
        rows,
        refunds: [...order.refunds, more],
        paid,
        cancelledAt: isCancelled ? order.changedAt : null,
        currentTotalMinor: isOwnTotal ? order.currentTotalMinor - minor : minor,
      };
    });
