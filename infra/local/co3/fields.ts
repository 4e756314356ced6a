import type { Fields } from './account.ts';
import { type Refusal, refuse } from './codes.ts';
import { compare, isDecimal, isZero } from './decimal.ts';
import { CURRENCIES, VAT_WORDS } from './vocabulary.ts';
import { childText, type XmlElement } from './xml.ts';

/** Each kind of check, the code that it answers and whether the field is named in the answer's text. */
const CHECKS = {
  date: [12, isDate],
  integer: [13, (text) => /^-?\d{1,15}$/.test(text)],
  numeric: [14, isDecimal],
  notZero: [15, (text) => !isZero(text)],
  notNegative: [16, (text) => compare(text, '0') >= 0],
  percent: [17, (text) => compare(text, '0') >= 0 && compare(text, '100') <= 0],
  digits: [19, (text) => /^\d+$/.test(text)],
  flag: [23, (text) => text === '0' || text === '1'],
} as const satisfies Readonly<Record<string, readonly [number, (text: string) => boolean]>>;

export type Check = keyof typeof CHECKS | 'required';

/** A field and what it has to be, in the order in which it is looked at. */
export type FieldRules = readonly (readonly [tag: string, ...checks: Check[]])[];

/** The first field that is not what it has to be. An absent or empty one offends only `required`. */
export const checkFields = (element: XmlElement, rules: FieldRules): Refusal | undefined => {
  for (const [tag, ...checks] of rules) {
    const text = childText(element, tag) ?? '';
    for (const check of checks) {
      if (check === 'required') {
        if (text === '') return refuse(4, `(${tag})`);
        continue;
      }
      const [code, holds] = CHECKS[check];
      if (text !== '' && !holds(text)) return refuse(code, tag);
    }
  }
  return undefined;
};

/** Those of the tags that stand in the element; a tag that is left out is not there. */
export const fieldsOf = (element: XmlElement, tags: readonly string[]): Fields =>
  Object.fromEntries(
    tags.flatMap((tag) => {
      const text = childText(element, tag);
      return text === undefined ? [] : [[tag, text]];
    }),
  );

/** The number that a checked integer field bears; 0 where it is absent or empty. */
export const idOf = (element: XmlElement, tag: string): number => Number(childText(element, tag) ?? '0');

export const rowsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter(({ name }) => name === 'items').flatMap(({ children }) => children);

export const checkRows = (rows: readonly XmlElement[], rules: FieldRules): Refusal | undefined => {
  for (const row of rows) {
    const refusal = checkFields(row, rules);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

/** A currency that CO3 does not know at all is 21; one that this account may not use has the code of its field. */
export const checkCurrency = (value: string, allowed: readonly string[], code: number): Refusal | undefined => {
  if (value === '' || allowed.includes(value)) return undefined;
  return CURRENCIES.includes(value) ? refuse(code, value) : refuse(21, allowed.join(', '));
};

/** A percent, or the word for why there is none. */
export const isVatRate = (text: string): boolean =>
  VAT_WORDS.includes(text) || (isDecimal(text) && compare(text, '0') >= 0 && compare(text, '100') <= 0);

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
