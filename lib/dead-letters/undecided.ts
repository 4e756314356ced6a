import type { Ledger } from '../deliver/ports.ts';
import type { OrderRecord } from '../deliver/records.ts';
import type { Step } from '../deliver/step-records.ts';
import { fail, ok, type Result } from '../event/result.ts';
import type { Letter, LetterRecord } from './letter.ts';
import { type LetterRefusal, NO_ORDER, NO_SUCH_LETTER, nothingUnknown, notParked } from './letter-refusal.ts';

/** Letters whose order waits until a person has said what CO3 has. */
const UNDECIDED: ReadonlySet<string> = new Set(['OutcomeUnknown', 'DocumentIdUnknown']);

export const isUndecided = ({ error }: Letter): boolean => UNDECIDED.has(error.name);

/** A letter with the step that it is about. */
export interface Undecided {
  readonly record: LetterRecord;
  readonly order: OrderRecord;
  readonly step: Step;
}

/** The parked letter with the step that a person can decide on. */
export const readUndecided = async (ledger: Ledger, id: string): Promise<Result<Undecided, LetterRefusal>> => {
  const record = await ledger.read('letter', id);
  if (record === undefined) return fail(NO_SUCH_LETTER);
  if (record.letter.state !== 'parked') return fail(notParked(record.letter));
  if (record.work?.kind !== 'order') return fail(NO_ORDER);
  if (!isUndecided(record.letter)) return fail(otherLetter(record.letter));
  const order = await ledger.read('order', record.work.key);
  const step = order === undefined ? undefined : soughtStep(order, record.letter);
  return order === undefined || step === undefined ? fail(nothingUnknown(record.letter)) : ok({ record, order, step });
};

/** The step that an undecided letter is about; undefined where nothing of the order is unknown any more. */
export const soughtStep = (
  { letter: open, steps, documents }: OrderRecord,
  { id, error }: Letter,
): Step | undefined => {
  if (open?.id !== id) return undefined;
  if (error.name === 'OutcomeUnknown') return steps.find(({ state }) => state === 'unknown');
  const nameless = documents.find(({ id: known, marker }) => known === null && marker === error.fields[0]?.value);
  return steps.findLast(({ state, marker }) => state === 'done' && marker === nameless?.marker);
};

const otherLetter = ({ id, error }: Letter): LetterRefusal => ({
  why: 'other-letter',
  text: `The letter is ${error.name}, and nothing of its order is unknown. Only the letters ${[...UNDECIDED].join(' and ')} name a document that can be adopted, and only OutcomeUnknown one that can be sent again; this one is tried again with \`bridge dlq redrive ${id}\`, once its cause is mended.`,
});
