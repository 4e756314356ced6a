import type { ShopSettings } from '../settings/settings.ts';

/** The document's language: by the buyer's country, else the shop's default. */
export const languageOf = (country: string, shop: Pick<ShopSettings, 'languages'>): string =>
  shop.languages[country] ?? shop.languages['default'] ?? 'hu_HU';
