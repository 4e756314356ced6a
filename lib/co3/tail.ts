import { decodeReferences } from './xml-text.ts';

/** A description's data: what follows the words that the catalogue knows. */
export interface DescriptionTail {
  readonly text: string;
  /** Behind the known words; where CO3 chose others, behind the last colon, or the whole text. */
  readonly after: 'words' | 'colon' | 'nothing';
}

/** Cuts a description after the catalogue's words; case, spaces, punctuation, CDATA marks and entities left over do not count. */
export const tailOf = (description: string, words: string): DescriptionTail => {
  const text = withoutMarkup(description);
  const match = wordsPattern(words).exec(text);
  if (match !== null) return { text: trimmed(text.slice(match.index + match[0].length)), after: 'words' };
  const colon = text.lastIndexOf(':');
  return { text: trimmed(text.slice(colon + 1)), after: colon < 0 ? 'nothing' : 'colon' };
};

/** A tail such as `HUF, EUR` as its items, each once; none where nothing tells them from prose. */
export const toItems = (tail: DescriptionTail): readonly string[] =>
  tail.after === 'nothing'
    ? []
    : [
        ...new Set(
          tail.text
            .split(/[,;|\r\n]/)
            .map(trimmed)
            .filter((item) => item !== ''),
        ),
      ];

/** The tags that a tail names, in the spelling of the known ones; else its first word, where it stands behind the known words. */
export const toTagNames = (tail: DescriptionTail, known: readonly string[]): readonly string[] => {
  const words = tail.text.split(/[\s,;:|/]/).map(trimmed);
  const spelling = new Map(known.map((tag) => [tag.toLowerCase(), tag]));
  const named = words.flatMap((word) => spelling.get(word.toLowerCase()) ?? []);
  if (named.length > 0) return [...new Set(named)];
  const first = words.find((word) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(word));
  return tail.after === 'words' && first !== undefined ? [first] : [];
};

/** What a tail quotes as the refused value; empty where it quotes none. */
export const toQuotedValue = (tail: DescriptionTail): string =>
  // Without the known words or a colon only a number at the end can be told from prose.
  tail.after === 'nothing' ? (/(?:^|\s)(\d+)$/.exec(tail.text)?.[1] ?? '') : tail.text;

const wordsPattern = (words: string): RegExp => {
  const parts = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu');
};

// Decoded twice, for texts that were escaped once too often (`&amp;quot;`).
const withoutMarkup = (text: string): string =>
  decodeReferences(decodeReferences(text)).replaceAll(/&nbsp;|<!\[CDATA\[|\]\]>/gi, ' ');

/** Without the spaces, quotes, brackets and the full stop around it; `c.o.d.` keeps its last dot, `(old) buyer, (new)` its brackets. */
const trimmed = (text: string): string => {
  const inner = withoutEdges(text);
  const isSentence = inner.indexOf('.') === inner.length - 1;
  const bare = isSentence ? withoutEdges(inner.slice(0, -1)) : inner;
  return /^(?:\([^()]*\)|\[[^[\]]*\])$/.test(bare) ? withoutEdges(bare.slice(1, -1)) : bare;
};

const EDGES = new Set(' \t\r\n\u00A0"\'`„“”‚‘’«»<>:;,!');

const withoutEdges = (text: string): string => {
  let start = 0;
  let end = text.length;
  // Beyond either end there is no character, and so no edge.
  while (EDGES.has(text.charAt(start))) start += 1;
  while (EDGES.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};
