import type { SentPayment } from './step-records.ts';

/** What a document's balance says of a booking without an answer. Others may book on it too, so that more than ours counts as ours. */
export const judgeBalance = (
  { beforeMinor, amountMinor }: Pick<SentPayment, 'beforeMinor' | 'amountMinor'>,
  shownMinor: number,
): 'booked' | 'not-booked' | 'unclear' => {
  const missing = amountMinor - (shownMinor - beforeMinor);
  if (amountMinor < 0 ? missing >= 0 : missing <= 0) return 'booked';
  return shownMinor === beforeMinor ? 'not-booked' : 'unclear';
};
