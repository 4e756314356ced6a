import { toInstant } from '../event/time.ts';
import type { OrderRecord } from './records.ts';
import type { LiveDocument, Step } from './step-records.ts';

/** Whether a document comes after an order's invoice: a corrective invoice or a storno. */
export const isLater = ({ purpose }: Pick<LiveDocument, 'purpose'>): boolean => /^(correction|storno):/.test(purpose);

/** Whether CO3 shows another total for a document than was sent, and than a person has accepted. */
export const isShownOtherwise = (
  document: LiveDocument,
): document is LiveDocument & { readonly shownMinor: number } => {
  const { shownMinor, totalMinor, acceptedMinor } = document;
  return shownMinor !== null && shownMinor !== totalMinor && shownMinor !== acceptedMinor;
};

/** The document that a step made. */
export const toLiveDocuments = (step: Step, id: string | null, shownMinor: number | null): readonly LiveDocument[] =>
  step.document === null
    ? []
    : [
        {
          ...step.document,
          id,
          purpose: step.purpose,
          generation: step.generation,
          marker: step.marker,
          currency: step.currency,
          totalMinor: step.totalMinor,
          issuedAt: toInstant(step.sentAt),
          shownMinor: shownMinor === step.totalMinor ? null : shownMinor,
          acceptedMinor: null,
          paidMinor: 0,
        },
      ];

/** When CO3 is searched next for something of this order; null where nothing is looked for. */
export const nextLookAt = ({ steps }: Pick<OrderRecord, 'steps'>): number | null => {
  const times = steps.flatMap(({ look }) => (look === null || look.at === null ? [] : [look.at]));
  return times.length === 0 ? null : Math.min(...times);
};
