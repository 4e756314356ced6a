import { expect, it } from 'vitest';
import { childText, parseXml } from '../../../../infra/local/co3/xml.ts';

it('keeps texts as they were sent, escaped or in CDATA', () => {
  const root = parseXml(
    '<command><a>0612</a><b>x &amp; &#337;</b><c><![CDATA[a & <b> ]]]]><![CDATA[> &amp;]]></c></command>',
  );

  expect(['a', 'b', 'c', 'd'].map((name) => root && childText(root, name))).toStrictEqual([
    '0612',
    'x & ő',
    'a & <b> ]]> &amp;',
    undefined,
  ]);
});

it('reads one row and many rows alike', () => {
  const one = parseXml('<items><item/></items>');
  const two = parseXml('<items><item/><item/></items>');

  expect([one?.children.length, two?.children.length]).toStrictEqual([1, 2]);
});

it.each([
  ['text alone', 'hello'],
  ['an element that does not end', '<command><a></command>'],
  ['a body that was cut', '<command><a>1</a>'],
  ['two roots', '<command/><command/>'],
  ['a DOCTYPE', '<!DOCTYPE command><command/>'],
  ['an entity of HTML', '<command>&nbsp;</command>'],
  ['a control character', '<command>\u0001</command>'],
])('does not take %s', (_what, text) => {
  expect(parseXml(text)).toBe(undefined);
});
