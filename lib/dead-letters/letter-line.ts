import * as z from 'zod/mini';
import type { Instant } from '../event/time.ts';
import { whenAsked } from '../event/when-asked.ts';
import { causeOf } from './cause.ts';
import type { FixedBy, Letter, LetterField, LetterRecord, LetterState } from './letter.ts';

/** One line of the list of letters, as the index holds it: all that a list, a group or a sum needs without reading the letter. */
export interface LetterLine {
  readonly id: string;
  readonly state: LetterState;
  readonly shop: string;
  readonly account: string;
  readonly traceId: string | null;
  readonly parkedAt: Instant;
  readonly noticeAt: number | null;
  readonly subject: Pick<Letter['subject'], 'kind' | 'id'>;
  readonly label: string;
  readonly code: number | null;
  readonly name: string;
  readonly fixedBy: FixedBy;
  /** `causeOf(letter).key`. */
  readonly cause: string;
  /** The first places that the letter points at, with long values cut. */
  readonly places: readonly LinePlace[];
  /** What the order came to when it was tried; null where the letter is about no order. */
  readonly atStake: AtStake | null;
}

export type LinePlace = Pick<LetterField, 'path' | 'tag' | 'value'>;

export interface AtStake {
  readonly minor: number;
  readonly currency: string;
}

/** The line that a list shows of a letter. */
export const toLetterLine = ({ letter, traceId, noticeAt }: LetterRecord): LetterLine => {
  const { id, state, shop, account, parkedAt, subject, error } = letter;
  return {
    ...{ id, state, shop, account, traceId, parkedAt, noticeAt },
    subject: { kind: subject.kind, id: subject.id },
    label: cut(subject.label, LABEL_KEPT),
    ...{ code: error.code, name: error.name, fixedBy: error.fixedBy },
    cause: causeOf(letter).key,
    places: error.fields
      .slice(0, PLACES_KEPT)
      .map(({ path, tag, value }) => ({ path, tag, value: cut(value, VALUE_KEPT) })),
    atStake: toAtStake(letter.event),
  };
};

// All lines are read for each list: what is in them is small, whatever stands in an order.
const LABEL_KEPT = 200;
const VALUE_KEPT = 80;
const PLACES_KEPT = 3;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${[...text.slice(0, 2 * most)].slice(0, most - 1).join('')}…`;

/** An order as far as its worth goes; other events, and orders that are left out of their letter, have none. */
const worth = whenAsked(() => z.object({ kind: z.literal('order'), currency: z.string(), currentTotalMinor: z.int() }));

const toAtStake = (event: unknown): AtStake | null => {
  const order = worth().safeParse(event);
  return order.success ? { minor: order.data.currentTotalMinor, currency: order.data.currency } : null;
};
