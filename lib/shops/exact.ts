import { type Decimal, divide, fromInteger, plus, round, times, toDecimal } from '../event/decimal.ts';
import { minorDigits } from '../event/money.ts';
import { decimalTextOf } from './decimal-text.ts';

/** `amount × quantity` in minor units, exact and then rounded half away from zero; undefined where either is no number. */
export const timesOf = (amount: unknown, quantity: unknown, currency: string): number | undefined => {
  const [a, b] = [decimalOf(amount), decimalOf(quantity)];
  if (a === undefined || b === undefined) return undefined;
  return toSafe(round(times(a, b), minorDigits(currency)).units);
};

/** The tax that a gross amount holds at so many percent. */
export const taxWithin = (grossMinor: number, percent: string): number => {
  const rate = decimalOf(percent) ?? NOTHING;
  return wholeOf(times(fromInteger(grossMinor), rate), plus(HUNDRED, rate));
};

/** The tax that comes to a net amount at so many percent. */
export const taxOn = (netMinor: number, percent: string): number =>
  wholeOf(times(fromInteger(netMinor), decimalOf(percent) ?? NOTHING), HUNDRED);

/** `whole` in the proportion of the weights, so that the parts add up to it; all of it to the first where nothing weighs anything. */
export const spread = (whole: number, weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0));
  let [seen, given] = [0n, 0n];
  return weights.map((weight) => {
    seen += BigInt(weight);
    const upToHere = divide({ units: BigInt(whole) * seen, scale: 0 }, { units: sum, scale: 0 }, 0).units;
    const part = upToHere - given;
    given = upToHere;
    return Number(part);
  });
};

const NOTHING = fromInteger(0);
const HUNDRED = fromInteger(100);

const decimalOf = (value: unknown): Decimal | undefined => {
  const text = decimalTextOf(value);
  return text === null ? undefined : toDecimal(text);
};

/** `a / b` in whole minor units, half away from zero. */
const wholeOf = (a: Decimal, b: Decimal): number => Number(divide(a, b, 0).units);

const toSafe = (value: bigint): number | undefined => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
};
