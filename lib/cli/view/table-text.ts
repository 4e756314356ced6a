import Table from 'cli-table3';
import { wrapText } from './wrap.ts';

/** A table without frames; where `width` is given, the widest columns are wrapped so that it fits. */
export const toTableText = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string => {
  const widths = fitted(naturalWidths([head, ...rows]), width ?? Number.POSITIVE_INFINITY);
  const wrapped = (row: readonly string[]): string[][] =>
    toLines(row.map((cell, column) => wrapText(cell, widths[column] ?? NARROWEST).split('\n')));
  const drawn = new Table({ chars: CHARS, style: STYLE });
  // A row for each line: cells of many lines take cli-table3 seconds.
  drawn.push(...(head.length === 0 ? [] : wrapped(head)), ...rows.flatMap(wrapped));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};

const toLines = (cells: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(0, ...cells.map((lines) => lines.length)) }, (_, at) =>
    cells.map((lines) => lines[at] ?? ''),
  );

const GAP = 2;
const NARROWEST = 10;

const STYLE = { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': GAP };
const CHARS = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
};

const naturalWidths = (rows: readonly (readonly string[])[]): readonly number[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(1, ...rows.flatMap((row) => (row[column] ?? '').split('\n').map((line) => line.length))),
  );

/** Takes from the widest column, again and again, until all fit or none can give any more. */
const fitted = (natural: readonly number[], width: number): readonly number[] => {
  const widths = [...natural];
  const needed = widths.reduce((sum, one) => sum + one + GAP, 0);
  for (let over = needed - width; over > 0; over -= 1) {
    const before = Math.max(...widths);
    if (before <= NARROWEST) break;
    widths[widths.indexOf(before)] = before - 1;
  }
  return widths;
};
