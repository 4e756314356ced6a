import { type Bar, type Figure, holds } from './figure.ts';

/** Three digits that count, and thousands parted: 0.935, 67.1, 3,458. */
export const toNumberText = (value: number): string => {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1_000) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
};

export const toBarText = (bar: Bar | null): string => {
  if (bar === null) return '';
  return 'most' in bar ? `≤ ${bar.most}` : `≥ ${bar.least}`;
};

/** A line of progress. */
export const toLineText = (name: string, figure: Figure): string => {
  const { of, measured, floor, unit, ratio, bar } = figure;
  const verdict = bar === null ? '' : holds(figure) ? ` (${toBarText(bar)})` : ` (${toBarText(bar)}: missed)`;
  return `${name}: ${of}: ${toNumberText(measured)} to ${toNumberText(floor)} ${unit}, ${ratio.toFixed(2)}${verdict}`;
};
