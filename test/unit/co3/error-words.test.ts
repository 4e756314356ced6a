import { expect, it } from 'vitest';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { wordsOf } from '../../../lib/co3/error-words.ts';
import { OWN_PROBLEMS } from '../../../lib/co3/own-problems.ts';

it('has a headline for each code, and leaves the rest to CO3’s own words', () => {
  const words = wordsOf({ code: 22, name: 'InvalidEmail' });

  expect(words).toStrictEqual({ title: CO3_CODES[22].title, means: null });
});

it.each([
  [null, 'NoBuyer'],
  [301, 'InvoiceMissingInCo3'],
  [999, 'UnknownCode'],
] as const)('says of %s %s what the reason of our own means', (code, name) => {
  const words = wordsOf({ code, name });

  expect(words).toStrictEqual({ title: OWN_PROBLEMS[name].title, means: OWN_PROBLEMS[name].means });
});

it.each([null, 999])('has of a letter with %s that the catalogue does not know no more than its name', (code) => {
  const words = wordsOf({ code, name: 'constructor' });

  expect(words).toStrictEqual({ title: { en: 'constructor', hu: 'constructor' }, means: null });
});

it('heads no two errors with the same words', () => {
  const titles = [...Object.values(CO3_CODES), ...Object.values(OWN_PROBLEMS)].map(({ title }) => title);

  const [english, hungarian] = [new Set(titles.map(({ en }) => en)), new Set(titles.map(({ hu }) => hu))];

  expect([english.size, hungarian.size]).toStrictEqual([titles.length, titles.length]);
});
