import { expect, it } from 'vitest';
import { isTaxNumber } from '../../../../infra/local/co3/tax-number.ts';

it.each(['12345676-2-41', '12345676241', 'HU12345676', 'DE123456789', 'ATU12345678'])('takes %s', (text) => {
  expect(isTaxNumber(text)).toBe(true);
});

it.each(['12345675-2-41', '12345676-9-41', '1234567-2-41', 'HU12345675', 'ZZ123456789', 'adószám', '12345676-2-4x'])(
  'does not take %s',
  (text) => {
    expect(isTaxNumber(text)).toBe(false);
  },
);
