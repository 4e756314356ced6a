import { minorDigits } from '../event/money.ts';
import { decimalTextOf } from './decimal-text.ts';

/** `amount × quantity` in minor units, exact and then rounded half away from zero; undefined where either is no number. */
export const timesOf = (amount: unknown, quantity: unknown, currency: string): number | undefined => {
  const [a, b] = [toUnits(amount), toUnits(quantity)];
  if (a === undefined || b === undefined) return undefined;
  return toSafe(divide(a.units * b.units * 10n ** BigInt(minorDigits(currency)), 10n ** (a.scale + b.scale)));
};

/** The tax that a gross amount holds at so many percent. */
export const taxWithin = (grossMinor: number, percent: string): number => {
  const rate = toUnits(percent) ?? NOTHING;
  const hundred = 100n * 10n ** rate.scale;
  return Number(divide(BigInt(grossMinor) * rate.units, hundred + rate.units));
};

/** The tax that comes to a net amount at so many percent. */
export const taxOn = (netMinor: number, percent: string): number => {
  const rate = toUnits(percent) ?? NOTHING;
  return Number(divide(BigInt(netMinor) * rate.units, 100n * 10n ** rate.scale));
};

/** `whole` in the proportion of the weights, so that the parts add up to it; all of it to the first where nothing weighs anything. */
export const spread = (whole: number, weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0));
  let [seen, given] = [0n, 0n];
  return weights.map((weight) => {
    seen += BigInt(weight);
    const upToHere = divide(BigInt(whole) * seen, sum);
    const part = upToHere - given;
    given = upToHere;
    return Number(part);
  });
};

interface Units {
  readonly units: bigint;
  readonly scale: bigint;
}

const NOTHING: Units = { units: 0n, scale: 0n };

const toUnits = (value: unknown): Units | undefined => {
  const text = decimalTextOf(value);
  if (text === null) return undefined;
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(`${whole}${fraction}`), scale: BigInt(fraction.length) };
};

const divide = (dividend: bigint, divisor: bigint): bigint => {
  const isNegative = dividend < 0n !== divisor < 0n;
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * a + b) / (2n * b);
  return isNegative ? -quotient : quotient;
};

const toSafe = (value: bigint): number | undefined => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
};
