import { expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../../../infra/local/co3/dialect.ts';
import { reckon } from '../../../../infra/local/co3/reckon.ts';

const ROW = { quantity: '1', net_price: '0.335', vat: '0' };

it('rounds in each row or once in the total', () => {
  const rows = [ROW, ROW];

  expect(reckon(rows, 'EUR', { ...PLAIN_DIALECT, rounding: 'row' })).toStrictEqual({ net: '0.68', gross: '0.68' });
  expect(reckon(rows, 'EUR', { ...PLAIN_DIALECT, rounding: 'total' })).toStrictEqual({ net: '0.67', gross: '0.67' });
});

it('keeps forints with fillér or without, and euros always with cents', () => {
  const rows = [{ quantity: '2', net_price: '1539.89', vat: '27' }];
  const whole = { ...PLAIN_DIALECT, forintDecimals: 0 as const };

  expect(reckon(rows, 'HUF', PLAIN_DIALECT)).toStrictEqual({ net: '3079.78', gross: '3911.32' });
  expect(reckon(rows, 'HUF', whole)).toStrictEqual({ net: '3080', gross: '3911' });
  expect(reckon(rows, 'EUR', whole)).toStrictEqual({ net: '3079.78', gross: '3911.32' });
});

it('takes the discount off the net and no VAT where a word stands for it', () => {
  const rows = [{ quantity: '-3', net_price: '10', vat: 'AAM', discount: '10' }];

  expect(reckon(rows, 'EUR', PLAIN_DIALECT)).toStrictEqual({ net: '-27.00', gross: '-27.00' });
});
