import { expect, it } from 'vitest';
import { parseWindow } from '../../../../lib/cli/audit/parse-window.ts';

it.each([
  ['2026-12-01', '2026-12-31'],
  ['2028-02-29', '2028-02-29'],
])('takes the days from %s to %s', (from, to) => {
  expect(parseWindow(from, to)).toStrictEqual({ ok: true, value: { from, to } });
});

it.each([
  ['2026-02-29', '2026-03-01', '--from 2026-02-29 is no day. Write it as 2026-12-01.'],
  ['2026-12-01', '2026-13-01', '--to 2026-13-01 is no day. Write it as 2026-12-01.'],
  ['2026-12-1', '2026-12-31', '--from 2026-12-1 is no day. Write it as 2026-12-01.'],
  ['today', '2026-12-31', '--from today is no day. Write it as 2026-12-01.'],
  ['2026-12-02', '2026-12-01', '--from 2026-12-02 is after --to 2026-12-01. Name the first day and the last one.'],
])('refuses %s to %s', (from, to, text) => {
  expect(parseWindow(from, to)).toStrictEqual({ ok: false, problem: { code: 2, text } });
});
