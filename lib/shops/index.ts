import { own } from '../event/own.ts';
import type { PlatformsTraits } from '../settings/platform-traits.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { Platform } from './platform.ts';
import { shopify } from './shopify/shopify.ts';
import { shoprenter } from './shoprenter/shoprenter.ts';
import { standard } from './standard/standard.ts';
import { unas } from './unas/unas.ts';
import { woocommerce } from './woocommerce/woocommerce.ts';

/** Every platform by the name that settings and keys of the ledger bear: never to be changed. */
export const PLATFORMS: Readonly<Record<string, Platform>> = { shopify, woocommerce, unas, shoprenter, standard };

/** The platform of a shop whose settings were checked. */
export const platformOf = ({ platform }: Pick<ShopSettings, 'platform'>): Platform => {
  const found = own(PLATFORMS, platform);
  if (found === undefined) throw new Error(`no platform is called ${platform}`);
  return found;
};

export const PLATFORM_TRAITS: PlatformsTraits = Object.fromEntries(
  Object.entries(PLATFORMS).map(([name, { traits }]) => [name, traits]),
);
