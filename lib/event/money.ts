import { fail, ok, type Result } from './result.ts';

/** Decimals of a currency's minor unit, ISO 4217; those not named have two. HUF is held in fillér (docs/decisions/0006). */
const DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export const minorDigits = (currency: string): number => DIGITS[currency] ?? 2;

/** An amount such as `"875.00"`, `"1990"` or `-3.5` as minor units; digits beyond the minor unit must be zero, the sum a safe integer. */
export const parseMinor = (amount: string | number, currency: string): Result<number, string> => {
  const text = typeof amount === 'number' ? numberText(amount) : amount.trim();
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (match === null) return fail(`not an amount: ${JSON.stringify(amount).slice(0, 40)}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits)))
    return fail(`more than ${digits} decimals for ${currency}: ${text.slice(0, 40)}`);
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return fail(`too large an amount: ${text.slice(0, 40)}`);
  return ok(sign === '-' && minor !== 0 ? -minor : minor);
};

/** Minor units as a decimal text with the currency's decimals: `195566` HUF is `"1955.66"`. */
export const formatMinor = (minor: number, currency: string): string => {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

// Shopify sends a few amounts as JSON numbers; their shortest text is the amount that was written (195.66, not 195.65999…).
const numberText = (amount: number): string => (Number.isFinite(amount) ? String(amount) : '');
