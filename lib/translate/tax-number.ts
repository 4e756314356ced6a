import type { OrderSnapshot } from '../event/snapshot.ts';
import { countryOfVatNumber, isEuCountry } from './eu.ts';
import { foldKey } from './fold.ts';

export interface TaxNumber {
  /** As documents bear it: `12345676-1-42`, `DE123456789`, outside the EU as it was given. */
  readonly text: string;
  /** `hungarian`: eleven digits. `foreign`: outside the EU, where no form is known. */
  readonly form: 'hungarian' | 'eu' | 'foreign';
  /** ISO 3166-1 alpha-2 of who gave it. */
  readonly country: string;
}

/** The first text that stands at one of the shop's places; accents, letter case and punctuation of a place do not count. */
export const findTaxNumberText = (notes: OrderSnapshot['notes'], places: readonly string[]): string => {
  for (const place of places) {
    const key = foldKey(place);
    const found = notes.find((note) => foldKey(note.name) === key && note.value.trim() !== '');
    if (found !== undefined) return found.value.trim();
  }
  return '';
};

/** The tax number that a company's text is, or undefined where it can be none. `country` is the company's own. */
export const parseTaxNumber = (text: string, country: string): TaxNumber | undefined => {
  // Connectors write «VAT registration number: DE123456789» into a note.
  const bare = text.slice(text.lastIndexOf(':') + 1).trim();
  if (!/[1-9]/.test(bare)) return undefined;
  // Greek numbers bear EL; shops know Greece as GR.
  const compact = bare
    .toUpperCase()
    .replace(/[\s.\-\u2013/]/gu, '')
    .replace(/^GR(?=\d{9}$)/, 'EL');
  const hungarian = /^(?:HU)?(\d{8})([1-5])(\d{2})$/.exec(compact);
  const [, base = '', vatCode = '', county = ''] = hungarian ?? [];
  if (hungarian !== null && hasCheckDigit(base))
    return { text: `${base}-${vatCode}-${county}`, form: 'hungarian', country: 'HU' };
  const member = countryOfVatNumber(compact);
  if (member === 'HU' && !hasCheckDigit(compact.slice(2))) return undefined;
  if (member !== undefined) return { text: compact, form: 'eu', country: member };
  if (country !== '' && !isEuCountry(country)) return { text: bare, form: 'foreign', country };
  return undefined;
};

/** Whether two texts are one tax number, however they are written: `12345676142` = `12345676-1-42`. */
export const isSameTaxNumber = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map(toBareTaxNumber);
  return one === other && one !== '';
};

/** Letters and digits alone; empty where no tax number is given. */
export const toBareTaxNumber = (text: string): string =>
  (parseTaxNumber(text, '')?.text ?? text).toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The eighth digit of a Hungarian tax number follows from the seven before it. */
const hasCheckDigit = (base: string): boolean => {
  if (base === '00000000') return false;
  const weighed = [9, 7, 3, 1, 9, 7, 3].reduce((sum, weight, at) => sum + weight * Number(base[at]), 0);
  return (10 - (weighed % 10)) % 10 === Number(base[7]);
};
