import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minorDigits } from '../../lib/event/money.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { differenceRows } from '../../lib/translate/difference.ts';
import { toDocumentRow } from '../../lib/translate/document-rows.ts';
import type { DocumentRow } from '../../lib/translate/drafts.ts';
import type { DifferenceContext } from '../../lib/translate/row-difference.ts';
import { translateOrder } from '../../lib/translate/translate-order.ts';
import { percentOfVat } from '../../lib/translate/vat-factor.ts';
import { arbitraryChangedOrder } from '../support/arbitrary-changes.ts';
import { anAccount, aShopForEverything } from '../support/orders.ts';

it('brings the documents to what is owed, whatever was owed before', () => {
  fc.assert(
    fc.property(history(), ({ context, states }) => {
      let live: readonly DocumentRow[] = [];

      for (const owed of states) {
        live = [...live, ...difference(live, owed, context)];
        expect(sumsOf(live)).toStrictEqual(sumsOf(owed));
      }
    }),
    { numRuns: 1000 },
  );
});

it('brings each row of the order to what is owed of it', () => {
  fc.assert(
    fc.property(history(), ({ context, states }) => {
      const live = documentsOf(states, context);
      const owed = states.at(-1) ?? [];

      const byRow = (rows: readonly DocumentRow[]) =>
        sumsOf(rows.map((row) => ({ ...row, vat: `${row.rowId} ${row.vat}` })));
      expect(byRow(live)).toStrictEqual(byRow(owed));
    }),
    { numRuns: 500 },
  );
});

it('bears only rows whose gross comes out of their own figures', () => {
  fc.assert(
    fc.property(history(), ({ context, states }) => {
      const rows = documentsOf([...states, []], context);

      for (const row of rows) {
        expect(grossByHand(row, context.currency)).toBe(row.grossMinor);
        expect(`${row.quantity} ${row.unitNet}`).toMatch(/^-?\d+(\.\d+)? \d+\.\d{2,6}$/);
        expect(row.grossMinor).not.toBe(0);
      }
    }),
    { numRuns: 1000 },
  );
});

it('leaves nothing under any VAT once nothing is owed', () => {
  fc.assert(
    fc.property(history(), ({ context, states }) => {
      const live = documentsOf([...states, []], context);

      expect(sumsOf(live)).toStrictEqual({});
      expect(difference(live, [], context)).toStrictEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it('takes an invoice back in its very rows', () => {
  fc.assert(
    fc.property(history(), ({ context, states }) => {
      const [invoice = []] = states;

      const storno = difference(invoice, [], context);

      expect(storno.map(unsigned)).toStrictEqual(invoice.map(unsigned));
      expect(storno.map(({ grossMinor }) => -grossMinor)).toStrictEqual(invoice.map(({ grossMinor }) => grossMinor));
      expect(storno.map(({ quantity }) => -Number(quantity))).toStrictEqual(
        invoice.map(({ quantity }) => Number(quantity)),
      );
    }),
  );
});

it('takes documents back that were read from CO3, which names no row of the order', () => {
  fc.assert(
    fc.property(history(), ({ context, states }) => {
      const read = documentsOf(states, context).map((row) => ({ ...row, rowId: '' }));

      const storno = difference(read, [], context);

      expect(sumsOf([...read, ...storno])).toStrictEqual({});
    }),
  );
});

it('brings the invoice of an order to what edits and refunds have left of it', () => {
  fc.assert(
    fc.property(arbitraryChangedOrder(), (changed) => {
      const { currency, taxesIncluded } = changed;
      const placed = asPlaced(changed);
      const [invoice, owed] = [placed, changed].map(rowsOfOrder);

      const correction = difference(invoice ?? [], owed ?? [], { currency, taxesIncluded, language: 'hu_HU' });

      expect(sumsOf([...(invoice ?? []), ...correction])).toStrictEqual(sumsOf(owed ?? []));
    }),
    { numRuns: 500 },
  );
});

const VATS = ['27', '27', '5', '18', '8.5', '0', 'EUT'];
const NAMES = ['row-1', 'row-2', 'row-3', 'refund-difference'];

/** What one row of the order is worth at a time. Few quantities and prices, so that either often stays as it was. */
const state = () =>
  fc.record({
    quantity: fc.constantFrom('1', '2', '3', '7', '0.333', '2.5', '3000000'),
    amountMinor: fc.oneof(fc.constantFrom(100, 1000, 99_999, 333_333), fc.integer({ min: 1, max: 900_000_000 })),
    isNegative: fc.boolean(),
    vat: fc.constantFrom(...VATS),
    isProRata: fc.boolean(),
  });

type State = ReturnType<typeof state> extends fc.Arbitrary<infer T> ? T : never;

/** What is owed at one time after another: rows change, go, and come back. */
const history = (): fc.Arbitrary<{ context: DifferenceContext; states: readonly (readonly DocumentRow[])[] }> =>
  fc
    .record({
      currency: fc.constantFrom('HUF', 'EUR', 'JPY', 'KWD'),
      taxesIncluded: fc.boolean(),
      language: fc.constantFrom('hu_HU', 'en_US'),
      states: fc.array(fc.array(fc.option(state(), { freq: 3 }), { minLength: 1, maxLength: NAMES.length }), {
        minLength: 1,
        maxLength: 6,
      }),
    })
    .map(({ currency, taxesIncluded, language, states }) => {
      const context = { currency, taxesIncluded, language };
      return {
        context,
        states: states.map((rows) => rows.flatMap((row, at) => toRows(row, NAMES[at] ?? '', context))),
      };
    });

const asPlaced = (order: OrderSnapshot): OrderSnapshot => {
  const rows = order.rows.filter((row) => row.id !== 'added').map((row) => ({ ...row, currentQuantity: row.quantity }));
  return { ...order, rows, refunds: [], currentTotalMinor: order.totalMinor };
};

const rowsOfOrder = (order: OrderSnapshot): readonly DocumentRow[] => {
  const drafts = translateOrder(order, aShopForEverything(), anAccount());
  if (!drafts.ok) throw new Error(drafts.problem.text);
  return drafts.value.invoice.rows;
};

const toRows = (one: State | null, rowId: string, context: DifferenceContext): readonly DocumentRow[] => {
  if (one === null) return [];
  const { quantity, vat, isProRata } = one;
  const sizeMinor = isProRata ? Math.max(1, Math.round(Number(quantity) * 1000)) : one.amountMinor;
  const grossMinor = one.isNegative && rowId === 'refund-difference' ? -sizeMinor : sizeMinor;
  const percent = percentOfVat(vat);
  const netMinor = Math.round((grossMinor * 100) / (100 + Number(percent)));
  const amounts = { netMinor, taxMinor: grossMinor - netMinor, grossMinor };
  const row = {
    ...amounts,
    id: rowId,
    kind: 'item',
    sku: '',
    name: rowId,
    quantity,
    currentQuantity: quantity,
    rates: [percent],
  } as const;
  const made = toDocumentRow(
    { ...amounts, index: 0, row: { ...row, rates: [percent] }, quantity },
    { vatCase: 'domestic', vat, percent, phrase: '' },
    { ...context, unit: 'db' },
  );
  if (!made.ok) throw new Error(made.problem.text);
  return [made.value];
};

const difference = (
  live: readonly DocumentRow[],
  owed: readonly DocumentRow[],
  context: DifferenceContext,
): readonly DocumentRow[] => {
  const rows = differenceRows(live, owed, context);
  if (!rows.ok) throw new Error(rows.problem.text);
  return rows.value;
};

const documentsOf = (states: readonly (readonly DocumentRow[])[], context: DifferenceContext): readonly DocumentRow[] =>
  states.reduce<readonly DocumentRow[]>((live, owed) => live.concat(difference(live, owed, context)), []);

const unsigned = ({ quantity, netMinor, grossMinor, ...row }: DocumentRow) => ({
  ...row,
  quantity: quantity.replace('-', ''),
  netMinor: Math.abs(netMinor),
  grossMinor: Math.abs(grossMinor),
});

/** By hand, without what comes to nothing. */
const sumsOf = (rows: readonly DocumentRow[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { vat, grossMinor } of rows) sums[vat] = (sums[vat] ?? 0) + grossMinor;
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, minor]) => minor !== 0)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
};

/** With millionths of everything, and one rounding at the end. */
const grossByHand = (row: DocumentRow, currency: string): number => {
  const percent = row.vat === 'EUT' ? '0' : row.vat;
  const exact =
    scaledByMillion(row.quantity) * scaledByMillion(row.unitNet) * (100_000_000n + scaledByMillion(percent));
  const unit = 10n ** BigInt(6 + 6 + 8 - minorDigits(currency));
  const size = exact < 0n ? -exact : exact;
  const rounded = Number((2n * size + unit) / (2n * unit));
  return exact < 0n ? -rounded : rounded;
};

const scaledByMillion = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(6, '0')}`);
};
