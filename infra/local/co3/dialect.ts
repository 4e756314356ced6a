import { pickOne, type Random } from './random.ts';

/** What CO3's documentation leaves open: each simulator answers in one way of many. */
export interface Dialect {
  /** The word in `result`. */
  readonly resultWord: string;
  readonly acknowledges: 'result-and-id' | 'result' | 'id';
  /** `contract`: the tag of the thing's kind (`contact_id`); `id`: plainly that. */
  readonly idTag: 'contract' | 'id';
  /** How deep under `response` an acknowledgement stands. */
  readonly depth: 1 | 2 | 3;
  readonly text: 'cdata' | 'escaped';
  /** Line ends and spaces around texts and elements. */
  readonly whitespace: boolean;
  /** `é` as `&#233;` where texts are escaped. */
  readonly references: boolean;
  /** What is kept of an invoice's comment. */
  readonly comment: 'whole' | 'cut-200' | 'first-half' | 'dropped';
  readonly rounding: 'row' | 'total';
  readonly forintDecimals: 0 | 2;
  /** Answers come after 0 up to so many milliseconds. */
  readonly jitterMs: number;
  /** The HTTP status of an error. */
  readonly errorStatus: 200 | 400 | 500;
  readonly session: 'tag' | 'bare';
}

/** The plainest form of everything. */
export const PLAIN_DIALECT: Dialect = {
  resultWord: 'OK',
  acknowledges: 'result-and-id',
  idTag: 'contract',
  depth: 1,
  text: 'cdata',
  whitespace: false,
  references: false,
  comment: 'whole',
  rounding: 'row',
  forintDecimals: 2,
  jitterMs: 0,
  errorStatus: 200,
  session: 'tag',
};

export const pickDialect = (random: Random): Dialect => ({
  resultWord: pickOne(random, ['OK', 'Ok', 'ok', 'oK']),
  acknowledges: pickOne(random, ['result-and-id', 'result', 'id']),
  idTag: pickOne(random, ['contract', 'id']),
  depth: pickOne(random, [1, 2, 3]),
  text: pickOne(random, ['cdata', 'escaped']),
  whitespace: pickOne(random, [false, true]),
  references: pickOne(random, [false, true]),
  comment: pickOne(random, ['whole', 'whole', 'cut-200', 'first-half', 'dropped']),
  rounding: pickOne(random, ['row', 'total']),
  forintDecimals: pickOne(random, [0, 2]),
  jitterMs: pickOne(random, [0, 50, 300]),
  errorStatus: pickOne(random, [200, 400, 500]),
  session: pickOne(random, ['tag', 'bare']),
});

export const keepComment = (comment: string, kept: Dialect['comment']): string => {
  switch (kept) {
    case 'whole':
      return comment;
    case 'cut-200':
      return [...comment].slice(0, 200).join('');
    case 'first-half':
      return [...comment].slice(0, Math.ceil([...comment].length / 2)).join('');
    case 'dropped':
      return '';
  }
};
