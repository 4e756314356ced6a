import { describe, expect, it } from 'vitest';
import { percentsOf, readTaxRates } from '../../../../lib/shops/woocommerce/tax-rates.ts';

const LINES = [
  { rate_id: 1, rate_percent: 27, compound: false },
  { rate_id: '2', rate_percent: '5.0000', compound: 'false' },
  { rate_id: 3, rate_percent: 9.975, compound: true },
  { rate_id: 4, rate_percent: 2, compound: true },
  { rate_id: 5, rate_percent: 0 },
  { rate_id: 6, rate_code: 'HU-27' },
  { rate_id: 7, rate_percent: 0.1 + 0.2 },
];

describe('percentsOf', () => {
  it.each([
    ['the only rate', [{ id: 1, total: '213' }], ['27']],
    ['an id that is a text', [{ id: '2', total: 4 }], ['5']],
    [
      'two rates',
      [
        { id: 1, total: '27' },
        { id: 2, total: '5' },
      ],
      ['27', '5'],
    ],
    ['a rate of nothing', [{ id: 5, total: '0' }], ['0']],
    ['a rate on a free row', [{ id: 1, total: '0' }], ['27']],
    [
      'a rate that is not of the row',
      [
        { id: 1, total: '27' },
        { id: 2, total: '' },
      ],
      ['27'],
    ],
    [
      'an unknown rate without tax',
      [
        { id: 1, total: '27' },
        { id: 99, total: '0.00' },
      ],
      ['27'],
    ],
    ['a compound rate alone', [{ id: 3, total: '9.975' }], ['9.975']],
    [
      'a compound rate on a plain one',
      [
        { id: 2, total: '5' },
        { id: 3, total: '10.47' },
      ],
      ['5', '10.47375'],
    ],
    [
      'two compound rates',
      [
        { id: 3, total: '1' },
        { id: 2, total: '5' },
        { id: 4, total: '1' },
      ],
      ['5', '10.47375', '2.309475'],
    ],
    ['a percent with the tail of a double', [{ id: 7, total: '1' }], ['0.3']],
  ])('names %s', (_case, taxes, expected) => {
    const faults: string[] = [];

    const percents = percentsOf(readTaxRates({ tax_lines: LINES }), { taxes }, 1, '', faults);

    expect([percents, faults]).toStrictEqual([expected, []]);
  });

  it('names none for a row without tax', () => {
    const faults: string[] = [];

    expect(percentsOf(new Map(), {}, 0, '', faults)).toStrictEqual([]);
    expect(faults).toStrictEqual([]);
  });

  it.each([
    [
      'a rate that is no tax line of the order',
      [{ id: 99, total: '1.2' }],
      'line_items.0.taxes.0.id names no rate of tax_lines',
    ],
    [
      'a tax line without its percent',
      [{ id: 6, total: '0.45' }],
      'line_items.0.taxes.0.id names no rate of tax_lines',
    ],
    ['no rate at all', [], "line_items.0.taxes names no rate for the row's tax"],
    [
      'a rate that is not of the row alone',
      [{ id: 1, total: '' }],
      "line_items.0.taxes names no rate for the row's tax",
    ],
  ])('finds fault with a taxed row of %s', (_case, taxes, expected) => {
    const faults: string[] = [];

    percentsOf(readTaxRates({ tax_lines: LINES }), { taxes }, 45, 'line_items.0.', faults);

    expect(faults).toStrictEqual([expected]);
  });
});
