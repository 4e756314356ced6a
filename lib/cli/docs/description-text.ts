import type { Description } from '../../settings/descriptions.ts';
import { letterDocs } from './letter-docs.ts';

/** For a page in docs/: `{Name}` leads to what explains the letter. */
export const toMarkdown = (text: string): string =>
  text.replaceAll(LETTER, (_, name: string) => {
    const docs = letterDocs(name);
    if (docs === undefined) throw new Error(`no letter is called ${name}`);
    return `[${name}](${docs})`;
  });

/** Without links, for an editor. */
export const toPlainDescription = ({ says, allowed, without, letter, words }: Description): string =>
  [
    sentence(says),
    sentence(`Allowed: ${allowed}`),
    ...(words === undefined ? [] : Object.entries(words).map(([word, means]) => sentence(`\`${word}\`: ${means}`))),
    ...(without === undefined ? [] : [sentence(`Without it: ${without}`)]),
    ...(without === undefined && letter !== undefined ? [sentence(`Where it is missing: the letter ${letter}`)] : []),
  ]
    .join('\n\n')
    .replaceAll(LETTER, '$1')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');

// Capitals alone begin a letter's name; `{ EUR: 400 }` is a value.
const LETTER = /\{([A-Z]\w+)\}/g;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
