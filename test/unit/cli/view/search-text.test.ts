import { expect, it } from 'vitest';
import { searchText } from '../../../../lib/cli/view/search-text.ts';
import type { Look } from '../../../../lib/deliver/step-records.ts';
import { aLook } from '../../../support/undecided.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const UNTIL = 'until 2026-12-03 09:30 UTC';

it.each<[string, Look | null]>([
  ['CO3 was not searched for it', null],
  [`not searched for yet, next 2026-12-02 10:40 UTC, ${UNTIL}`, aLook({ reads: 0 })],
  [`searched once in vain, next 2026-12-02 10:40 UTC, ${UNTIL}`, aLook({ reads: 1 })],
  [`searched 3 times in vain, next as soon as its account’s lane is free, ${UNTIL}`, aLook({ at: NOW })],
  ['searched 27 times in vain, the search is over', aLook({ reads: 27, at: null })],
  [
    `searched 3 times in vain, next as soon as its account’s lane is free, ${UNTIL}; anna has named 2026/00042`,
    aLook({ at: NOW, adopt: { as: '2026/00042', by: 'anna' } }),
  ],
])('says %j', (words, look) => {
  expect(searchText(look, NOW)).toBe(words);
});
