import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPrettyXml } from '../../../lib/co3/pretty-xml.ts';
import { buildXml } from '../../../lib/co3/xml-build.ts';

it('puts one element on a line and leaves texts as they are', () => {
  const pretty = toPrettyXml(
    '<?xml version="1.0"?><a><b>1</b><c><![CDATA[<x> ]]]]><![CDATA[> & y]]></c><d/><e></e></a>',
  );

  expect(pretty).toBe(
    [
      '<?xml version="1.0"?>',
      '<a>',
      '  <b>1</b>',
      '  <c><![CDATA[<x> ]]]]><![CDATA[> & y]]></c>',
      '  <d/>',
      '  <e></e>',
      '</a>',
    ].join('\n'),
  );
});

it('loses no text, whatever stands in it', () => {
  const anyText = fc.string({ unit: 'grapheme' }).filter((said) => said.trim() === said && !/\p{Cc}/u.test(said));
  fc.assert(
    fc.property(anyText, (said) => {
      const xml = buildXml({ name: 'a', children: [{ name: 'b', value: said, form: 'text' }] });

      const lines = toPrettyXml(xml).split('\n');

      expect(lines.map((line) => line.replace(/^ {2}/, '')).join('')).toBe(xml.replaceAll('\n', ''));
    }),
  );
});
