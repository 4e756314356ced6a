import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { MAX_XML_CHARS, parseXml, type XmlElement } from '../../../lib/co3/xml.ts';

// What fast-xml-parser does when nothing is set: the reason for each precaution.
const byDefault = (xml: string): unknown => new XMLParser().parse(xml);

describe('parseXml', () => {
  it.each([['0612'], ['0E68'], ['1e3'], ['true'], ['0x1F'], ['1.50']])(
    'keeps %s as the text that was written',
    (text) => {
      const xml = `<r><a>${text}</a></r>`;

      expect(textOf(xml)).toBe(text);
      expect(byDefault(xml)).not.toStrictEqual({ r: { a: text } });
    },
  );

  it('does not trim a text', () => {
    const xml = '<r><a> two  spaces </a></r>';

    expect(textOf(xml)).toBe(' two  spaces ');
    expect(byDefault(xml)).toStrictEqual({ r: { a: 'two  spaces' } });
  });

  it('refuses a document that is cut off, whose last value would be lost silently', () => {
    const xml = '<r><a>1</a><b>22';

    expect(parseXml(xml)).toStrictEqual({ ok: false, problem: 'not XML: InvalidXml in line 1' });
    expect(byDefault(xml)).toStrictEqual({ r: { a: 1, b: '' } });
  });

  it('reads one row as a list, like many', () => {
    const one = rootOf('<r><rows><row>1</row></rows></r>').children[0]?.children;
    const two = rootOf('<r><rows><row>1</row><row>2</row></rows></r>').children[0]?.children;

    expect([one?.length, two?.length]).toStrictEqual([1, 2]);
    expect(byDefault('<r><row>1</row></r>')).toStrictEqual({ r: { row: 1 } });
    expect(byDefault('<r><row>1</row><row>2</row></r>')).toStrictEqual({ r: { row: [1, 2] } });
  });

  it('decodes a numeric reference', () => {
    const xml = '<r><a>Gy&#337;r &#x1F600;</a></r>';

    expect(textOf(xml)).toBe('Győr 😀');
    expect(byDefault(xml)).toStrictEqual({ r: { a: 'Gy&#337;r &#x1F600;' } });
  });

  it('decodes entities once, where the parser without them decodes none', () => {
    const xml = '<r><a>&amp;lt; &quot;B&amp;B&quot;</a></r>';

    expect(textOf(xml)).toBe('&lt; "B&B"');
    expect(new XMLParser({ processEntities: false }).parse(xml)).toStrictEqual({
      r: { a: '&amp;lt; &quot;B&amp;B&quot;' },
    });
  });

  it('decodes nothing in CDATA, also beside text that is decoded', () => {
    expect(textOf('<r><a>&lt;<![CDATA[&lt;&#337;]]>&gt;</a></r>')).toBe('<&lt;&#337;>');
  });

  it('joins CDATA sections that were split at their end mark', () => {
    expect(textOf('<r><a><![CDATA[x]]]]><![CDATA[>y]]></a></r>')).toBe('x]]>y');
  });

  it('leaves out the layout around a CDATA section, and only that', () => {
    expect(textOf('<r><a>\n  <![CDATA[ x ]]>\n  </a></r>')).toBe(' x ');
    expect(textOf('<r><a>&#32;<![CDATA[x]]></a></r>')).toBe(' x');
    expect(textOf('<r><a>\u00A0<![CDATA[x]]></a></r>')).toBe('\u00A0x');
  });

  it('keeps a text that is white space alone', () => {
    expect(textOf('<r><a>  </a></r>')).toBe('  ');
  });

  it.each([
    ['with an internal entity', '<!DOCTYPE r [<!ENTITY e "x">]><r><a>&e;</a></r>'],
    ['with an external entity', '<!DOCTYPE r SYSTEM "file:///etc/passwd"><r><a>1</a></r>'],
    ['in small letters', '<!doctype r><r><a>1</a></r>'],
    ['inside the root', '<r><!DOCTYPE r><a>1</a></r>'],
    ['after a comment that looks like a CDATA section', '<!-- <![CDATA[ --><!DOCTYPE r><r><a>1</a></r>'],
  ])('refuses a DOCTYPE %s', (_what, xml) => {
    expect(parseXml(xml)).toStrictEqual({ ok: false, problem: 'not XML, or with a DOCTYPE' });
  });

  it('would by default replace the entities that a DOCTYPE brings', () => {
    expect(byDefault('<!DOCTYPE r [<!ENTITY e "x">]><r><a>&e;</a></r>')).toStrictEqual({ r: { a: 'x' } });
  });

  it('reads a buyer’s text about a DOCTYPE as text', () => {
    expect(textOf('<r><a><![CDATA[<!DOCTYPE html>]]></a><!-- <!DOCTYPE x> --></r>')).toBe('<!DOCTYPE html>');
  });

  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n ', 'empty'],
    ['a gateway’s page', '<html><body><p>502<br></body></html>', 'not XML: InvalidTag in line 1'],
    ['plain text', 'Service unavailable', 'not XML: InvalidChar in line 1'],
    ['JSON', '{"response":{}}', 'not XML: InvalidChar in line 1'],
    ['two roots', '<a/><b/>', '2 root elements'],
    ['text after the root', '<a></a>more', 'not XML: InvalidXml in line 1'],
    ['an unclosed CDATA section', '<a><![CDATA[x</a>', 'not XML, or with a DOCTYPE'],
    ['an unclosed comment', '<a>x</a><!-- y', 'not XML, or with a DOCTYPE'],
    ['a bare ampersand', '<a>B & B</a>', 'not XML: InvalidChar in line 1'],
    ['a closing tag that is cut off', '<a><b>1</b></a', 'not XML: InvalidTag in line 1'],
    [
      'a name that JavaScript keeps for itself',
      '<a><constructor>1</constructor></a>',
      'not XML that can be read, or more than 30 deep',
    ],
  ])('refuses %s', (_what, xml, problem) => {
    expect(parseXml(xml)).toStrictEqual({ ok: false, problem });
  });

  it('never quotes the document in its problem', () => {
    const parsed = parseXml('<a><kovacs.janos@example.com></a>');

    expect(JSON.stringify(parsed)).not.toContain('kovacs');
  });

  it('reads thirty levels and refuses more', () => {
    expect(parseXml(nested(30)).ok).toBe(true);
    expect(parseXml(nested(33)).ok).toBe(false);
  });

  it('refuses what is larger than any answer, before it is parsed', () => {
    const parsed = parseXml(`<a>${'x'.repeat(MAX_XML_CHARS)}</a>`);

    expect(parsed.ok ? 'read' : parsed.problem).toBe(`more than ${MAX_XML_CHARS} characters`);
  });

  it('reads bytes as UTF-8, with or without a byte order mark', () => {
    const xml = '<?xml version="1.0" encoding="utf-8"?>\n<r><a>Őz</a></r>\n';

    expect(parseXml(new TextEncoder().encode(xml))).toStrictEqual(parseXml(xml));
    expect(parseXml(new TextEncoder().encode(`\uFEFF${xml}`))).toStrictEqual(parseXml(xml));
    expect(parseXml(`\uFEFF${xml}`)).toStrictEqual(parseXml(xml));
  });

  it('refuses bytes that are no UTF-8 instead of altering them', () => {
    const latin2 = Uint8Array.from([...'<r><a>'].map((char) => char.charCodeAt(0)).concat(0xf5, 0xfb));

    expect(parseXml(latin2)).toStrictEqual({ ok: false, problem: 'not UTF-8' });
  });

  it('reads names, children and texts, and no attributes', () => {
    expect(parseXml('<r x="1"><a y=\'2\'>t</a><b/><c><d>u</d></c></r>')).toStrictEqual({
      ok: true,
      value: {
        name: 'r',
        text: '',
        children: [
          { name: 'a', text: 't', children: [] },
          { name: 'b', text: '', children: [] },
          { name: 'c', text: '', children: [{ name: 'd', text: 'u', children: [] }] },
        ],
      },
    });
  });
});

const nested = (depth: number): string =>
  `${Array.from({ length: depth }, (_, level) => `<e${level}>`).join('')}${Array.from({ length: depth }, (_, level) => `</e${depth - 1 - level}>`).join('')}`;

const rootOf = (xml: string): XmlElement => {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};

const textOf = (xml: string): string | undefined => rootOf(xml).children[0]?.text;
