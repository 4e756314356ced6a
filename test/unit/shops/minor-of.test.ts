import { describe, expect, it } from 'vitest';
import { minorOf } from '../../../lib/shops/minor-of.ts';

describe('minorOf', () => {
  it.each([
    ['a text', '787', 78_700],
    ['a text with its decimals', '-16.20', -1_620],
    ['a number', 44.54, 4_454],
    ['a number with the tail of a double', 17.990000000000002, 1_799],
    ['a zero that was negative', '-0.00', 0],
    ['an empty text', '', undefined],
    ['nothing', null, undefined],
    ['more decimals than the currency has', '0.62125', undefined],
    ['a number with more decimals', 0.621_25, undefined],
    ['no number', Number.NaN, undefined],
    ['a decimal comma', '1,50', undefined],
    ['a list', ['1'], undefined],
  ])('takes %s for an amount in HUF, or for none', (_case, value, expected) => {
    expect(minorOf(value, 'HUF')).toStrictEqual(expected);
  });
});
