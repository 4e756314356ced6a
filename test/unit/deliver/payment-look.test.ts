import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeBalance } from '../../../lib/deliver/payment-look.ts';

it.each([
  ['an invoice that shows it', 100, 200, 300, 'booked'],
  ['an invoice that shows still more', 100, 200, 350, 'booked'],
  ['an invoice that shows what it did before', 100, 200, 100, 'not-booked'],
  ['an invoice that shows a part of it', 100, 200, 150, 'unclear'],
  ['an invoice that shows less than before', 100, 200, 50, 'unclear'],
  ['a document that takes back and shows it', -100, -200, -300, 'booked'],
  ['a document that takes back and shows still more', -100, -200, -350, 'booked'],
  ['a document that takes back and shows what it did before', -100, -200, -100, 'not-booked'],
  ['a document that takes back and shows a part of it', -100, -200, -150, 'unclear'],
  ['a document that takes back and shows less than before', -100, -200, 50, 'unclear'],
] as const)('of %s says what became of a booking', (_, beforeMinor, amountMinor, shownMinor, expected) => {
  expect(judgeBalance({ beforeMinor, amountMinor }, shownMinor)).toBe(expected);
});

it('says the same on either side of nothing', () => {
  const minor = fc.integer({ min: -500, max: 500 });

  fc.assert(
    fc.property(minor, fc.integer({ min: 1, max: 500 }), minor, (beforeMinor, amountMinor, shownMinor) => {
      const billed = judgeBalance({ beforeMinor, amountMinor }, shownMinor);

      const takenBack = judgeBalance({ beforeMinor: -beforeMinor, amountMinor: -amountMinor }, -shownMinor);

      expect(takenBack).toBe(billed);
    }),
  );
});
