import { ok, type Result } from '../../event/result.ts';
import { addDays, type Day } from '../../event/time.ts';
import { type Failure, misused } from '../outcome.ts';

/** The days that two options name, both included. */
export const parseWindow = (from: string, to: string): Result<{ readonly from: Day; readonly to: Day }, Failure> => {
  const wrong = [
    ['--from', from],
    ['--to', to],
  ].find(([, day = '']) => !isDay(day));
  if (wrong !== undefined) return misused(`${wrong[0]} ${wrong[1]} is no day. Write it as 2026-12-01.`);
  if (from > to) return misused(`--from ${from} is after --to ${to}. Name the first day and the last one.`);
  return ok({ from: from as Day, to: to as Day });
};

// A day that the calendar does not have comes back as another one.
const isDay = (text: string): boolean =>
  /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && addDays(text as Day, 0) === text;
