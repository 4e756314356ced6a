import { isShownOtherwise } from '../deliver/live-documents.ts';
import type { OrderRecord, WorkedRecord } from '../deliver/records.ts';
import type { Look, Step } from '../deliver/step-records.ts';
import { amendWorked, updateRecord, type Writer } from '../deliver/update-record.ts';
import type { OrderKey } from '../event/snapshot.ts';
import type { Letter, LetterRecord } from './letter.ts';
import { settleByHand } from './settle-by-hand.ts';
import { soughtStep } from './undecided.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Does to what a letter is about what its last entry asks for, once it is being redriven. Repeating it does no harm. */
export const carryOut = async (
  writer: Writer,
  record: LetterRecord,
  now: number,
): Promise<WorkedRecord | undefined> => {
  const { letter, work } = record;
  if (work === null) return undefined;
  const isDiscard = letter.history.at(-1)?.action === 'discarded';
  if (work.kind === 'order' && !isDiscard) return carryOutOrder(writer, letter, work.key, now);
  const worked = await writer.ledger.read(work.kind, work.key);
  if (worked === undefined) return undefined;
  return amendWorked(writer, worked, (current) =>
    isDiscard ? settleByHand(current, record, now) : freed(current, letter, now),
  );
};

/** As `carryOut`, for a letter that is known to be an order's. */
export const carryOutOrder = (
  writer: Writer,
  letter: Letter,
  key: OrderKey,
  now: number,
): Promise<OrderRecord | undefined> =>
  updateRecord(writer, 'order', key, (order) =>
    order === undefined ? undefined : freed(askedAfresh(answered(order, letter, now)), letter, now),
  );

// Credentials may have come since, or the shop may tell the order by now.
const askedAfresh = (order: OrderRecord): OrderRecord =>
  order.snapshot.coverage === 'whole' ? order : { ...order, asked: null };

/** What a step is called in a letter's history. */
export const stepName = ({ purpose, generation }: Step): string => `${purpose}/${generation}`;

const answered = (order: OrderRecord, letter: Letter, now: number): OrderRecord => {
  const asked = letter.history.at(-1);
  if (order.letter?.id !== letter.id || asked === undefined) return order;
  const step = soughtStep(order, letter);
  switch (asked.action) {
    case 'adopted':
      return step === undefined ? order : withStep(order, step, adopting(step, asked.why, asked.by, now));
    case 'sent-again':
      // Another one that is unknown by then was sent since.
      return step === undefined || stepName(step) !== asked.why ? order : withStep(order, step, writtenOff(step, now));
    default:
      return accepted(order, letter);
  }
};

const withStep = (order: OrderRecord, step: Step, changed: Step): OrderRecord => ({
  ...order,
  steps: order.steps.map((one) => (one === step ? changed : one)),
});

const adopting = (step: Step, as: string, by: string, now: number): Step => ({
  ...step,
  look: { ...(step.look ?? firstLook(now)), adopt: { as, by }, refusal: null, at: now },
});

/** CO3 is watched for it as long again as it was to be from its sending on. */
const writtenOff = (step: Step, now: number): Step => {
  const look = step.look ?? firstLook(now);
  const watchMs = step.look === null ? DAY_MS : look.until - step.sentAt;
  return {
    ...step,
    state: 'written-off',
    endedAt: now,
    look: {
      ...look,
      // Once more before anything is sent in its place.
      reads: 0,
      at: now,
      until: now + watchMs,
      isPersonAsked: true,
      adopt: null,
      refusal: null,
    },
  };
};

const firstLook = (now: number): Look => ({
  reads: 0,
  at: now,
  until: now + DAY_MS,
  isPersonAsked: true,
  seen: [],
  adopt: null,
  refusal: null,
});

/** Redriving such a letter means that what CO3 shows is as it shall be: of each the first, which is the one that the letter tells of. */
const accepted = (order: OrderRecord, { error }: Letter): OrderRecord => {
  // Asked for already: another one that differs was told to nobody.
  if (order.redrive || order.reason === 'Redriven') return order;
  switch (error.name) {
    case 'AmountDiffers': {
      const other = order.documents.find(isShownOtherwise);
      return {
        ...order,
        documents: order.documents.map((document) =>
          document === other ? { ...document, acceptedMinor: document.shownMinor, shownMinor: null } : document,
        ),
      };
    }
    case 'DuplicateFound': {
      const doubled = order.steps.find(({ doubles }) => doubles.length > 0);
      return doubled === undefined ? order : withStep(order, doubled, { ...doubled, doubles: [] });
    }
    default:
      return order;
  }
};

/** What a person says of CO3's documents is no leave for the one that is planned on it. */
export const saysOnly = ({ error }: Letter): boolean =>
  error.name === 'AmountDiffers' || error.name === 'DuplicateFound';

/** Whatever a person has settled by hand is the bridge's again; what rests by this letter has it open once more. */
const takenBack = <R extends WorkedRecord>(record: R, { id }: Letter): R => ({
  ...record,
  discarded: null,
  ...(restsBy(record, id)
    ? { letter: { id, content: null }, closing: record.closing.filter((one) => one.id !== id) }
    : {}),
});

/** Whether a record is at rest because a person has discarded this letter. */
export const restsBy = ({ letter, discarded, reason }: WorkedRecord, id: string): boolean =>
  letter === null && discarded?.id === id && reason === 'SettledByHand';

const freed = <R extends WorkedRecord>(record: R, letter: Letter, now: number): R => {
  // It has changed since, which the person has not seen.
  if (isTakenBack(letter) && !restsBy(record, letter.id)) return record;
  return {
    ...(saysOnly(letter) ? record : takenBack(record, letter)),
    redrive: !saysOnly(letter),
    status: 'due',
    reason: 'Redriven',
    dueAt: now,
    starts: 0,
    tries: 0,
  };
};

const isTakenBack = ({ history }: Letter): boolean =>
  history.at(-1)?.action === 'redriven' &&
  history.slice(0, -1).findLast(({ action }) => action !== 'closed')?.action === 'discarded';
