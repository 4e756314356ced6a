import type { Chance } from './chance.ts';
import { HOSTILE_NAMES, HOSTILE_TEXTS, HOSTILE_XML } from './hostile.ts';

/** What a text is cut into, and what may be put in the place of a piece. */
interface Cut {
  readonly pieces: RegExp;
  readonly others: readonly string[];
  /** What a piece may be enclosed in, many times over. */
  readonly around: readonly [open: string, close: string];
  /** Whether a piece is a value, in which a person's datum may stand. */
  readonly isValue: (piece: string) => boolean;
}

const CUTS: Readonly<Record<'xml' | 'yaml' | 'text', Cut>> = {
  xml: {
    pieces: /<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g,
    others: HOSTILE_XML,
    around: ['<a>', '</a>'],
    isValue: (piece) => !piece.startsWith('<') && piece.trim() !== '',
  },
  yaml: {
    pieces: /\n *|: |- |[{}[\],]|[^\n:{}[\],-]+|[:-]/g,
    others: [
      '&a ',
      '*a',
      '<<: *a\n',
      '!!binary ',
      '!!js/function ',
      '? ',
      '|\n',
      '>\n',
      '- ',
      '"',
      "'",
      '#',
      '%',
      '\t',
      '---\n',
      '...\n',
    ],
    around: ['[', ']'],
    isValue: () => false,
  },
  text: {
    pieces: /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu,
    others: ['=', ':', ';', ',', '.', '"', "'", '(', ')', '\n', '  ', ...HOSTILE_NAMES],
    around: ['(', ')'],
    isValue: () => false,
  },
};

/** The text with one of its pieces left out, doubled, moved, enclosed or replaced by another. */
export const changeTokens = (format: keyof typeof CUTS, text: string, chance: Chance): string => {
  const { pieces, others, around, isValue } = CUTS[format];
  const cut = text.match(pieces) ?? [];
  const at = chance.below(cut.length + 1);
  const to = at + 1 + chance.below(chance.oneIn(3) ? cut.length : 3);
  const [head, part, tail] = [cut.slice(0, at), cut.slice(at, to), cut.slice(to)];
  const join = (...parts: readonly (readonly string[])[]): string => parts.flat().join('');
  switch (chance.below(8)) {
    case 0:
      return join(head, tail);
    case 1:
      return join(head, part, part, tail);
    case 2:
      return join(head, tail, part);
    case 3:
      return join(head, [chance.oneOf(others)], part, tail);
    case 4:
      return join(head, [chance.oneOf(HOSTILE_TEXTS)], tail);
    case 5: {
      const depth = chance.oneIn(60) ? 20_000 : 1 + chance.below(40);
      return join(head, [around[0].repeat(depth)], part, [around[1].repeat(depth)], tail);
    }
    case 6: {
      const run = join(part);
      return join(
        head,
        [run.repeat(Math.min(chance.oneIn(60) ? 50_000 : 30, Math.floor(200_000 / (run.length + 1))))],
        tail,
      );
    }
    default:
      return cut.map((piece) => (isValue(piece) && chance.oneIn(2) ? chance.oneOf(HOSTILE_TEXTS) : piece)).join('');
  }
};
