import type { Ledger } from './ports.ts';
import type { WorkRef } from './records.ts';

/** What the index names as due for the account the longest: one of the orders, one of the catalogue. It lags: a worker reads what it names. */
export const readNextDue = async (ledger: Ledger, account: string, now: number): Promise<readonly WorkRef[]> =>
  (await Promise.all((['orders', 'catalogue'] as const).map((of) => ledger.due(account, of, now, 1)))).flat();
