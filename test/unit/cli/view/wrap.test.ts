import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapText } from '../../../../lib/cli/view/wrap.ts';

it.each([
  ['leaves a text that fits', 'a few words', 20, 'a few words'],
  ['breaks between words', 'one two three', 7, 'one two\nthree'],
  ['breaks a word that is longer than the line', 'id 0123456789', 5, 'id\n01234\n56789'],
  ['keeps the lines that are there', 'one\ntwo three', 5, 'one\ntwo\nthree'],
  ['keeps the indent', '  one two', 5, '  one\n  two'],
])('%s', (_, text, width, wrapped) => {
  expect(wrapText(text, width)).toBe(wrapped);
});

it('loses nothing but spaces, and no line is too long', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (text, width) => {
      const lines = wrapText(text, width).split('\n');

      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }),
  );
});
