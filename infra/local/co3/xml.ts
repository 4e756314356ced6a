import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a request; its text is decoded once and not trimmed. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const CDATA = '#cdata';
const TEXT = '#text';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const parser = new XMLParser({
  preserveOrder: true,
  cdataPropName: CDATA,
  textNodeName: TEXT,
  trimValues: false,
  parseTagValue: false,
  processEntities: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The root element, or undefined where the text is no well-formed XML, bears a DOCTYPE or an entity that XML does not have. */
export const parseXml = (text: string): XmlElement | undefined => {
  const outside = text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '');
  if (outside.includes('<!') || FORBIDDEN.test(text) || /&(?!#\d+;|#x[\da-f]+;|(amp|lt|gt|quot|apos);)/i.test(outside))
    return undefined;
  if (XMLValidator.validate(text) !== true) return undefined;
  const [root, ...others] = toElements(parser.parse(text));
  return others.length === 0 ? root : undefined;
};

/** The text of the first child of that name without surrounding white space, or undefined where there is none. */
export const childText = (element: XmlElement, name: string): string | undefined =>
  element.children.find((child) => child.name === name)?.text.trim();

/** Every text at any depth. */
export const allTexts = (element: XmlElement): readonly string[] => [
  element.text,
  ...element.children.flatMap(allTexts),
];

const toElements = (nodes: unknown): readonly XmlElement[] =>
  entriesOf(nodes)
    .filter(([name]) => name !== TEXT && name !== CDATA)
    .map(([name, content]) => ({ name, text: toText(content), children: toElements(content) }));

const toText = (content: unknown): string =>
  entriesOf(content)
    .map(([name, part]) => {
      if (name === TEXT) return decode(String(part));
      return name === CDATA
        ? entriesOf(part)
            .map(([, text]) => String(text))
            .join('')
        : '';
    })
    .join('');

const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10_ffff ? String.fromCodePoint(point) : '\ufffd';
  });

const entriesOf = (nodes: unknown): readonly (readonly [string, unknown])[] =>
  Array.isArray(nodes) ? nodes.flatMap((node: object) => Object.entries(node)).filter(([name]) => name !== ':@') : [];
