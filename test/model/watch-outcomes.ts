import type { WatchDeps } from './watch.ts';

const WRITES: ReadonlyMap<string, string> = new Map([
  ['setInvoice', 'finance'],
  ['setInvoiceBalance', 'finance'],
  ['setContact', 'crm'],
]);
const READS: ReadonlyMap<string, string> = new Map([
  ['getInvoices', 'finance'],
  ['getInvoice', 'finance'],
  ['getContacts', 'crm'],
  ['getContact', 'crm'],
  ['getHistoryTypes', 'crm'],
]);
/** Documents running that got no answer, before a person opens the lane. */
const MOST_UNKNOWN = 3;

/**
 * Sees that after a write without an answer nothing is written there before a read has been answered, and that no more than three
 * documents running go without an answer. Of contacts a worker that dies tells nobody.
 */
export const makeOutcomeWatch = ({ hasUpsets }: Pick<WatchDeps, 'hasUpsets'>) => {
  const suspects = new Set<string>();
  const runs = new Map<string, number>();
  return {
    begins: (apiKey: string, method: string): string | undefined => {
      const resource = WRITES.get(method);
      if (resource !== undefined && suspects.has(`${apiKey} ${resource}`))
        return `${method} at ${apiKey} after a write without an answer, and nothing was read since`;
      return method === 'setInvoice' && (runs.get(apiKey) ?? 0) >= MOST_UNKNOWN
        ? `a document at ${apiKey} after ${MOST_UNKNOWN} running without an answer`
        : undefined;
    },

    ends: (apiKey: string, method: string, isAnswered: boolean): void => {
      const [read, written] = [READS.get(method), WRITES.get(method)];
      if (read !== undefined && isAnswered) suspects.delete(`${apiKey} ${read}`);
      if (written !== undefined && !isAnswered && !(written === 'crm' && hasUpsets))
        suspects.add(`${apiKey} ${written}`);
      if (method === 'setInvoice') runs.set(apiKey, isAnswered ? 0 : (runs.get(apiKey) ?? 0) + 1);
    },

    /** A person has opened the lanes. */
    resumed: (): void => runs.clear(),
  };
};
