import { describe, expect, it } from 'vitest';
import { decodeReferences, toXmlText, withoutForbidden } from '../../../lib/co3/xml-text.ts';

describe('withoutForbidden', () => {
  it.each([
    ['control characters', 'a\u0000b\u0008c\u000Bd\u001Fe', 'abcde'],
    ['a lone high surrogate', 'a\uD83Db', 'ab'],
    ['a lone low surrogate', 'a\uDE00b', 'ab'],
    ['the two non-characters', 'a\uFFFEb\uFFFFc', 'abc'],
  ])('removes %s', (_what, text, expected) => {
    expect(withoutForbidden(text)).toBe(expected);
  });

  it.each([
    ['tab and line ends', 'a\tb\nc\rd'],
    ['an emoji', '😀'],
    ['accents', 'őűŐŰ'],
    ['U+FFFD', '\uFFFD'],
    ['C1', '\u0085'],
  ])('keeps %s', (_what, text) => {
    expect(withoutForbidden(text)).toBe(text);
  });
});

describe('toXmlText', () => {
  it('makes every line end a line feed, as any XML reader does', () => {
    expect(toXmlText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });
});

describe('decodeReferences', () => {
  it.each([
    ['the five entities', '&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['decimal references', '&#337;&#128512;', 'ő😀'],
    ['hexadecimal references', '&#x151;&#x1F600;&#xaB;', 'ő😀\u00AB'],
    ['an emoji written as two halves', '&#55357;&#56832;', '😀'],
    ['an escaped entity once, not twice', '&amp;lt;&amp;#337;', '&lt;&#337;'],
  ])('decodes %s', (_what, text, expected) => {
    expect(decodeReferences(text)).toBe(expected);
  });

  it.each([['&nbsp;'], ['&#1114112;'], ['&#x110000;'], ['&#99999999999;'], ['& alone'], ['&;'], ['&#;']])(
    'leaves %s as it is written',
    (text) => {
      expect(decodeReferences(text)).toBe(text);
    },
  );
});
