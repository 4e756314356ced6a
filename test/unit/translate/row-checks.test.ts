import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import type { OrderRow, OrderSnapshot } from '../../../lib/event/snapshot.ts';
import { checkRows, checkVat, roundingStepOf } from '../../../lib/translate/row-checks.ts';
import { anOrder, aRow } from '../../support/orders.ts';

const check = (row: Partial<OrderRow>) => checkRows(anOrder({ rows: [aRow(), aRow(row)] }));

it('passes figures that agree', () => {
  expect(check({})).toStrictEqual(ok(null));
});

it.each([
  ['one minor unit more tax', { netMinor: 400_000, taxMinor: 108_001, grossMinor: 508_001 }],
  ['one minor unit less tax', { netMinor: 400_000, taxMinor: 107_999, grossMinor: 507_999 }],
  ['two tax lines', { netMinor: 10_000, taxMinor: 850, grossMinor: 10_850, rates: ['6', '2.5'] }],
  ['a free row of no pieces', { quantity: '0', netMinor: 0, taxMinor: 0, grossMinor: 0 }],
  ['no tax and no rate', { netMinor: 10_000, taxMinor: 0, grossMinor: 10_000, rates: [] }],
])('passes %s', (_title, row) => {
  expect(check(row)).toStrictEqual(ok(null));
});

describe('the tax of a row', () => {
  it.each([
    ['EUR', 10_000, 2701, true],
    ['EUR', 10_000, 2699, true],
    ['EUR', 10_000, 2702, false],
    ['EUR', 10_000, 2698, false],
    ['EUR', 10_000, 2800, false],
    ['HUF', 10_001, 2701, true],
    ['HUF', 10_000, 2702, false],
  ])('in %s, %d net and %d tax at 27 %, is right to one minor unit: %s', (currency, netMinor, taxMinor, expected) => {
    expect(passes(currency, netMinor, taxMinor)).toBe(expected);
  });

  it.each([
    [10_000, 2800, true],
    [10_000, 2600, true],
    [6300, 1800, true],
    [6300, 1600, false],
    [10_000, 2900, false],
    [10_000, 2500, false],
  ])('in whole forints, %d net and %d tax at 27 %, is right to one forint: %s', (netMinor, taxMinor, expected) => {
    expect(passes('HUF', netMinor, taxMinor)).toBe(expected);
  });

  const passes = (currency: string, netMinor: number, taxMinor: number): boolean => {
    const grossMinor = netMinor + taxMinor;
    return checkRows(anOrder({ currency, rows: [aRow({ netMinor, taxMinor, grossMinor })], totalMinor: grossMinor }))
      .ok;
  };
});

it.each<[string, Partial<OrderSnapshot>, number]>([
  ['a forint where all amounts are whole forints', {}, 100],
  ['a fillér where the total is not', { totalMinor: 635_050 }, 1],
  ['a fillér where the total of today is not', { currentTotalMinor: 634_950 }, 1],
  ['a fillér where a tax is not', { rows: [aRow({ netMinor: 400_050, taxMinor: 107_950 })] }, 1],
  ['a cent', { currency: 'EUR' }, 1],
])('takes a tax for rounded to %s', (_title, order, step) => {
  expect(roundingStepOf(anOrder(order))).toBe(step);
});

describe('refuses', () => {
  it('a tax that is another than the rate’s, and shows both', () => {
    const checked = check({ netMinor: 19_900, taxMinor: 398, grossMinor: 20_298, rates: ['6'] });

    expect(checked).toStrictEqual({
      ok: false,
      problem: {
        name: 'VatMismatch',
        text: 'Row 2 bears 6 % on 199.00 HUF net, but a tax of 3.98 HUF.',
        fields: [
          { path: 'rows.1.rates', value: '6', allowed: [] },
          { path: 'rows.1.taxMinor', value: '398', allowed: [] },
        ],
      },
    });
  });

  it('a gross that is not net and tax, and shows both sums', () => {
    expect(check({ grossMinor: 508_001 })).toStrictEqual({
      ok: false,
      problem: {
        name: 'TotalsMismatch',
        text: 'Row 2: net and tax add up to 5080.00 HUF, its gross says 5080.01 HUF.',
        fields: [{ path: 'rows.1.grossMinor', value: '508001', allowed: [] }],
      },
    });
  });

  it('an amount of no pieces', () => {
    expect(check({ quantity: '0' })).toStrictEqual({
      ok: false,
      problem: {
        name: 'TotalsMismatch',
        text: 'Row 2 has no quantity, but an amount of 5080.00 HUF.',
        fields: [{ path: 'rows.1.quantity', value: '0', allowed: [] }],
      },
    });
  });

  it('a tax of several rates, and names them all', () => {
    const checked = check({ netMinor: 10_000, taxMinor: 100, grossMinor: 10_100, rates: ['6', '2.5'] });

    expect(!checked.ok && checked.problem.fields[0]).toStrictEqual({
      path: 'rows.1.rates',
      value: '6 + 2.5',
      allowed: [],
    });
  });

  it.each([
    ['a tax without a rate', { netMinor: 10_000, taxMinor: 2700, grossMinor: 12_700, rates: [] }, 'VatMismatch'],
    ['a rate without its tax', { netMinor: 10_000, taxMinor: 0, grossMinor: 10_000, rates: ['27'] }, 'VatMismatch'],
    ['a rate below nothing', { netMinor: 10_000, taxMinor: -10_000, grossMinor: 0, rates: ['-100'] }, 'VatMismatch'],
  ])('%s', (_title, row, name) => {
    const checked = check(row);

    expect(!checked.ok && checked.problem.name).toBe(name);
  });
});

it('tolerates just as many minor units as it is told', () => {
  const row = { netMinor: 10_000, taxMinor: 2703, rates: ['27'] };

  expect(checkVat({ currency: 'HUF' }, row, 0, 3).ok).toBe(true);
  expect(checkVat({ currency: 'HUF' }, row, 0, 2).ok).toBe(false);
});
