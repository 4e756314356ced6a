import { minorDigits, parseMinor } from '../event/money.ts';

/** An amount as a shop sends it, text or number, in minor units; undefined where it is none. */
export const minorOf = (value: unknown, currency: string): number | undefined => {
  const text = typeof value === 'number' ? withoutTail(value, currency) : value;
  const parsed = typeof text === 'string' ? parseMinor(text, currency) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
};

/** Shops send some amounts as JSON numbers, at times with a double's tail: 17.990000000000002. */
const withoutTail = (value: number, currency: string): string => {
  const text = value.toFixed(minorDigits(currency));
  return Math.abs(Number(text) - value) < 0.000_001 ? text : String(value);
};
