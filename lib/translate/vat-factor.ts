import { type Decimal, fromInteger, minus, plus, round, times, toDecimal } from '../event/decimal.ts';

/** Of a percent: `"27"` is the decimal 0.27. */
export const toRate = (percent: string): Decimal => times(toDecimal(percent), { units: 1n, scale: 2 });

/** What a net price is multiplied by: `"27"` is 1.27. */
export const toFactor = (percent: string): Decimal => plus(fromInteger(1), toRate(percent));

/** What the VAT of a row is reckoned with: a code such as EUT bears no tax. */
export const percentOfVat = (vat: string): string => (isPercent(vat) ? vat : '0');

/** Whether the VAT of a row is a percent (`"27"`) and no code. */
export const isPercent = (vat: string): boolean => /^\d+(\.\d+)?$/.test(vat);

/** Minor units of quantity × net price × (1 + VAT), rounded once, half away from zero: as CO3 is taken to reckon a row. */
export const grossOf = (quantity: string, unitNet: string, percent: string, minorDigits: number): number => {
  const exact = times(times(toDecimal(quantity), toDecimal(unitNet)), toFactor(percent));
  return Number(round(exact, minorDigits).units);
};

/** How far a tax is from its net × rate, in minor units. */
export const taxError = (netMinor: number, taxMinor: number, percent: string): Decimal =>
  minus(times(fromInteger(netMinor), toRate(percent)), fromInteger(taxMinor));
