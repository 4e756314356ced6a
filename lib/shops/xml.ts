import { fail, ok, type Result } from '../event/result.ts';

/** An element of a shop's answer. Values are texts, without the blanks around them; attributes are not kept. */
export interface XmlNode {
  readonly name: string;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

/**
 * The root of a whole, well-formed document in UTF-8. Whatever is not plain elements, text, CDATA and comments is refused, a DOCTYPE and
 * unknown entities above all. It stands here without a library, because `receive` bundles the platforms and reads no XML.
 */
export const parseXml = (bytes: Uint8Array): Result<XmlNode, string> => {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('it is not UTF-8');
  }
  try {
    return ok(readDocument(xml));
  } catch (cause) {
    if (cause instanceof NotXml) return fail('it is no XML');
    throw cause;
  }
};

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  (node?.children ?? []).filter((child) => child.name === name);

/** The text at the end of a path of names, empty where there is none. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string =>
  path.reduce<XmlNode | undefined>(childOf, node)?.text ?? '';

class NotXml extends Error {}

interface Open {
  readonly name: string;
  readonly children: XmlNode[];
  readonly texts: string[];
}

const MAX_DEPTH = 30;
/** A comment, an instruction, a CDATA section, a tag, or text up to the next of these. */
const TOKEN =
  /<!--((?:(?!--)[\s\S])*)-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

const readDocument = (xml: string): XmlNode => {
  const top: Open = { name: '', children: [], texts: [] };
  const stack: Open[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const token = TOKEN.exec(xml);
    if (token === null) throw new NotXml();
    const [, , cdata, slash, name, attributes, isEmpty, text] = token;
    const open = stack.at(-1) ?? top;
    if (cdata !== undefined) open.texts.push(cdata);
    else if (text !== undefined) open.texts.push(decode(text));
    else if (name !== undefined && slash === '/') close(stack, name, `${attributes}${isEmpty}`);
    else if (name !== undefined) {
      stack.push({ name, children: [], texts: [] });
      if (stack.length > MAX_DEPTH) throw new NotXml();
      if (isEmpty === '/') close(stack, name, '');
    }
  }
  const [root, ...more] = top.children;
  if (root === undefined || more.length > 0 || stack.length > 1 || top.texts.join('').trim() !== '') throw new NotXml();
  return root;
};

const close = (stack: Open[], name: string, rest: string): void => {
  const closed = stack.pop();
  const parent = stack.at(-1);
  if (closed === undefined || parent === undefined || closed.name !== name || rest !== '') throw new NotXml();
  parent.children.push({ name, children: closed.children, text: closed.texts.join('').trim() });
};

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decode = (text: string): string =>
  text.replace(/&([^&;]*)(;?)/g, (_, reference: string, end: string) => {
    const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference) ?? [];
    const point = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
    const char = point <= 0x10ffff ? String.fromCodePoint(point) : ENTITIES.get(reference);
    if (char === undefined || end === '') throw new NotXml();
    return char;
  });
