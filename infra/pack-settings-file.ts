import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packSettings } from '../lib/settings/packed-settings.ts';
import { checkSettingsFile } from './check-settings-file.ts';

/** Checks the settings of the one file and writes them to the other as the functions read them; else why not, in words for a person. */
export const packSettingsFile = async (from: string, to: string): Promise<string | null> => {
  const settings = await checkSettingsFile(from);
  if (!settings.ok) return settings.problem;
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, packSettings(settings.value));
  return null;
};
