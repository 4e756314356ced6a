import type { AccountSettings, Settings, ShopSettings } from './settings.ts';

/** Checked settings as the text that a function starts with: it then needs neither YAML nor what checks it. */
export const packSettings = ({ accounts, shops, keepBuyersDays }: Settings): string => {
  const packed: Packed = { accounts: [...accounts.values()], shops: [...shops.values()], keepBuyersDays };
  return `${JSON.stringify(packed, null, 2)}\n`;
};

/** The settings that were packed. Their text is made by the packaging that made the functions too, and not checked again. */
export const unpackSettings = (text: string): Settings => {
  const { accounts, shops, keepBuyersDays } = JSON.parse(text) as Packed;
  return { accounts: byId(accounts), shops: byId(shops), keepBuyersDays };
};

interface Packed extends Pick<Settings, 'keepBuyersDays'> {
  readonly accounts: readonly AccountSettings[];
  readonly shops: readonly ShopSettings[];
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));
