const MAX_CHARACTERS = 4_000;

/** What a piece of HTML says, one line per block, at most 4,000 characters of it. */
export const toPlainText = (html: string): string => {
  const shown = without(without(html, /<!--/, /-->/), /<(?:script|style)\b/i, /<\/(?:script|style)\s*>/i);
  const text = decodeEntities(shown.replace(BLOCK_TAG, '\n').replace(TAG, ''));
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return cut(lines.filter((line) => line !== '').join('\n'));
};

// Neither may run over another `<`: else many of these would be searched to the end each.
const BLOCK_TAG =
  /<\/?(?:address|article|blockquote|br|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|td|th|tr|ul)(?=[\s/>])[^<>]*>/gi;
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
    if (name !== undefined) return namedEntity(name) ?? entity;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = point >= 0x20 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff);
    return isCharacter ? String.fromCodePoint(point) : ' ';
  });

const namedEntity = (name: string): string | undefined => {
  const exact = ENTITIES[name];
  if (exact !== undefined) return exact;
  // `&Aacute;` beside `&aacute;`.
  const letter = ENTITIES[name.toLowerCase()];
  return letter !== undefined && /^\p{Ll}$/u.test(letter) ? letter.toUpperCase() : undefined;
};

const ENTITIES: Readonly<Record<string, string | undefined>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  odblac: 'ő',
  udblac: 'ű',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  frac12: '½',
  sup2: '²',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
};

/** Never through the middle of a character. */
const cut = (text: string): string =>
  text.length <= MAX_CHARACTERS ? text : text.slice(0, MAX_CHARACTERS).replace(/[\ud800-\udbff]$/, '');
