import { describe, expect, it } from 'vitest';
import { differenceRows, grossByVat, isSameBalance } from '../../../lib/translate/difference.ts';
import type { DocumentRow } from '../../../lib/translate/drafts.ts';
import { documentRow } from '../../support/drafts.ts';

const CONTEXT = { currency: 'HUF', language: 'hu_HU', taxesIncluded: true };
const MUGS = documentRow();
const SHIPPING = documentRow({
  rowId: 'shipping-1',
  name: 'Házhozszállítás',
  sku: '',
  quantity: '1',
  unitNet: '500.00',
  netMinor: 50_000,
  grossMinor: 63_500,
});

describe('the balance', () => {
  it('is the gross by VAT, without what comes to nothing', () => {
    const rows = [
      MUGS,
      SHIPPING,
      documentRow({ vat: '5', grossMinor: 100 }),
      documentRow({ vat: '5', grossMinor: -100 }),
    ];

    expect([...grossByVat(rows)]).toStrictEqual([['27', 317_500]]);
  });

  it.each([
    ['is the same in other rows of the same VAT', [documentRow({ grossMinor: 317_500 })], true],
    ['differs by a sum', [MUGS], false],
    ['differs by a VAT', [MUGS, { ...SHIPPING, vat: '5' }], false],
    ['differs by one more VAT', [MUGS, SHIPPING, documentRow({ vat: 'EUT', grossMinor: 1 })], false],
  ])('%s', (_, rows, expected) => {
    expect([isSameBalance([MUGS, SHIPPING], rows), isSameBalance(rows, [MUGS, SHIPPING])]).toStrictEqual([
      expected,
      expected,
    ]);
  });

  it('differs where but one of two VATs comes to the same', () => {
    const reduced = documentRow({ vat: '5', grossMinor: 105 });

    expect(isSameBalance([MUGS, reduced], [MUGS, { ...reduced, grossMinor: 210 }])).toBe(false);
  });
});

describe('where nothing is owed any more', () => {
  it('takes back the very rows of the invoice', () => {
    const many = documentRow({
      rowId: 'row-2',
      quantity: '-1',
      vat: 'EUT',
      unitNet: '0.123456',
      netMinor: -12,
      grossMinor: -12,
      note: 'Mennyiség: 3000000 db',
    });

    const rows = differenceRows([MUGS, SHIPPING, many], [], CONTEXT);

    expect(rows).toStrictEqual({
      ok: true,
      value: [
        { ...MUGS, quantity: '-2', netMinor: -200_000, grossMinor: -254_000 },
        { ...SHIPPING, quantity: '-1', netMinor: -50_000, grossMinor: -63_500 },
        { ...many, quantity: '1', netMinor: 12, grossMinor: 12 },
      ],
    });
  });

  it('takes back what earlier corrections have left', () => {
    const back = documentRow({ quantity: '-1', netMinor: -100_000, grossMinor: -127_000 });

    expect(figures([MUGS, SHIPPING, back], [])).toStrictEqual([
      'row-1 27: -1 x 1000.00 = -127000',
      'shipping-1 27: -1 x 500.00 = -63500',
    ]);
  });

  it('takes back both pieces of a row whose price was lowered', () => {
    const cheaper = documentRow({
      quantity: '-1',
      unitNet: '300.00',
      netMinor: -30_000,
      grossMinor: -38_100,
      note: 'Árkülönbözet',
    });

    expect(figures([MUGS, cheaper], [])).toStrictEqual(['row-1 27: -2 x 850.00 = -215900']);
  });

  it('says nothing of what is at nothing', () => {
    const back = documentRow({ quantity: '-2', netMinor: -200_000, grossMinor: -254_000 });

    expect(figures([MUGS, back, documentRow({ rowId: 'free', netMinor: 0, grossMinor: 0 })], [])).toStrictEqual([]);
  });

  it('takes back an invoice that followed a storno, not the one before it', () => {
    const back = documentRow({ quantity: '-2', netMinor: -200_000, grossMinor: -254_000 });
    const again = documentRow({ quantity: '3', unitNet: '900.00', netMinor: 270_000, grossMinor: 342_900 });

    expect(figures([MUGS, back, again], [])).toStrictEqual(['row-1 27: -3 x 900.00 = -342900']);
  });

  it('counts no pieces from before a time when nothing was left', () => {
    const free = documentRow({ quantity: '-1', netMinor: -200_000, grossMinor: -254_000, note: 'Árkülönbözet' });
    const again = documentRow({ quantity: '3', unitNet: '900.00', netMinor: 270_000, grossMinor: 342_900 });
    const more = documentRow({ quantity: '1', unitNet: '900.00', netMinor: 90_000, grossMinor: 114_300 });

    expect(figures([MUGS, free, again, more], [])).toStrictEqual(['row-1 27: -4 x 900.00 = -457200']);
  });

  it('is one piece of the difference where documents show more pieces taken back than money', () => {
    const back = documentRow({ quantity: '-3', unitNet: '400.00', netMinor: -120_000, grossMinor: -152_400 });

    expect(figures([MUGS, back], [])).toStrictEqual(['row-1 27: -1 x 800.00 = -101600 (Árkülönbözet)']);
  });
});

describe('where something else is owed', () => {
  it('prefers the price that was billed to one with fewer decimals', () => {
    const live = documentRow({ unitNet: '99.115', netMinor: 198, grossMinor: 252 });
    const owed = documentRow({ quantity: '1', unitNet: '99.115', netMinor: 99, grossMinor: 126 });

    expect(figures([live], [owed], { currency: 'JPY' })).toStrictEqual(['row-1 27: -1 x 99.115 = -126']);
  });

  it('says nothing of a row that is as it was, were it in other pieces', () => {
    expect(figures([MUGS], [documentRow({ quantity: '4', unitNet: '500.00' })])).toStrictEqual([]);
  });

  it('takes back a piece at the price that it was billed at', () => {
    const owed = documentRow({ quantity: '1', netMinor: 100_000, grossMinor: 127_000 });

    expect(differenceRows([MUGS], [owed], CONTEXT)).toStrictEqual({
      ok: true,
      value: [{ ...MUGS, quantity: '-1', netMinor: -100_000, grossMinor: -127_000 }],
    });
  });

  it('adds pieces at the price that they were billed at', () => {
    const owed = documentRow({ quantity: '3.5', netMinor: 350_000, grossMinor: 444_500 });

    expect(figures([MUGS], [owed])).toStrictEqual(['row-1 27: 1.5 x 1000.00 = 190500']);
  });

  it('finds a price where the one that was billed misses the difference', () => {
    const owed = documentRow({ quantity: '1', netMinor: 100_001, grossMinor: 127_001 });

    expect(figures([MUGS], [owed])).toStrictEqual(['row-1 27: -1 x 999.99 = -126999']);
  });

  it.each([
    ['hu_HU', 'Árkülönbözet'],
    ['en_US', 'Price difference'],
  ])('changes a price by one piece of the difference, and says so in %s', (language, note) => {
    const owed = documentRow({ unitNet: '850.00', netMinor: 170_000, grossMinor: 215_900 });

    const rows = differenceRows([MUGS], [owed], { ...CONTEXT, language });

    const change = { quantity: '-1', unitNet: '300.00', netMinor: -30_000, grossMinor: -38_100, note };
    expect(rows).toStrictEqual({ ok: true, value: [{ ...MUGS, ...change }] });
  });

  it('counts no piece of a changed price', () => {
    const cheaper = documentRow({
      quantity: '-1',
      unitNet: '300.00',
      netMinor: -30_000,
      grossMinor: -38_100,
      note: 'Árkülönbözet',
    });
    const owed = documentRow({ quantity: '1', unitNet: '850.00', netMinor: 85_000, grossMinor: 107_950 });

    expect(figures([MUGS, cheaper], [owed])).toStrictEqual(['row-1 27: -1 x 850.00 = -107950']);
  });

  it('is one piece of the whole price where no price is fine enough, with the pieces in a note', () => {
    const live = documentRow({ quantity: '5000000', unitNet: '0.01', netMinor: 5_000_000, grossMinor: 6_350_000 });
    const owed = documentRow({ quantity: '2000000', unitNet: '0.01', netMinor: 2_000_000, grossMinor: 2_540_000 });
    const odd = { ...live, netMinor: 5_000_001, grossMinor: 6_350_001 };

    expect([figures([live], [owed]), figures([odd], [owed])]).toStrictEqual([
      ['row-1 27: -3000000 x 0.01 = -3810000'],
      ['row-1 27: -1 x 30000.01 = -3810001 (Mennyiség: 3000000 db)'],
    ]);
  });

  it('counts the pieces that a note names', () => {
    const note = 'Mennyiség: 5000000 db';
    const live = documentRow({ quantity: '1', unitNet: '50000.01', netMinor: 5_000_001, grossMinor: 6_350_001, note });
    const owed = documentRow({ quantity: '4000000', unitNet: '0.0125', netMinor: 5_000_000, grossMinor: 6_350_000 });

    expect(figures([live], [owed])).toStrictEqual(['row-1 27: -1 x 0.01 = -1 (Mennyiség: 1000000 db)']);
  });

  it('bears an added row as it is owed, and takes back a removed one', () => {
    expect(figures([MUGS], [SHIPPING])).toStrictEqual([
      'row-1 27: -2 x 1000.00 = -254000',
      'shipping-1 27: 1 x 500.00 = 63500',
    ]);
  });

  it('takes a row back under the old VAT and bears it under the new one', () => {
    const owed = documentRow({ vat: '5', grossMinor: 210_000 });

    expect(figures([MUGS], [owed])).toStrictEqual([
      'row-1 27: -2 x 1000.00 = -254000',
      'row-1 5: 2 x 1000.00 = 210000',
    ]);
  });

  it('takes all back and bears anew what is more pieces for less money', () => {
    const owed = documentRow({ quantity: '3', unitNet: '500.00', netMinor: 150_000, grossMinor: 190_500 });

    expect(figures([MUGS], [owed])).toStrictEqual([
      'row-1 27: -2 x 1000.00 = -254000',
      'row-1 27: 3 x 500.00 = 190500',
    ]);
  });

  it('takes all back and bears anew what has turned its sign', () => {
    const ours = { rowId: 'refund-difference', unitNet: '1.00', vat: 'EUT', netMinor: -100, grossMinor: -100 };
    const live = documentRow({ ...ours, quantity: '-1' });
    const owed = documentRow({ ...ours, quantity: '1', unitNet: '3.00', netMinor: 300, grossMinor: 300 });

    expect(figures([live], [owed])).toStrictEqual([
      'refund-difference EUT: 1 x 1.00 = 100',
      'refund-difference EUT: 1 x 3.00 = 300',
    ]);
  });

  it.each([
    [true, '99.21'],
    [false, '99.00'],
  ])('goes by the side that the shop’s prices stand on (taxes included: %s)', (taxesIncluded, unitNet) => {
    const owed = documentRow({ netMinor: 2099, grossMinor: 2666 });
    const live = documentRow({ netMinor: 2000, grossMinor: 2540 });

    expect(figures([live], [owed], { currency: 'JPY', taxesIncluded })).toStrictEqual([
      `row-1 27: 1 x ${unitNet} = 126 (Árkülönbözet)`,
    ]);
  });

  it('is refused where no price comes to the difference', () => {
    const vat = '99999999999';
    const rows = differenceRows([documentRow({ vat, grossMinor: 254_001 })], [documentRow({ vat })], CONTEXT);

    expect(rows).toStrictEqual({
      ok: false,
      problem: {
        name: 'CorrectionNeeded',
        text: 'No price of the row Bögre comes to its difference.',
        fields: [{ path: 'documents', value: 'Bögre', allowed: [] }],
      },
    });
  });
});

describe('documents that were read back after a loss of the table', () => {
  const read = [MUGS, SHIPPING].map((row) => ({ ...row, rowId: '' }));

  it('are taken back row by row', () => {
    expect(figures(read, [])).toStrictEqual([' 27: -2 x 1000.00 = -254000', ' 27: -1 x 500.00 = -63500']);
  });

  it('are taken back less what was taken back of them before', () => {
    const back = documentRow({ rowId: '', quantity: '-1', netMinor: -100_000, grossMinor: -127_000 });

    expect(figures([...read, back], [])).toStrictEqual([' 27: -1 x 1000.00 = -127000', ' 27: -1 x 500.00 = -63500']);
  });

  it('are not corrected, since nobody knows whose rows theirs are', () => {
    const rows = differenceRows(read, [MUGS], CONTEXT);

    expect(rows).toStrictEqual({
      ok: false,
      problem: {
        name: 'CorrectionNeeded',
        text: 'The documents were read back from CO3, which does not say what rows of the order their rows stand for.',
        fields: [{ path: 'documents', value: 'Bögre', allowed: [] }],
      },
    });
  });

  it('stand in nobody’s way once they are at nothing', () => {
    const back = read.map((row) => ({ ...row, unitNet: '1.00', grossMinor: -row.grossMinor }));

    expect(figures([...read, ...back], [MUGS])).toStrictEqual(['row-1 27: 2 x 1000.00 = 254000']);
  });
});

function figures(
  live: readonly DocumentRow[],
  owed: readonly DocumentRow[],
  context: Partial<typeof CONTEXT> = {},
): readonly string[] {
  const rows = differenceRows(live, owed, { ...CONTEXT, ...context });
  if (!rows.ok) return [rows.problem.text];
  return rows.value.map(
    ({ rowId, vat, quantity, unitNet, grossMinor, note }) =>
      `${rowId} ${vat}: ${quantity} x ${unitNet} = ${grossMinor}${note === '' ? '' : ` (${note})`}`,
  );
}
