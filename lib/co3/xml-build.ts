import { XMLBuilder } from 'fast-xml-parser';
import { toXmlText } from './xml-text.ts';

/** An element of a request: a group of others, or a leaf whose text stands escaped (`bare`) or in CDATA (`text`). */
export type XmlNode =
  | { readonly name: string; readonly children: readonly XmlNode[] }
  | { readonly name: string; readonly value: string; readonly form: 'bare' | 'text' };

const CDATA = '#cdata';
const TEXT = '#text';
const DECLARATION = { '?xml': [{ [TEXT]: '' }], ':@': { '@_version': '1.0', '@_encoding': 'utf-8' } };

// The builder splits `]]>` into two CDATA sections by itself; a test holds it to that.
const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  cdataPropName: CDATA,
  textNodeName: TEXT,
  processEntities: true,
});

/** The document as text. Characters that XML forbids are left out, line ends become line feeds. */
export const buildXml = (root: XmlNode): string => builder.build([DECLARATION, toOrdered(root)]);

const toOrdered = (node: XmlNode): Readonly<Record<string, unknown>> => {
  if ('children' in node) return { [node.name]: node.children.map(toOrdered) };
  const text = toXmlText(node.value);
  if (text === '') return { [node.name]: [] };
  return { [node.name]: [node.form === 'bare' ? { [TEXT]: text } : { [CDATA]: [{ [TEXT]: text }] }] };
};
