import type { OrderRecord } from '../deliver/records.ts';
import type { SentPayment } from '../deliver/step-records.ts';
import type { Writer } from '../deliver/update-record.ts';
import { fail, ok, type Result } from '../event/result.ts';
import { happened } from './build-letter.ts';
import { carryOutOrder } from './carry-out.ts';
import { claimLetter } from './claim-letter.ts';
import { type LetterRefusal, nothingUnknown } from './letter-refusal.ts';
import { readUndecided } from './undecided.ts';

const MAX_NUMBER_LENGTH = 64;

/**
 * Lets the worker take an invoice that stands in CO3 for the document whose outcome is unknown. `as` is its number or id there, as a person
 * reads it; the worker looks it up, compares it with what was sent, and gives the letter back where it cannot be the one.
 */
export const adoptDocument = async (
  writer: Writer,
  id: string,
  as: string,
  by: string,
  now: number,
): Promise<Result<OrderRecord, LetterRefusal>> => {
  const number = as.trim();
  if (!isNumber(number)) return fail(FAULTY_NUMBER);
  const undecided = await readUndecided(writer.ledger, id);
  if (!undecided.ok) return undecided;
  const { record, step } = undecided.value;
  if (step.payment !== null) return fail(isPayment(record.key, step.payment));
  const claimed = await claimLetter(writer, record, happened('adopted', by, number, now));
  if (!claimed.ok) return claimed;
  const order = await carryOutOrder(writer, claimed.value.letter, undecided.value.order.key, now);
  const isAsked =
    order?.steps.some(({ marker, look }) => marker === step.marker && look?.adopt?.as === number) ?? false;
  return order !== undefined && isAsked ? ok(order) : fail(nothingUnknown(record.letter));
};

// Whatever else CO3 numbers its invoices with, nobody types what cannot be seen.
const isNumber = (text: string): boolean =>
  text.length >= 1 && text.length <= MAX_NUMBER_LENGTH && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);

const FAULTY_NUMBER: LetterRefusal = {
  why: 'faulty-number',
  text: `Give the invoice's number, or its id, as CO3 shows it: 1 to ${MAX_NUMBER_LENGTH} characters on one line.`,
};

const isPayment = (id: string, { invoiceId }: SentPayment): LetterRefusal => ({
  why: 'payment',
  text: `What got no answer is a payment, and a payment has no number. Look at the balance of the invoice with the id ${invoiceId} in CO3, then \`bridge dlq redrive ${id} --send-again\`: the balance is read before anything is booked, so what CO3 shows as paid is not booked again.`,
});
