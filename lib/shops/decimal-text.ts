import { formatDecimal, minus, toDecimal } from '../event/decimal.ts';

/**
 * A number of things as an exact decimal text: 1.5 and `"1.50"` are `"1.5"`. Of a JSON number six decimals are kept, which takes a
 * double's tail off. Null for anything else.
 */
export const decimalTextOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? (Math.abs(value) < MOST ? value.toFixed(6) : '') : value;
  const match = typeof text === 'string' ? /^(-?)0*(\d{1,9})(?:\.(\d{0,20}))?$/.exec(text.trim()) : null;
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = fraction.replace(/0+$/, '');
  const size = decimals === '' ? whole : `${whole}.${decimals}`;
  return size === '0' ? '0' : `${sign}${size}`;
};

/** `a - b`, exactly. */
export const lessDecimal = (a: string, b: string): string => formatDecimal(minus(toDecimal(a), toDecimal(b)), 0);

/** More than any shop has of anything. */
const MOST = 1_000_000_000;
