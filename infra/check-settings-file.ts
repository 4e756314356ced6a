import { readFile } from 'node:fs/promises';
import { checkShopsFile } from '../lib/cli/check-shops-file.ts';
import { faultsText } from '../lib/settings/faults.ts';

/** Why no function would start with the settings of this file, in words for a person; null where they would. */
export const checkSettingsFile = async (path: string): Promise<string | null> => {
  let yaml: string;
  try {
    yaml = await readFile(path, 'utf8');
  } catch {
    return `There is no readable settings file ${path}.`;
  }
  const settings = checkShopsFile(yaml);
  return settings.ok ? null : `${path} is faulty. Mend it and try again:\n${faultsText(settings.problem)}`;
};
