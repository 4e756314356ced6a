import { withTables } from '../../lib/cli/docs/with-tables.ts';
import type { SoakResult } from './result.ts';
import { toRows } from './result-rows.ts';

export const toSoakJson = (result: SoakResult): string => `${JSON.stringify(result, toFourDigits, 2)}\n`;

// More would be noise.
const toFourDigits = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/** docs/performance.md with what the soak has seen in its place. */
export const withSoak = (page: string, result: SoakResult): string =>
  withTables(page, 'soak', {
    run: [
      `Run ${result.at.slice(0, 10)} for ${result.minutes} minutes with seed ${result.seed}, Node ${result.node} on ${result.cpu}.`,
      '',
      '| | |',
      '|---|---|',
      ...toRows(result).map(([what, seen]) => `| ${what} | ${seen} |`),
    ].join('\n'),
  });
