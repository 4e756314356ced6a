import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fail, ok, type Result } from '../event/result.ts';
import { decodeReferences, withoutForbidden } from './xml-text.ts';

/** An element of an answer. Children are always a list, so one row and many rows read alike; attributes are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** The element's own text, decoded and not trimmed; white space around CDATA or children is layout and left out. */
  readonly text: string;
}

export const MAX_XML_CHARS = 10_000_000;
const MAX_DEPTH = 30;
const CDATA = '#cdata';
const TEXT = '#text';

// Each option is here against a default that alters what CO3 said (docs/decisions/0005).
const parser = new XMLParser({
  preserveOrder: true,
  cdataPropName: CDATA,
  textNodeName: TEXT,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MAX_DEPTH,
});

/** The root element of a whole, well-formed document in UTF-8. The problem never quotes the document. */
export const parseXml = (document: string | Uint8Array): Result<XmlElement, string> => {
  const decoded = typeof document === 'string' ? ok(document) : decodeUtf8(document);
  if (!decoded.ok) return decoded;
  const xml = decoded.value;
  if (xml.trim() === '') return fail('empty');
  if (xml.length > MAX_XML_CHARS) return fail(`more than ${MAX_XML_CHARS} characters`);
  if (hasDeclarations(xml)) return fail('not XML, or with a DOCTYPE');
  const verdict = XMLValidator.validate(xml);
  // The validator's message quotes the document, so only its code and place are told.
  if (verdict !== true) return fail(`not XML: ${verdict.err.code} in line ${verdict.err.line}`);
  let nodes: unknown;
  try {
    nodes = parser.parse(xml);
  } catch {
    return fail(`not XML that can be read, or more than ${MAX_DEPTH} deep`);
  }
  const roots = toElements(toNodes(nodes));
  const [root] = roots;
  return root !== undefined && roots.length === 1 ? ok(root) : fail(`${roots.length} root elements`);
};

const decodeUtf8 = (bytes: Uint8Array): Result<string, string> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('not UTF-8');
  }
};

/** Whether `<!` opens anything but a comment or a CDATA section that is closed again. What stands inside those is text. */
const hasDeclarations = (xml: string): boolean => {
  for (let at = xml.indexOf('<!'); at !== -1; ) {
    const end = xml.startsWith('<![CDATA[', at)
      ? xml.indexOf(']]>', at + 9)
      : xml.startsWith('<!--', at)
        ? xml.indexOf('-->', at + 4)
        : -1;
    if (end === -1) return true;
    at = xml.indexOf('<!', end + 3);
  }
  return false;
};

const toElements = (nodes: readonly Node[]): readonly XmlElement[] =>
  nodes
    .filter(([name]) => name !== TEXT && name !== CDATA)
    .map(([name, content]) => {
      const inside = toNodes(content);
      return { name, children: toElements(inside), text: toText(inside) };
    });

const toText = (nodes: readonly Node[]): string => {
  const isLayout = nodes.some(([name]) => name !== TEXT);
  const texts = nodes.map(([name, part]) => {
    if (name === CDATA) return toNodes(part).map(([, text]) => String(text));
    if (name !== TEXT) return '';
    const text = String(part);
    return isLayout && /^[ \t\n]*$/.test(text) ? '' : decodeReferences(text);
  });
  return withoutForbidden(texts.flat().join(''));
};

type Node = readonly [name: string, content: unknown];

/** The parser's nodes, each an object with one key of its own (attributes stand under `:@`). */
const toNodes = (content: unknown): readonly Node[] =>
  Array.isArray(content)
    ? content.flatMap((node: object) => Object.entries(node)).filter(([name]) => name !== ':@')
    : [];
