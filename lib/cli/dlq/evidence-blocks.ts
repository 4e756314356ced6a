import type { Letter } from '../../dead-letters/letter.ts';
import { sendAgainFrom } from '../../dead-letters/send-again.ts';
import type { OrderRecord } from '../../deliver/records.ts';
import type { SentPayment, Step } from '../../deliver/step-records.ts';
import { formatMinor } from '../../event/money.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { type Block, type Fact, facts, table, text, title } from '../view/block.ts';
import { searchText } from '../view/search-text.ts';
import { toTimeText } from '../view/time-text.ts';

export interface EvidenceContext {
  readonly now: number;
  /** Undefined where the settings have the order's account no more. */
  readonly readBack: AccountSettings['readBack'] | undefined;
  readonly whereText: string;
}

/** What was sent beside what CO3 shows, for the person who has to decide whether it is there; and how to say so. */
export const evidenceBlocks = (
  letter: Letter,
  order: OrderRecord,
  step: Step,
  context: EvidenceContext,
): readonly Block[] => [
  title('What is not known'),
  facts(
    ...(step.payment === null ? documentFacts(order, step) : paymentFacts(step, step.payment)),
    ['search', searchText(step.look, context.now)],
    ...(step.look?.refusal == null
      ? []
      : [[step.payment === null ? 'not adopted' : 'but', step.look.refusal] as const]),
  ),
  ...(step.payment === null ? comparisonBlocks(step) : []),
  ...(letter.state === 'parked' ? [text(hintText(letter, step, context))] : []),
];

const documentFacts = ({ documents }: OrderRecord, step: Step): readonly Fact[] => {
  const document = step.document ?? documents.find(({ marker }) => marker === step.marker);
  return [
    ['what', step.purpose],
    ['marker', `${step.marker} (the first line of its comment)`],
    ['buyer', `the contact ${document?.contactId ?? 'that is not known'} in CO3`],
    ...(document?.corrects == null ? [] : [['corrects', `the invoice with the id ${document.corrects}`] as const]),
  ];
};

const paymentFacts = (step: Step, { invoiceId, amountMinor, beforeMinor }: SentPayment): readonly Fact[] => [
  ['what', `${step.purpose}, on the invoice with the id ${invoiceId}`],
  ['sent', toTimeText(step.sentAt)],
  ['amount', moneyText(amountMinor, step)],
  ['paid before', moneyText(beforeMinor, step)],
  ['paid if done', moneyText(beforeMinor + amountMinor, step)],
];

/** A row for what was sent, and below it one for each invoice of that buyer that CO3 showed. */
const comparisonBlocks = (step: Step): readonly Block[] => {
  const seen = step.look?.seen ?? [];
  return [
    table(
      ['  where', 'number', 'CO3’s id', 'sum', 'when'],
      [
        ['  sent', 'not known', 'not known', moneyText(step.totalMinor, step), toTimeText(step.sentAt)],
        ...seen.map(({ number, id, totalMinor, day }) => [
          '  in CO3',
          number,
          id,
          `${moneyText(totalMinor, step)}${totalMinor === step.totalMinor ? ', the same' : ''}`,
          day,
        ]),
      ],
    ),
    ...(seen.length === 0 && (step.look?.reads ?? 0) > 0
      ? [text('CO3 showed no other invoice of this buyer from those days.')]
      : []),
  ];
};

const hintText = ({ id, error }: Letter, step: Step, { now, readBack, whereText }: EvidenceContext): string => {
  const adopt = `npx bridge dlq adopt ${id}${whereText} --as NUMBER`;
  if (error.name === 'DocumentIdUnknown')
    return `CO3 has taken it. Look it up there by the marker, and name it:\n  ${adopt}`;
  const from = readBack === undefined ? now : sendAgainFrom(step, readBack);
  const sendAgain = `npx bridge dlq redrive ${id}${whereText} --send-again`;
  const when = from > now ? ` (from ${toTimeText(from)} on)` : '';
  if (step.payment !== null)
    return `If CO3 shows it as paid, or certainly not${when}; the balance is read before anything is booked:\n  ${sendAgain}`;
  return `If it is in CO3, shown above or found by you:\n  ${adopt}\nIf it is certainly not there${when}:\n  ${sendAgain}`;
};

const moneyText = (minor: number, { currency }: Step): string => `${formatMinor(minor, currency)} ${currency}`;
