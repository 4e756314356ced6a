import type { LetterLine } from '../dead-letters/letter-line.ts';
import { addDays, type Day, toBudapestDay } from '../event/time.ts';

/** How many of the open letters came on each day, by what is wrong. */
export interface DailyLetters {
  readonly days: readonly Day[];
  /** The most frequent errors of those days; the last one, without an error, is all others. */
  readonly series: readonly {
    readonly error: Pick<LetterLine, 'code' | 'name'> | null;
    readonly counts: readonly number[];
  }[];
  /** Letters that came before. */
  readonly older: number;
}

export const DAYS_SHOWN = 14;
const ERRORS_SHOWN = 5;

export const toDailyLetters = (lines: readonly LetterLine[], now: number): DailyLetters => {
  const today = toBudapestDay(now);
  const days = Array.from({ length: DAYS_SHOWN }, (_, at) => addDays(today, at - DAYS_SHOWN + 1));
  const dated = lines.map((line) => ({ line, day: toBudapestDay(Date.parse(line.parkedAt)) }));
  const shown = dated.filter(({ day }) => days.includes(day));
  const byError = [...Map.groupBy(shown, ({ line: { code, name } }) => `${code} ${name}`).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const countsOf = (some: readonly { readonly day: Day }[]): readonly number[] =>
    days.map((day) => some.filter((one) => one.day === day).length);
  const series = byError.slice(0, ERRORS_SHOWN).flatMap((some) => {
    const [first] = some;
    return first === undefined
      ? []
      : [{ error: { code: first.line.code, name: first.line.name }, counts: countsOf(some) }];
  });
  const others = byError.slice(ERRORS_SHOWN).flat();
  return {
    days,
    series: others.length === 0 ? series : [...series, { error: null, counts: countsOf(others) }],
    older: lines.length - shown.length,
  };
};
