import { withTables } from '../../lib/cli/docs/with-tables.ts';
import type { SoakResult } from './result.ts';
import { toRows } from './result-rows.ts';

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
