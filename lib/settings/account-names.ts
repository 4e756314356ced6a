import { fail, ok, type Result } from '../event/result.ts';
import { faultsText } from './faults.ts';
import { parseTree } from './parse-tree.ts';
import { toReadable } from './readable-settings.ts';

/** The names of a file's accounts, for whoever needs no more of it and no platform to check it with. */
export const parseAccountNames = (yaml: string): Result<readonly string[], string> => {
  const tree = parseTree(yaml);
  if (!tree.ok) return fail(faultsText(tree.problem));
  const names = Object.keys(toReadable(tree.value).accounts);
  return names.length > 0 ? ok(names) : fail('it names no account');
};
