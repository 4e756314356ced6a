import { describe, expect, it } from 'vitest';
import { nearestOf, whatThereIs } from '../../../lib/event/nearest.ts';

const SETTINGS = ['mode', 'invoiceFrom', 'issueOn', 'payments', 'paymentDays', 'bookPayments'];

describe('the nearest of the known words', () => {
  it.each([
    ['invoicesFrom', 'invoiceFrom'],
    ['INVOICEFROM', 'invoiceFrom'],
    ['invoiceForm', 'invoiceFrom'],
    ['payment', 'payments'],
    ['paymentsDays', 'paymentDays'],
    ['book', 'bookPayments'],
  ])('of %s is %s', (word, meant) => {
    expect(nearestOf(word, SETTINGS)).toBe(meant);
  });

  it.each(['', 'm', 'cold', 'tax', 'ment', 'currency', '__proto__'])(
    'of %s is none, since it is another word or may be several',
    (word) => {
      expect(nearestOf(word, SETTINGS)).toBeUndefined();
    },
  );

  it('is none of an endless word', () => {
    expect(nearestOf('x'.repeat(100_000), SETTINGS)).toBeUndefined();
  });

  it('is none where nothing is known', () => {
    expect(nearestOf('mode', [])).toBeUndefined();
  });
});

describe('what there is', () => {
  it('begins with what was probably meant', () => {
    const text = whatThereIs(['mod', 'other', 'issuedOn'], SETTINGS);

    expect(text).toBe(`did you mean \`mode\`, \`issueOn\`? There are: ${SETTINGS.join(', ')}`);
  });

  it('is the list alone where nothing is near', () => {
    expect(whatThereIs(['other'], SETTINGS)).toBe(`there are: ${SETTINGS.join(', ')}`);
  });
});
