import { toContract } from '../co3/contract-overrides.ts';
import { fail, type Result } from '../event/result.ts';
import type { Fault } from '../settings/faults.ts';
import { checkSettings, type Settings } from '../settings/settings.ts';
import { PLATFORM_TRAITS } from '../shops/index.ts';

/** Reads shops.yml, with all that any function would refuse to start with; else every fault. */
export const checkShopsFile = (yaml: string): Result<Settings, readonly Fault[]> => {
  const settings = checkSettings(yaml, { platforms: PLATFORM_TRAITS, ofContract });
  if (settings.ok && settings.value.accounts.size === 0)
    return fail([{ path: ['accounts'], message: 'names no account' }]);
  return settings;
};

const ofContract = (contract: unknown): readonly string[] => {
  const read = toContract(contract);
  return read.ok ? [] : linesOf(read.problem);
};

/** One a fault; what stands at a place of its own names it. */
const linesOf = (problem: string): readonly string[] =>
  problem
    .replaceAll(/\n {2}→ at (.*)/g, ' (at $1)')
    .replaceAll(/^✖ /gm, '')
    .split('\n');
