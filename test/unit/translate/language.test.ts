import { expect, it } from 'vitest';
import { languageOf } from '../../../lib/translate/language.ts';

it.each([
  ['DE', { DE: 'de_DE', default: 'en_US' }, 'de_DE'],
  ['HU', { DE: 'de_DE', default: 'en_US' }, 'en_US'],
  ['', { default: 'en_US' }, 'en_US'],
  ['HU', {}, 'hu_HU'],
])('speaks to a buyer from %j under %j in %s', (country, languages, language) => {
  expect(languageOf(country, { languages })).toBe(language);
});
