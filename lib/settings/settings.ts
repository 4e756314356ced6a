import type * as z from 'zod';
import { fail, ok, type Result } from '../event/result.ts';
import { accountSettings } from './account-settings.ts';
import { checkShops } from './check-shops.ts';
import { type Fault, faultsText, toFaults } from './faults.ts';
import { parseTree } from './parse-tree.ts';
import type { PlatformsTraits } from './platform-traits.ts';
import { type ReadableSettings, toReadable } from './readable-settings.ts';
import { namedOf, oneOf, settingsOf, wholeNumber } from './settings-of.ts';
import { shopSettings } from './shop-settings.ts';

export type AccountSettings = Readonly<z.output<typeof accountSettings>> & { readonly id: string };
export type ShopSettings = Readonly<Omit<z.output<typeof shopSettings>, 'taxNumberPlaces'>> & {
  readonly id: string;
  readonly taxNumberPlaces: readonly string[];
};

export interface Settings {
  readonly accounts: ReadonlyMap<string, AccountSettings>;
  readonly shops: ReadonlyMap<string, ShopSettings>;
  /** How many days the data of a finished order's buyer are kept. */
  readonly keepBuyersDays: number;
}

/** The whole file, for shops of these platforms, as far as one place alone shows what is wrong. */
export const toSettingsSchema = (platforms: PlatformsTraits) =>
  settingsOf({
    accounts: namedOf('accounts by names of your own', accountSettings),
    shops: namedOf('shops by names of your own', shopSettings.extend({ platform: oneOf(Object.keys(platforms)) })),
    /** Longer than most shops take goods back; what is refunded later brings its buyer along. */
    keepBuyersDays: wholeNumber(30, 3_650).default(180),
  });

export interface SettingsRules {
  readonly platforms: PlatformsTraits;
  /** What is wrong with the renames of an account, a text for each; only lib/co3 knows them. */
  readonly ofContract: (contract: unknown) => readonly string[];
}

/** Reads shops.yml; else every fault that can be told at once. */
export const checkSettings = (yaml: string, rules: SettingsRules): Result<Settings, readonly Fault[]> => {
  const { platforms, ofContract } = rules;
  const tree = parseTree(yaml);
  if (!tree.ok) return tree;
  const parsed = toSettingsSchema(platforms).safeParse(tree.value);
  const readable = toReadable(tree.value);
  const across = [...checkShops(readable, platforms), ...checkContracts(readable, ofContract)];
  if (!parsed.success) return fail([...toFaults(parsed.error, tree.value), ...across]);
  if (across.length > 0) return fail(across);
  const accounts = Object.entries(parsed.data.accounts).map(([id, account]) => [id, { ...account, id }] as const);
  const shops = Object.entries(parsed.data.shops).map(([id, shop]) => {
    const taxNumberPlaces = shop.taxNumberPlaces ?? platforms[shop.platform]?.taxNumberPlaces ?? [];
    return [id, { ...shop, taxNumberPlaces, id }] as const;
  });
  return ok({ accounts: new Map(accounts), shops: new Map(shops), keepBuyersDays: parsed.data.keepBuyersDays });
};

const checkContracts = ({ accounts }: ReadableSettings, of: SettingsRules['ofContract']): readonly Fault[] =>
  Object.entries(accounts).flatMap(([id, { contract }]) =>
    contract === undefined ? [] : of(contract).map((message) => ({ path: ['accounts', id, 'contract'], message })),
  );

/** As `checkSettings`, but for the contracts; the problem is text, one fault after the other. */
export const parseSettings = (yaml: string, platforms: PlatformsTraits): Result<Settings, string> => {
  const settings = checkSettings(yaml, { platforms, ofContract: () => [] });
  return settings.ok ? settings : fail(faultsText(settings.problem));
};
