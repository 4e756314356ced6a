import { expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { fxRateOf } from '../../../lib/translate/fx-rate.ts';

const HUF = { currency: 'HUF' };
const order = (shopCurrency: string, shopRate: string | null) => ({ currency: 'EUR', shopCurrency, shopRate });

it('needs no rate in the account’s own currency', () => {
  expect(fxRateOf({ currency: 'HUF', shopCurrency: 'HUF', shopRate: null }, { fxRate: 'letter' }, HUF)).toStrictEqual(
    ok(null),
  );
});

it.each<[ShopSettings['fxRate'], string, string | null, string]>([
  ['shop', 'HUF', '395.50', '395.5'],
  [{ EUR: 400 }, 'EUR', null, '400'],
  [{ EUR: 395.55 }, 'EUR', null, '395.55'],
  [{ EUR: 0.0000001 }, 'EUR', null, '0.0000001'],
  [{ EUR: 1.5e21 }, 'EUR', null, '1500000000000000000000'],
])('takes it as %j says, in a shop that reckons in %s at %s: %s', (fxRate, shopCurrency, shopRate, rate) => {
  expect(fxRateOf(order(shopCurrency, shopRate), { fxRate }, HUF)).toStrictEqual(ok(rate));
});

it.each<[ShopSettings['fxRate'], string, string | null, string]>([
  ['letter', 'HUF', '395.5', 'Nothing says what one EUR in HUF is worth; settings.fxRate leaves it to a person.'],
  ['shop', 'EUR', '1', 'The shop reckons in EUR and cannot say what one EUR in HUF is worth.'],
  ['shop', 'HUF', null, 'The shop does not say what one EUR in HUF is worth.'],
  ['shop', 'HUF', '0', 'The shop does not say what one EUR in HUF is worth.'],
  [{ USD: 360 }, 'HUF', '395.5', 'settings.fxRate does not say what one EUR in HUF is worth.'],
])('has none as %j says, in a shop that reckons in %s at %s', (fxRate, shopCurrency, shopRate, text) => {
  const rate = fxRateOf(order(shopCurrency, shopRate), { fxRate }, HUF);

  expect(!rate.ok && rate.problem).toStrictEqual({
    name: 'ExchangeRateMissing',
    text,
    fields: [{ path: 'settings.fxRate', value: 'EUR', allowed: ['shop', '{ EUR: <rate> }'] }],
  });
});
