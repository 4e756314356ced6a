import { expect, it } from 'vitest';
import { DAYS_SHOWN, toDailyLetters } from '../../../lib/console/daily-letters.ts';
import type { LetterLine } from '../../../lib/dead-letters/letter-line.ts';
import { toLetterLine } from '../../../lib/dead-letters/letter-line.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLetter, aLetterRecord } from '../../support/ledger-records.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');

it('counts the letters of fourteen days by what is wrong, the most frequent first', () => {
  const lines = [
    lineOf('InvalidTaxNumber', '2026-12-02T09:00:00.000Z'),
    lineOf('InvalidEmail', '2026-12-02T09:00:00.000Z'),
    lineOf('InvalidEmail', '2026-11-30T09:00:00.000Z'),
    lineOf('InvalidEmail', '2026-11-18T23:30:00.000Z'),
    lineOf('InvalidEmail', '2026-11-18T22:30:00.000Z'),
  ];

  const { days, series, older } = toDailyLetters(lines, NOW);

  expect([days[0], days.at(-1), days.length]).toStrictEqual(['2026-11-19', '2026-12-02', DAYS_SHOWN]);
  expect(series).toStrictEqual([
    { error: { code: null, name: 'InvalidEmail' }, counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1] },
    { error: { code: null, name: 'InvalidTaxNumber' }, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
  ]);
  // Half past eleven at night in Budapest is the day before the first.
  expect(older).toBe(1);
});

it('puts what is rare together', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const lines = names.map((name) => lineOf(name, '2026-12-02T09:00:00.000Z'));

  const { series } = toDailyLetters(lines, NOW);

  expect(series.map(({ error, counts }) => [error?.name ?? null, counts.at(-1)])).toStrictEqual([
    ...['A', 'B', 'C', 'D', 'E'].map((name) => [name, 1]),
    [null, 2],
  ]);
});

it('has no series where no letter is open', () => {
  expect(toDailyLetters([], NOW)).toMatchObject({ series: [], older: 0 });
});

function lineOf(name: string, parkedAt: string): LetterLine {
  const error = { ...aLetter().error, code: null, name };
  return toLetterLine(aLetterRecord({}, { parkedAt: parkedAt as Instant, error }));
}
