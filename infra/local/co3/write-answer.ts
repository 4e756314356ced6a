import type { Refusal } from './codes.ts';
import type { Dialect } from './dialect.ts';

/** An element of an answer: a text or further elements. */
export type Node = readonly [name: string, content: string | readonly Node[]];

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

/** An answer in the dialect's way of writing. */
export const writeAnswer = (content: string | readonly Node[], dialect: Dialect): string =>
  `${HEAD}${dialect.whitespace ? '\n' : ''}${writeNode(['response', content], dialect)}${dialect.whitespace ? '\n' : ''}`;

/** The one documented form of an error. */
export const writeError = ({ code, text }: Refusal): string =>
  [
    HEAD,
    '<response>',
    '    <error>',
    `        <code>${code}</code>`,
    `        <description>${toCdata(text)}</description>`,
    '    </error>',
    '</response>',
  ].join('\n');

/** The acknowledgement of a set call. */
export const writeAcknowledgement = (
  method: string,
  made: { readonly idTag: string; readonly id: number },
  dialect: Dialect,
): string => {
  const result: Node = ['result', dialect.resultWord];
  const id: Node = [dialect.idTag === 'contract' ? made.idTag : 'id', String(made.id)];
  const told = { 'result-and-id': [result, id], result: [result], id: [id] }[dialect.acknowledges];
  const wrappers = [method, 'data'].slice(0, dialect.depth - 1);
  return writeAnswer(
    wrappers.reduceRight<readonly Node[]>((inner, name) => [[name, inner]], told),
    dialect,
  );
};

const writeNode = ([name, content]: Node, dialect: Dialect): string => {
  const gap = dialect.whitespace ? '\n  ' : '';
  const inner =
    typeof content === 'string'
      ? writeText(content, dialect)
      : content.map((child) => `${gap}${writeNode(child, dialect)}`).join('');
  return inner === '' ? `<${name}/>` : `<${name}>${inner}${gap}</${name}>`;
};

const writeText = (text: string, dialect: Dialect): string => {
  const gap = dialect.whitespace ? '\n  ' : '';
  if (/^[\w.:-]*$/.test(text)) return text === '' ? '' : `${gap}${text}`;
  return `${gap}${dialect.text === 'cdata' ? toCdata(text) : escapeText(text, dialect.references)}`;
};

const toCdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const escapeText = (text: string, references: boolean): string => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return references
    ? escaped.replaceAll(/[^\n -~]/gu, (char) => `&#${char.codePointAt(0)};`)
    : escaped.replaceAll('"', '&quot;');
};
