import { expect, it } from 'vitest';
import { foldKey, foldText, orEmpty } from '../../../lib/translate/fold.ts';

it.each([
  ['Banki  Átutalás ', 'banki atutalas'],
  ['ŐRÜLT tükör', 'orult tukor'],
  ['bacs_debit', 'bacs_debit'],
])('reads %s without accents, case and needless blanks', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it.each(['note_attributes.adoszam', 'Note Attributes: Adószám', 'noteAttributes/ADÓSZÁM'])(
  'takes the place %s for the same, whatever its punctuation',
  (place) => {
    expect(foldKey(place)).toBe('noteattributesadoszam');
  },
);

it.each([
  ['  ', ''],
  ['\n\t', ''],
  [' Anna ', ' Anna '],
  ['', ''],
])('empties %j to %j only where it is blank', (text, result) => {
  expect(orEmpty(text)).toBe(result);
});
