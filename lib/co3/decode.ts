import { own } from '../event/own.ts';
import { CO3_CODES, type Co3Code, type Co3Error, type Co3ErrorField, isKnownCode } from './codes.ts';
import { toOwnError } from './own-problems.ts';
import { isKnownTag, pathOf } from './paths.ts';
import { tailOf, toItems, toQuotedValue, toTagNames } from './tail.ts';

/** One leaf of a call: repeated tags (rows) stand once each, in their order. */
export interface SentTag {
  readonly tag: string;
  /** Our name of the place, empty where it has none; a number in it is the row's index. */
  readonly path: string;
  readonly value: string;
}

export interface SentCall {
  /** Our name of the method (`setContact`), whatever the account's contract renames it to. */
  readonly method: string;
  readonly tags: readonly SentTag[];
}

/**
 * What CO3 refused, read for a person: the number decides, the text is kept whole and only its tail is read, as data.
 * Any number and any text give an error; none throws.
 */
export const decodeError = (code: number | null, text: string, sent: SentCall): Co3Error => {
  if (code === null) return toOwnError('RefusedWithoutCode', text, []);
  if (!isKnownCode(code)) return { ...toOwnError('UnknownCode', text, []), code };
  const row: Co3Code = CO3_CODES[code];
  return {
    code,
    name: row.name,
    module: row.module,
    scope: row.scope,
    fixedBy: row.fixedBy ?? 'developer',
    alarm: row.alarm,
    text,
    fields: toFields(row, text, sent),
    advice: row.advice,
    docs: docsOf(code, row),
  };
};

/** The section of docs/errors.md on a code. */
export const docsOf = (code: number, row: Pick<Co3Code, 'name'>): string =>
  `docs/errors.md#${code}-${row.name.toLowerCase()}`;

const toFields = (row: Co3Code, text: string, sent: SentCall): readonly Co3ErrorField[] => {
  // A list of values that is part of the official text is read from what CO3 said, too.
  const words = row.tail === 'allowed' ? row.text.slice(0, row.text.lastIndexOf(':') + 1) : row.text;
  const tail = tailOf(text, words);
  const listed = row.tail === 'allowed' ? toItems(tail) : [];
  const allowed = listed.length > 0 ? listed : row.allowed;
  const quoted = row.tail === 'value' ? toQuotedValue(tail) : '';
  const tags = row.tail === 'field' ? toTagNames(tail, knownIn(tail.text, sent)) : pointsOf(row, sent.method);
  const places = row.places.map((place) => ({
    tag: '',
    path: place.replace('{method}', () => sent.method),
    value: '',
    allowed: [],
  }));
  return [...tags.flatMap((tag, index) => toTagFields(tag, index === 0 ? quoted : '', allowed, sent)), ...places];
};

const pointsOf = (row: Co3Code, method: string): readonly string[] =>
  own(row.points, method) ?? row.points['any'] ?? [];

/** The sent tags first, then those of the text that stand in the table of places. */
const knownIn = (text: string, sent: SentCall): readonly string[] => [
  ...(text.match(/[\p{L}\p{N}_]+/gu) ?? []).map((word) => word.toLowerCase()).filter(isKnownTag),
  ...sent.tags.map(({ tag }) => tag),
];

const toTagFields = (
  tag: string,
  quoted: string,
  allowed: readonly string[],
  sent: SentCall,
): readonly Co3ErrorField[] => {
  const general = pathOf(sent.method, tag, null);
  const exact = sent.tags.filter((leaf) => leaf.tag === tag);
  // An account's contract may have renamed the tag; then the place tells it.
  const leaves = exact.length > 0 || general === '' ? exact : sent.tags.filter((leaf) => isAt(leaf, sent.method, tag));
  const matches = leaves.map((leaf, index) => ({
    tag: leaf.tag,
    path: general === '' ? leaf.path : pathOf(sent.method, tag, rowOf(leaf.path) ?? index),
    value: leaf.value,
    allowed,
  }));
  const quotedOnes = matches.filter(({ value }) => value === quoted);
  if (quoted === '' || quotedOnes.length > 0) {
    const named = quoted === '' ? matches : quotedOnes;
    return named.length > 0 ? named : [{ tag, path: general, value: '', allowed }];
  }
  const only = matches.length === 1 ? matches[0] : undefined;
  return [{ tag: only?.tag ?? tag, path: only?.path ?? general, value: quoted, allowed }];
};

const isAt = ({ path }: SentTag, method: string, tag: string): boolean =>
  path === pathOf(method, tag, rowOf(path) ?? 0);

const rowOf = (path: string): number | null => {
  const digits = /(?<!\d)\d{1,6}(?!\d)/.exec(path)?.[0];
  return digits === undefined ? null : Number(digits);
};
