import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { buildXml } from '../../../lib/co3/xml-build.ts';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

describe('buildXml', () => {
  it('puts texts into CDATA and leaves numbers bare, in the order given', () => {
    const xml = buildXml({
      name: 'command',
      children: [
        { name: 'b', value: 'Őz & Fia', form: 'text' },
        { name: 'a', value: '12', form: 'bare' },
        { name: 'b', value: '', form: 'text' },
      ],
    });

    expect(xml).toBe(`${DECLARATION}<command><b><![CDATA[Őz & Fia]]></b><a>12</a><b></b></command>`);
  });

  it('splits a CDATA section at its end mark', () => {
    expect(leaf('a]]>b', 'text')).toBe(`${DECLARATION}<t><![CDATA[a]]]]><![CDATA[>b]]></t>`);
  });

  it('escapes what stands bare', () => {
    expect(leaf('<a & "b">', 'bare')).toBe(`${DECLARATION}<t>&lt;a &amp; &quot;b&quot;&gt;</t>`);
  });

  it('leaves out characters that XML forbids, which the builder writes by default', () => {
    const text = 'a\u0000\u0001b\uD800c\uFFFFd';

    expect(leaf(text, 'text')).toBe(`${DECLARATION}<t><![CDATA[abcd]]></t>`);
    expect(new XMLBuilder().build({ t: text })).toBe(`<t>${text}</t>`);
  });

  it('writes line ends as line feeds, which is how they would be read', () => {
    expect(leaf('a\r\nb\rc', 'text')).toBe(`${DECLARATION}<t><![CDATA[a\nb\nc]]></t>`);
    expect(new XMLParser().parse('<t><![CDATA[a\r\nb\rc]]></t>')).toStrictEqual({ t: 'a\nb\nc' });
  });
});

const leaf = (value: string, form: 'bare' | 'text'): string => buildXml({ name: 't', value, form });
