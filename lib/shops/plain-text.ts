import { NAMED_ENTITIES } from './named-entities.ts';

/** HTML as text: without tags, entities decoded once, a line for each block, no needless blanks; at most 4,000 characters. */
export const plainTextOf = (html: string): string => {
  const shown = without(without(html, /<!--/, /-->/), /<(?:script|style)\b/i, /<\/(?:script|style)\s*>/i);
  // A line break of the source is a blank to whoever reads the page.
  const text = shown.replace(/\s+/gu, ' ').replace(BLOCK_TAG, '\n').replace(TAG, '');
  const lines = decodeEntities(text)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim());
  return cut(lines.filter((line) => line !== '').join('\n'));
};

/** As `plainTextOf`, in one line. */
export const plainLineOf = (html: string): string => plainTextOf(html).replace(/\n/g, ' ');

const MAX_CHARACTERS = 4_000;

// Neither may run over another `<`: else many of these would be searched to the end each.
const BLOCK_TAG =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|td|th|tr|ul)(?=[\s/>])[^<>]*>/gi;
const TAG = /<[/!?a-z][^<>]*>/gi;

/** Without what stands between the two, and without the rest where the second is missing. */
const without = (html: string, open: RegExp, close: RegExp): string =>
  html
    .split(open)
    .map((piece, index) => (index === 0 ? piece : piece.split(close).slice(1).join(' ')))
    .join(' ');

/** Once: `&amp;lt;` is the text `&lt;`. */
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (entity, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED_ENTITIES.get(name) ?? entity;
    return toCharacter(typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)) ?? entity;
  });

const toCharacter = (code: number): string | undefined =>
  code >= 0x20 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : undefined;

/** Half of a character beyond the first 65,536 is none. */
const cut = (text: string): string =>
  text
    .slice(0, MAX_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
