import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { whatThereIs } from '../event/nearest.ts';
import { ok, type Result } from '../event/result.ts';
import type { AccountSettings, Settings, ShopSettings } from '../settings/settings.ts';
import { parseShopsFile } from '../shops/shops-file.ts';
import type { Io } from './io.ts';
import { type Failure, misused } from './outcome.ts';

export interface SettingsChoice {
  /** The option --settings. */
  readonly settings?: string | undefined;
  /** What the stack itself runs with, where it is known. */
  readonly ofStack?: string | null;
}

export interface SettingsText {
  readonly path: string;
  readonly yaml: string;
}

/** Finds shops.yml: --settings, else the running stack's, else SHOPS_FILE, else the project's own. */
export const readSettingsText = async (
  io: Pick<Io, 'cwd' | 'root' | 'env'>,
  { settings, ofStack }: SettingsChoice,
): Promise<Result<SettingsText, Failure>> => {
  const path =
    settings === undefined
      ? (ofStack ?? resolve(io.cwd, io.env['SHOPS_FILE'] ?? resolve(io.root, 'infra/shops.yml')))
      : resolve(io.cwd, settings);
  try {
    return ok({ path, yaml: await readFile(path, 'utf8') });
  } catch {
    return misused(`There is no readable settings file ${path}. Name one with --settings.`);
  }
};

export const readSettings = async (
  io: Pick<Io, 'cwd' | 'root' | 'env'>,
  choice: SettingsChoice,
): Promise<Result<Settings, Failure>> => {
  const text = await readSettingsText(io, choice);
  if (!text.ok) return text;
  const { path, yaml } = text.value;
  const parsed = parseShopsFile(yaml);
  return parsed.ok ? ok(parsed.value) : misused(`${path} is faulty. Mend it and try again:\n${parsed.problem}`);
};

export const findShop = (settings: Settings, id: string): Result<ShopSettings, Failure> => {
  const shop = settings.shops.get(id);
  return shop === undefined
    ? misused(`There is no shop \`${id}\` in the settings; ${whatThereIs([id], [...settings.shops.keys()])}.`)
    : ok(shop);
};

export const findAccount = (settings: Settings, id: string): Result<AccountSettings, Failure> => {
  const account = settings.accounts.get(id);
  return account === undefined
    ? misused(`There is no account \`${id}\` in the settings; ${whatThereIs([id], [...settings.accounts.keys()])}.`)
    : ok(account);
};
