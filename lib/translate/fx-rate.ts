import { formatDecimal, toDecimal } from '../event/decimal.ts';
import { ok, type Result } from '../event/result.ts';
import type { OrderSnapshot } from '../event/snapshot.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { TranslateProblem } from './drafts.ts';
import { field, problem } from './problem.ts';

/** What one unit of the order's currency is worth in the account's own, as a decimal text; null where they are one. */
export const fxRateOf = (
  order: Pick<OrderSnapshot, 'currency' | 'shopCurrency' | 'shopRate'>,
  shop: Pick<ShopSettings, 'fxRate'>,
  account: Pick<AccountSettings, 'currency'>,
): Result<string | null, TranslateProblem> => {
  const { currency } = order;
  if (currency === account.currency) return ok(null);
  const pair = `one ${currency} in ${account.currency}`;
  if (shop.fxRate === 'letter')
    return missing(currency, `Nothing says what ${pair} is worth; settings.fxRate leaves it to a person.`);
  if (shop.fxRate === 'shop') {
    if (order.shopCurrency !== account.currency)
      return missing(currency, `The shop reckons in ${order.shopCurrency} and cannot say what ${pair} is worth.`);
    if (order.shopRate === null || !isPositive(order.shopRate))
      return missing(currency, `The shop does not say what ${pair} is worth.`);
    return ok(formatDecimal(toDecimal(order.shopRate), 0));
  }
  const fixed = shop.fxRate[currency];
  return fixed === undefined
    ? missing(currency, `settings.fxRate does not say what ${pair} is worth.`)
    : ok(numberText(fixed));
};

const isPositive = (decimal: string): boolean => toDecimal(decimal).units > 0n;

const missing = (currency: string, text: string): Result<string | null, TranslateProblem> =>
  problem('ExchangeRateMissing', text, field('settings.fxRate', currency, ['shop', `{ ${currency}: <rate> }`]));

/** The number as it stands in the settings, never as 1e-7. */
const numberText = (value: number): string => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const { units, scale } = toDecimal(digits);
  const shifted = scale - Number(exponent);
  return formatDecimal(
    shifted < 0 ? { units: units * 10n ** BigInt(-shifted), scale: 0 } : { units, scale: shifted },
    0,
  );
};
