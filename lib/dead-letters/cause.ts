import { digestOf } from '../event/digest.ts';
import type { FixedBy, Letter, LetterField } from './letter.ts';

/** What letters have in common that are mended by the same deed: one setting, one right in CO3, one kind of mistake in the orders of a shop. */
export interface Cause {
  /** Ten hex digits, for people to name it by. */
  readonly key: string;
  readonly shop: string;
  readonly code: number | null;
  readonly name: string;
  readonly fixedBy: FixedBy;
  readonly places: readonly CausePlace[];
}

/** A place that letters of one cause point at; where it is not a matter of settings its value is left out. */
export interface CausePlace {
  /** `settings.payments`, `rows.*.name`; CO3's tag where only that is known. */
  readonly path: string;
  readonly value: string;
}

type Place = Pick<LetterField, 'path' | 'tag' | 'value'>;

export const causeOf = ({ shop, error }: Pick<Letter, 'shop' | 'error'>): Cause => {
  const { code, name, fixedBy, fields } = error;
  const places = toCausePlaces(code, fields);
  return { key: digestOf([shop, code, name, places]).slice(0, KEY_DIGITS), shop, code, name, fixedBy, places };
};

/** The places as a cause has them: each once, and in the same order however they were told. */
export const toCausePlaces = (code: number | null, fields: readonly Place[]): readonly CausePlace[] => {
  const places = fields.map((field): CausePlace => {
    const path = (field.path === '' ? field.tag : field.path).replaceAll(ROW_INDEX, '.*');
    return { path, value: isShared(code, path) ? field.value : '' };
  });
  return [...new Map(places.map((place) => [`${place.path} ${place.value}`, place])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, place]) => place);
};

const KEY_DIGITS = 10;
const ROW_INDEX = /\.\d+(?=\.|$)/g;

// A buyer's data is nobody else's cause. Of these three, what CO3 refuses is the order's own day or rate.
const isShared = (code: number | null, path: string): boolean =>
  /^(?:settings|account)\./.test(path) && (code === null || !OF_THE_ORDER.has(path));

const OF_THE_ORDER: ReadonlySet<string> = new Set([
  'settings.paymentDays',
  'settings.fulfilmentDate',
  'settings.fxRate',
]);
