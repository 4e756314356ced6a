import type { Settings, ShopSettings } from '../../lib/settings/settings.ts';
import { parseShopsFile } from '../../lib/shops/shops-file.ts';

/** Settings of one shop, `id`, of the account `acme`; `more` are further settings of it, a YAML line each. */
export const oneShopSettings = (
  platform: string,
  tenant: string,
  more: readonly string[],
  id = 'acme-shop',
): Settings => {
  const settings = parseShopsFile(`
accounts:
  acme: { secret: co3-bridge/acme, currency: HUF, seller: { country: HU } }
shops:
  ${id}:
    platform: ${platform}
    tenant: ${tenant}
    account: acme
    secret: co3-bridge/${id}
    invoiceFrom: 2026-12-01T00:00:00+01:00
${more.map((line) => `    ${line}`).join('\n')}
`);
  if (!settings.ok) throw new Error(settings.problem);
  return settings.value;
};

export const oneShop = (settings: Settings): ShopSettings => {
  const [shop] = settings.shops.values();
  if (shop === undefined) throw new Error('the settings have no shop');
  return shop;
};
