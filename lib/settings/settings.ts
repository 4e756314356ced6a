import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { fail, ok, type Result } from '../event/result.ts';
import { accountSettings } from './account-settings.ts';
import { checkShops } from './check-shops.ts';
import type { PlatformsTraits } from './platform-traits.ts';
import { settingsOf } from './settings-of.ts';
import { shopSettings } from './shop-settings.ts';

export { PAYMENTS, type Payment } from './shop-settings.ts';
export { CUSTOMER_VAT_TYPES, type CustomerVatType, MAPPED_VAT_CASES, type MappedVatCase } from './vat-settings.ts';

export type AccountSettings = Readonly<z.output<typeof accountSettings>> & { readonly id: string };
export type ShopSettings = Readonly<Omit<z.output<typeof shopSettings>, 'taxNumberPlaces'>> & {
  readonly id: string;
  readonly taxNumberPlaces: readonly string[];
};

export interface Settings {
  readonly accounts: ReadonlyMap<string, AccountSettings>;
  readonly shops: ReadonlyMap<string, ShopSettings>;
}

/** The whole file, for shops of these platforms. */
export const toSettingsSchema = (platforms: PlatformsTraits) =>
  settingsOf({
    accounts: z.record(z.string(), accountSettings),
    shops: z.record(z.string(), shopSettings.extend({ platform: z.enum(Object.keys(platforms)) })),
  }).superRefine((settings, context) => {
    for (const { path, message } of checkShops(settings, platforms))
      context.addIssue({ code: 'custom', path: [...path], message });
  });

/** Reads shops.yml. The problem names every fault with its path and what is allowed, one a line. */
export const parseSettings = (yaml: string, platforms: PlatformsTraits): Result<Settings, string> => {
  let tree: unknown;
  try {
    tree = parseYaml(yaml);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
  const parsed = toSettingsSchema(platforms).safeParse(tree);
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const accounts = Object.entries(parsed.data.accounts).map(([id, account]) => [id, { ...account, id }] as const);
  const shops = Object.entries(parsed.data.shops).map(([id, shop]) => {
    const taxNumberPlaces = shop.taxNumberPlaces ?? platforms[shop.platform]?.taxNumberPlaces ?? [];
    return [id, { ...shop, taxNumberPlaces, id }] as const;
  });
  return ok({ accounts: new Map(accounts), shops: new Map(shops) });
};
