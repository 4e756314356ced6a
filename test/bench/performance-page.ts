import { withTables } from '../../lib/cli/docs/with-tables.ts';
import { type Figure, holds } from './figure.ts';
import { toBarText, toNumberText } from './figure-text.ts';
import type { Measured } from './measurement.ts';

/** What one run of `npm run bench` has found, and where. */
export interface Run {
  readonly at: string;
  readonly node: string;
  readonly cpu: string;
  readonly measured: readonly Measured[];
}

/** docs/performance.md with the run's tables in their places. */
export const withMeasured = (page: string, run: Run): string =>
  withTables(page, 'bench', {
    run: `Measured ${run.at.slice(0, 10)} with Node ${run.node} on ${run.cpu}.`,
    ...Object.fromEntries(run.measured.map(({ name, figures }) => [name, toTable(figures)])),
  });

const toTable = (figures: readonly Figure[]): string =>
  [
    '| | measured | floor | | ratio | bar | |',
    '|---|--:|--:|---|--:|---|---|',
    ...figures.map(
      (figure) =>
        `| ${figure.of} | ${toNumberText(figure.measured)} | ${toNumberText(figure.floor)} | ${figure.unit} ` +
        `| ${figure.ratio.toFixed(2)} | ${toBarText(figure.bar)} | ${toVerdict(figure)} |`,
    ),
  ].join('\n');

const toVerdict = (figure: Figure): string => {
  if (figure.bar === null) return '';
  return holds(figure) ? 'holds' : '**missed**';
};
