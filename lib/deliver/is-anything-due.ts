import type { Ledger } from './ports.ts';

/** Whether the index names anything that is due for the account. It lags: a worker reads what it names. */
export const isAnythingDue = async (ledger: Ledger, account: string, now: number): Promise<boolean> =>
  (await ledger.due(account, 'orders', now, 1)).length > 0 ||
  (await ledger.due(account, 'catalogue', now, 1)).length > 0;
