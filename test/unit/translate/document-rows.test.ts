import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import type { OrderRow } from '../../../lib/event/snapshot.ts';
import { type RowContext, toDocumentRow, toOwnRow } from '../../../lib/translate/document-rows.ts';
import { aRow } from '../../support/orders.ts';

const CONTEXT: RowContext = { currency: 'HUF', taxesIncluded: true, language: 'hu_HU', unit: 'db' };
const FULL = { vatCase: 'domestic', vat: '27', percent: '27', phrase: '' } as const;
const MANY = { quantity: '3000000', netMinor: 10_000_000, taxMinor: 2_700_001, grossMinor: 12_700_001 };

it('bears name, quantity, price and VAT', () => {
  expect(rowOf({ quantity: '2.0' })).toStrictEqual(
    ok({
      rowId: 'row-1',
      name: 'Bögre',
      sku: 'MUG-1',
      quantity: '2',
      unit: 'db',
      unitNet: '2000.00',
      vat: '27',
      netMinor: 400_000,
      grossMinor: 508_000,
      note: '',
    }),
  );
});

it('leaves long and odd texts alone, and empties blank ones', () => {
  const name = `${'ő'.repeat(9990)}]]>&"'🎁中\u0007`;

  const row = rowOf({ name, sku: '  ' });

  expect(row.ok && [row.value.name, row.value.sku]).toStrictEqual([name, '']);
});

it('has a negative quantity where it takes back, and a positive price', () => {
  const row = rowOf({ netMinor: -400_000, taxMinor: -108_000, grossMinor: -508_000 });

  expect(row.ok && [row.value.quantity, row.value.unitNet, row.value.grossMinor]).toStrictEqual([
    '-2',
    '2000.00',
    -508_000,
  ]);
});

describe('so many pieces that no price is fine enough', () => {
  it.each([
    ['hu_HU', 'Mennyiség: 3000000 db'],
    ['en_US', 'Quantity: 3000000 db'],
  ])('are one piece of the whole price, with their number in a note in %s', (language, note) => {
    const row = rowOf(MANY, language);

    expect(row.ok && row.value).toMatchObject({ quantity: '1', unitNet: '100000.01', grossMinor: 12_700_001, note });
  });

  it('are one piece less where they are taken back', () => {
    const row = rowOf({ quantity: '3000000', netMinor: -10_000_000, taxMinor: -2_700_001, grossMinor: -12_700_001 });

    expect(row.ok && [row.value.quantity, row.value.unitNet]).toStrictEqual(['-1', '100000.01']);
  });

  it('are refused where not even that comes out', () => {
    const coarse = { ...FULL, vat: '99999999999', percent: '99999999999' };

    const row = toDocumentRow({ ...aRow(MANY), index: 0, row: aRow(MANY) }, coarse, CONTEXT);

    expect(!row.ok && row.problem).toStrictEqual({
      name: 'TotalsMismatch',
      text: 'No price of row 1 comes to 127000.01 HUF with 99999999999 %.',
      fields: [{ path: 'rows.0.grossMinor', value: '12700001', allowed: [] }],
    });
  });
});

describe('a row of ours', () => {
  it.each([
    ['rounding', 2, '1', '0.016', 2],
    ['rounding', -2, '-1', '0.016', -2],
    ['refund-difference', 127_000, '1', '1000.00', 100_000],
    ['refund-difference', -127_000, '-1', '1000.00', -100_000],
  ] as const)('takes up a %s of %i', (rowId, grossMinor, quantity, unitNet, netMinor) => {
    const row = toOwnRow(rowId, grossMinor, { name: 'Különbözet', vat: '27' }, CONTEXT);

    const figures = { quantity, unitNet, vat: '27', netMinor, grossMinor };
    expect(row).toStrictEqual(ok({ rowId, name: 'Különbözet', sku: '', unit: 'db', note: '', ...figures }));
  });

  it('goes by its gross, even where the shop’s prices bear no tax', () => {
    const context = { ...CONTEXT, currency: 'JPY', taxesIncluded: false };

    const row = toOwnRow('refund-difference', 126, { name: 'Különbözet', vat: '27' }, context);

    expect(row.ok && row.value.unitNet).toBe('99.21');
  });

  it('bears its percent as the rows of the order do', () => {
    const row = toOwnRow('rounding', 1, { name: 'Kerekítés', vat: '27.0' }, CONTEXT);

    expect(row.ok && row.value.vat).toBe('27');
  });
});

const rowOf = (overrides: Partial<OrderRow>, language = 'hu_HU') => {
  const row = aRow(overrides);
  return toDocumentRow({ ...row, index: 0, row }, FULL, { ...CONTEXT, language });
};
