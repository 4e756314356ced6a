/** An exact decimal number: `units` / 10^`scale`. No amount, quantity or percent is ever a float. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Reads a decimal text such as `"1.50"`; anything else is a bug of the caller, whose schema has checked it. */
export const toDecimal = (text: string): Decimal => {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(`${whole}${fraction}`), scale: fraction.length };
};

export const fromInteger = (integer: number): Decimal => ({ units: BigInt(integer), scale: 0 });

/** As a decimal text without needless zeros, but with at least so many decimals. */
export const formatDecimal = ({ units, scale }: Decimal, minDecimals: number): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits
    .slice(digits.length - scale)
    .replace(/0+$/, '')
    .padEnd(minDecimals, '0');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

export const plus = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
};

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, scale: b.scale });

export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

export const sumOf = (terms: readonly Decimal[]): Decimal => terms.reduce(plus, { units: 0n, scale: 0 });

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export const compare = (a: Decimal, b: Decimal): number => {
  const { units } = minus(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
};

export const isZero = (a: Decimal): boolean => a.units === 0n;

export const absolute = (a: Decimal): Decimal => (a.units < 0n ? { units: -a.units, scale: a.scale } : a);

/** `a / b` with so many decimals, half away from zero. `b` is not zero. */
export const divide = (a: Decimal, b: Decimal, decimals: number): Decimal => {
  const shift = decimals + b.scale - a.scale;
  const numerator = shift >= 0 ? a.units * 10n ** BigInt(shift) : a.units;
  const denominator = shift >= 0 ? b.units : b.units * 10n ** BigInt(-shift);
  return { units: divideHalfAway(numerator, denominator), scale: decimals };
};

/** Rounded once to so many decimals, half away from zero. */
export const round = (a: Decimal, decimals: number): Decimal => divide(a, fromInteger(1), decimals);

const unitsAt = (a: Decimal, scale: number): bigint => a.units * 10n ** BigInt(scale - a.scale);

const divideHalfAway = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
};
