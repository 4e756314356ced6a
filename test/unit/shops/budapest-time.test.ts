import { expect, it } from 'vitest';
import { parseBudapest } from '../../../lib/shops/budapest-time.ts';
import { wholeName } from '../../../lib/shops/whole-name.ts';

it.each([
  ['2026.12.02 10:00:00', '2026-12-02T09:00:00.000Z'],
  ['2026-07-02T10:00:00', '2026-07-02T08:00:00.000Z'],
  ['2026-07-02 00:30', '2026-07-01T22:30:00.000Z'],
  ['2026.10.25 02:30:00', '2026-10-25T00:30:00.000Z'],
  ['2026.10.25 03:30:00', '2026-10-25T02:30:00.000Z'],
  ['2026.03.29 01:59:59', '2026-03-29T00:59:59.000Z'],
  ['2026.03.29 03:00:00', '2026-03-29T01:00:00.000Z'],
  ['2026.13.02 10:00:00', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['-0001-11-30T00:00:00', undefined],
  ['tegnap', undefined],
])('takes %s in Budapest for %s', (text, expected) => {
  expect(parseBudapest(text)).toBe(expected);
});

it.each([
  ['Minta Anna Mária', 'HU', { first: 'Anna Mária', last: 'Minta' }],
  ['Anna Maria Muster', 'AT', { first: 'Anna Maria', last: 'Muster' }],
  [' Minta ', 'HU', { first: '', last: 'Minta' }],
  ['', 'HU', { first: '', last: '' }],
])('cuts the name %j of %s', (text, country, name) => {
  expect(wholeName(text, country)).toStrictEqual(name);
});
