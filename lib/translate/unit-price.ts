import { type Decimal, divide, formatDecimal, times, toDecimal } from '../event/decimal.ts';
import { grossOf, toFactor } from './vat-factor.ts';

const MIN_DECIMALS = 2;
// How many decimals CO3 keeps is not known; six is what its kind keeps.
const MAX_DECIMALS = 6;

/** What a price has to lead to. Quantity and amounts are not negative. */
export interface PriceAim {
  readonly quantity: string;
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly percent: string;
  readonly minorDigits: number;
  /** The shop's prices hold their tax: only the gross is exact. */
  readonly taxesIncluded: boolean;
}

/** The net price of one, with the fewest decimals (2 to 6) that quantity × price × (1 + VAT), rounded once, meets the gross with. */
export const unitNetFor = (aim: PriceAim): string | undefined => {
  const quantity = toDecimal(aim.quantity);
  const ofNet = toAmount(aim.netMinor, aim.minorDigits);
  const ofGross = toAmount(aim.grossMinor, aim.minorDigits);
  const withTax = times(quantity, toFactor(aim.percent));
  for (let decimals = MIN_DECIMALS; decimals <= MAX_DECIMALS; decimals += 1) {
    const fromGross = divide(ofGross, withTax, decimals);
    const candidates = aim.taxesIncluded ? [fromGross] : [divide(ofNet, quantity, decimals), fromGross];
    const found = candidates.find((price) => meets(aim, price));
    if (found !== undefined) return formatDecimal(found, MIN_DECIMALS);
  }
  return undefined;
};

const meets = (aim: PriceAim, price: Decimal): boolean =>
  grossOf(aim.quantity, formatDecimal(price, MIN_DECIMALS), aim.percent, aim.minorDigits) === aim.grossMinor;

const toAmount = (minor: number, digits: number): Decimal => ({ units: BigInt(minor), scale: digits });
