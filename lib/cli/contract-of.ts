import type { Contract } from '../co3/contract.ts';
import { toContract } from '../co3/contract-overrides.ts';
import { ok, type Result } from '../event/result.ts';
import type { AccountSettings } from '../settings/settings.ts';
import { type Failure, misused } from './outcome.ts';

/** CO3's API as the account's settings have it. */
export const contractOf = (account: AccountSettings): Result<Contract, Failure> => {
  const contract = toContract(account.contract);
  return contract.ok
    ? ok(contract.value)
    : misused(`accounts.${account.id}.contract is faulty. Mend it and try again:\n${contract.problem}`);
};
