import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseXml as parseAsCo3 } from '../../../lib/co3/xml.ts';
import { parseXml, textAt, type XmlNode } from '../../../lib/shops/xml.ts';

const parse = (xml: string) => parseXml(Buffer.from(xml));

it.each([
  ['<a>0612</a>', '0612'],
  ['<a> 1.50\n</a>', '1.50'],
  ['<a><![CDATA[Kis & <Nagy>]]></a>', 'Kis & <Nagy>'],
  ['<a>&lt;&amp;&gt; &#337;&#x151;</a>', '<&> őő'],
  ['<?xml version="1.0"?><!-- egy --><a x="1" y=\'2\'>b</a>\n', 'b'],
  ['<a/>', ''],
])('reads %j as text', (xml, text) => {
  const parsed = parse(xml);

  expect(parsed).toStrictEqual({ ok: true, value: { name: 'a', children: [], text } });
});

it.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a><b></a></b>',
  '<a/><b/>',
  '<a>1</a>2',
  '</a>',
  '<a>&egy;</a>',
  '<a>&amp</a>',
  '<a>&toString;</a>',
  '<a>&#x110000;</a>',
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '<a><![CDATA[b</a>',
  '<a b=c/>',
  '<a></a b="c">',
  `${'<a>'.repeat(31)}${'</a>'.repeat(31)}`,
])('refuses %j', (xml) => {
  expect(parse(xml)).toStrictEqual({ ok: false, problem: 'it is no XML' });
});

it('refuses what is not UTF-8', () => {
  expect(parseXml(Buffer.from([0x3c, 0xff]))).toStrictEqual({ ok: false, problem: 'it is not UTF-8' });
});

it('finds the text at the end of a path', () => {
  const parsed = parse('<a><b><c>1</c></b><b/></a>');

  const root = parsed.ok ? parsed.value : undefined;
  expect([textAt(root, 'b', 'c'), textAt(root, 'b', 'd'), textAt(undefined, 'b')]).toStrictEqual(['1', '', '']);
});

// White space between CDATA and children is layout, which the two drop differently.
it('reads every document, up to its blanks, as the library does that reads CO3’s', () => {
  fc.assert(
    fc.property(arbitraryElement(4), (xml) => {
      const [ours, theirs] = [parse(xml), parseAsCo3(xml)];

      expect(ours.ok && theirs.ok && withoutBlanks(ours.value)).toStrictEqual(theirs.ok && withoutBlanks(theirs.value));
    }),
  );
});

it('reads no document that was cut off', () => {
  fc.assert(
    fc.property(arbitraryElement(4), fc.nat(), (xml, at) => {
      expect(parse(xml.slice(0, at % xml.length)).ok).toBe(false);
    }),
  );
});

const withoutBlanks = ({ name, children, text }: XmlNode): XmlNode => ({
  name,
  children: children.map(withoutBlanks),
  text: text.replace(/\s/g, ''),
});

function arbitraryElement(depth: number): fc.Arbitrary<string> {
  const text = fc
    .array(fc.constantFrom('a', 'ő', ' ', '0', '&amp;', '&lt;', '&#337;', '😀', '<![CDATA[<&]]>', '<!-- x -->'))
    .map((parts) => parts.join(''));
  const name = fc.constantFrom('A', 'Item', 'Sku', 'b-c', 'd.e');
  const inner =
    depth === 0
      ? text
      : fc.oneof(
          text,
          fc.array(arbitraryElement(depth - 1), { maxLength: 3 }).map((all) => all.join('\n')),
        );
  return fc.tuple(name, inner).map(([tag, content]) => `<${tag}>${content}</${tag}>`);
}
