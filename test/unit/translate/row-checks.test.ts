import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import type { OrderRow } from '../../../lib/event/snapshot.ts';
import { checkRows, checkVat } from '../../../lib/translate/row-checks.ts';
import { anOrder, aRow } from '../../support/orders.ts';

const check = (row: Partial<OrderRow>) => checkRows(anOrder({ rows: [aRow(), aRow(row)] }));

it('passes figures that agree', () => {
  expect(check({})).toStrictEqual(ok(null));
});

it.each([
  ['one minor unit more tax', { netMinor: 400_000, taxMinor: 108_001, grossMinor: 508_001 }],
  ['one minor unit less tax', { netMinor: 400_000, taxMinor: 107_999, grossMinor: 507_999 }],
  ['two tax lines', { netMinor: 10_000, taxMinor: 850, grossMinor: 10_850, rates: ['6', '2.5'] }],
  ['no tax and no rate', { netMinor: 10_000, taxMinor: 0, grossMinor: 10_000, rates: [] }],
])('passes %s', (_title, row) => {
  expect(check(row)).toStrictEqual(ok(null));
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

  it.each([
    ['a tax without a rate', { netMinor: 10_000, taxMinor: 2700, grossMinor: 12_700, rates: [] }, 'VatMismatch'],
    ['a rate without its tax', { netMinor: 10_000, taxMinor: 0, grossMinor: 10_000, rates: ['27'] }, 'VatMismatch'],
    ['a rate below nothing', { netMinor: 10_000, taxMinor: -10_000, grossMinor: 0, rates: ['-100'] }, 'VatMismatch'],
    ['a gross that is not net and tax', { grossMinor: 508_001 }, 'TotalsMismatch'],
    ['an amount of no pieces', { quantity: '0' }, 'TotalsMismatch'],
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
