import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainLine, toPlainText, toSafeJson } from '../../../lib/event/plain-text.ts';

const ESC = '\u001b';

describe('a plain text', () => {
  it.each([
    ['a colour', `${ESC}[31mred${ESC}[0m`, 'red'],
    ['a cleared screen', `${ESC}[2J${ESC}[1;1Hgone`, 'gone'],
    ['a window title ended by a bell', `${ESC}]0;evil\u0007ok`, 'ok'],
    ['a link ended by a string terminator', `${ESC}]8;;https://evil.test${ESC}\\click${ESC}]8;;${ESC}\\`, 'click'],
    ['a device string', `${ESC}P1$r0m${ESC}\\ok`, 'ok'],
    ['an eight-bit sequence', '\u009b31mred', 'red'],
    ['a reset', `${ESC}cok`, 'ok'],
    ['a bell and a backspace', 'a\u0007\u0008b', 'ab'],
    ['a carriage return that would overwrite', 'paid\rfree', 'paid\nfree'],
    ['a tab', 'a\tb', 'a b'],
    ['a turned direction of writing', 'abc\u202egpj.exe\u2069', 'abcgpj.exe'],
  ])('has lost %s', (_, text, plain) => {
    expect(toPlainText(text)).toBe(plain);
  });

  it('keeps what people write', () => {
    const text = 'Árvíztűrő tükörfúrógép 🎉 中文\n«second» line';

    expect(toPlainText(text)).toBe(text);
  });

  it('never holds anything that acts on a terminal', () => {
    const piece = fc.oneof(
      fc.constantFrom(ESC, `${ESC}[`, `${ESC}]`, '\u009b', '\u009d', '\u0007', '\\', 'm'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const acting = [...toPlainText(pieces.join(''))].filter((char) => /[\p{Cc}\u202a-\u202e]/u.test(char));

        expect(acting.filter((char) => char !== '\n')).toStrictEqual([]);
      }),
    );
  });

  it('stands on one line where a line is asked for', () => {
    expect(toPlainLine('first\r\n  second')).toBe('first second');
  });
});

describe('safe JSON', () => {
  it('holds no character that acts on a terminal', () => {
    expect(toSafeJson({ name: `${ESC}[31m\u009b\u202e` })).toBe('{\n  "name": "\\u001b[31m\\u009b\\u202e"\n}');
  });

  it('reads back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(toSafeJson(value))).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
