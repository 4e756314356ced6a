import { expect, it } from 'vitest';
import { toTableText } from '../../../../lib/cli/view/table-text.ts';

it('aligns its columns without frames', () => {
  const drawn = toTableText(
    ['code', 'name'],
    [
      ['22', 'InvalidEmail'],
      ['303', 'X'],
    ],
    undefined,
  );

  expect(drawn).toBe('code  name\n22    InvalidEmail\n303   X');
});

it('wraps the widest column where the width is given', () => {
  const drawn = toTableText(['code', 'advice'], [['22', 'Correct the e-mail in the shop']], 24);

  expect(drawn).toBe('code  advice\n22    Correct the\n      e-mail in the\n      shop');
});

it('keeps the lines of a cell', () => {
  expect(toTableText([], [['a', 'one\ntwo']], undefined)).toBe('a  one\n   two');
});
