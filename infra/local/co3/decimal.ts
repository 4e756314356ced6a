/** Exact arithmetic on decimal texts such as `"-12.50"`: amounts and quantities are never floats. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

export const isDecimal = (text: string): boolean => /^-?\d{1,15}(\.\d{1,10})?$/.test(text);

export const multiply = (...factors: readonly string[]): string =>
  toText(factors.map(parse).reduce((a, b) => ({ units: a.units * b.units, scale: a.scale + b.scale })));

export const add = (...terms: readonly string[]): string =>
  toText(terms.map(parse).reduce(plus, { units: 0n, scale: 0 }));

export const negate = (text: string): string => multiply(text, '-1');

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export const compare = (a: string, b: string): number => {
  const { units } = plus(parse(a), parse(negate(b)));
  return units < 0n ? -1 : units > 0n ? 1 : 0;
};

export const isZero = (text: string): boolean => compare(text, '0') === 0;

/** With exactly so many decimals, half away from zero. */
export const round = (text: string, decimals: number): string => {
  const { units, scale } = parse(text);
  if (scale <= decimals) return toText({ units: units * 10n ** BigInt(decimals - scale), scale: decimals });
  const divisor = 10n ** BigInt(scale - decimals);
  const magnitude = (2n * (units < 0n ? -units : units) + divisor) / (2n * divisor);
  return toText({ units: units < 0n ? -magnitude : magnitude, scale: decimals });
};

const plus = (a: Scaled, b: Scaled): Scaled => {
  const scale = Math.max(a.scale, b.scale);
  return { units: a.units * 10n ** BigInt(scale - a.scale) + b.units * 10n ** BigInt(scale - b.scale), scale };
};

const parse = (text: string): Scaled => {
  const [whole = '0', fraction = ''] = text.split('.');
  return { units: BigInt(`${whole}${fraction}`), scale: fraction.length };
};

const toText = ({ units, scale }: Scaled): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};
