import { expect, it } from 'vitest';
import { commentOf } from '../../../lib/translate/comment.ts';

it.each([
  ['#1001', 'hu_HU', [], 'Rendelés: #1001'],
  ['#1001', 'en_US', [], 'Order: #1001'],
  [
    '#1001',
    'de_DE',
    ['Innergemeinschaftlich', '', 'Innergemeinschaftlich'],
    'Bestellung: #1001\nInnergemeinschaftlich',
  ],
  ['', 'hu_HU', ['AAM', 'EUT'], 'AAM\nEUT'],
  [' ', 'hu_HU', [' ', 'EUT'], 'EUT'],
])('names the order %s in %s with the phrases %j', (number, language, phrases, comment) => {
  expect(commentOf(number, language, phrases)).toBe(comment);
});
