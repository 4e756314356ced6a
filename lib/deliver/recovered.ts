import { amendAndSettle, SUPERSEDED } from './conclude.ts';
import type { OrderRecord } from './records.ts';
import { type Ended, ended, logFields, type Work } from './work.ts';

/**
 * Before anything is planned for an order that has nothing yet: what CO3 has of it from before the table was lost is put into its record,
 * also where it is cancelled by now. Undefined where there is nothing. It is read under the lane's lease, which `bridge ledger rebuild`
 * holds while it writes.
 */
export const recall = async (work: Work, order: OrderRecord): Promise<Ended | undefined> => {
  if (order.documents.length > 0 || order.steps.length > 0) return undefined;
  const recovered = await work.deps.ledger.read('recovered', order.key);
  if (recovered === undefined || recovered.documents.length === 0) return undefined;
  const { documents } = recovered;
  const recalled = await amendAndSettle(work, order, SUPERSEDED, (current) =>
    current.documents.length > 0 ? current : { ...current, documents },
  );
  work.deps.log.info('documents recalled', { ...logFields(order), count: documents.length });
  return ended(recalled, 'idle');
};
