import { expect, it } from 'vitest';
import { formatDecimal } from '../../../lib/event/decimal.ts';
import { piecesOf, priceNote, quantityNote } from '../../../lib/translate/row-notes.ts';

it.each([
  ['hu_HU', 'Mennyiség: 3000000 db', 'Árkülönbözet'],
  ['en_US', 'Quantity: 3000000 db', 'Price difference'],
])('speaks the language %s', (language, quantity, price) => {
  expect([quantityNote(language, '3000000', 'db'), priceNote(language)]).toStrictEqual([quantity, price]);
});

it.each([
  ['a row without a note', '-2.5', '', '-2.5'],
  ['one piece of a whole price', '1', quantityNote('hu_HU', '3000000.5', 'db'), '3000000.5'],
  ['one piece of a whole price taken back', '-1', quantityNote('en_US', '3000000', 'db'), '-3000000'],
  ['a change of a price', '-1', priceNote('hu_HU'), '0'],
  ['a change of a price in English', '1', priceNote('en_US'), '0'],
  ['a row with some other note', '3', 'Quantity', '3'],
])('counts the pieces of %s', (_, quantity, note, pieces) => {
  expect(formatDecimal(piecesOf({ quantity, note }), 0)).toBe(pieces);
});
