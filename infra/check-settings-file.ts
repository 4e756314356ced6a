import { readFile } from 'node:fs/promises';
import { checkShopsFile } from '../lib/cli/check-shops-file.ts';
import { fail, ok, type Result } from '../lib/event/result.ts';
import { faultsText } from '../lib/settings/faults.ts';
import type { Settings } from '../lib/settings/settings.ts';

/** The settings of this file, which any function starts with; else why none would, in words for a person. */
export const checkSettingsFile = async (path: string): Promise<Result<Settings, string>> => {
  let yaml: string;
  try {
    yaml = await readFile(path, 'utf8');
  } catch {
    return fail(`There is no readable settings file ${path}.`);
  }
  const settings = checkShopsFile(yaml);
  return settings.ok
    ? ok(settings.value)
    : fail(`${path} is faulty. Mend it and try again:\n${faultsText(settings.problem)}`);
};
