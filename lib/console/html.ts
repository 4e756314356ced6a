import { html as escaped } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { toPlainText } from '../event/plain-text.ts';

/** A piece of a page. Whatever came into it as text was escaped. */
export type Html = HtmlEscapedString;

/** Texts, numbers and pieces that a piece may hold; nothing is shown of `null` and `false`. */
export type Part = string | number | Html | null | false | readonly Part[];

/**
 * A piece of a page from a template. Every text that is put into it is escaped, and loses the characters that cannot be seen or that turn
 * the direction of writing: where it came from need not be known.
 */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  // A promise only comes of a part that is one.
  escaped(pieces, ...parts.map(toSafe)) as Html;

const toSafe = (part: Part): unknown => {
  if (typeof part === 'string') return toPlainText(part);
  return isList(part) ? part.map(toSafe) : part;
};

const isList = (part: Part): part is readonly Part[] => Array.isArray(part);
