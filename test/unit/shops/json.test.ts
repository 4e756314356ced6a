import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../lib/shops/json.ts';

describe('parseBody', () => {
  it.each([
    ['{"id":820982911946154508}', { id: '820982911946154508' }],
    ['{"line_item_id" : 1,"order_id":\n 9007199254740993}', { line_item_id: 1, order_id: '9007199254740993' }],
    ['{"id":900719925474099}', { id: 900_719_925_474_099 }],
    ['{"id":"820982911946154508"}', { id: '820982911946154508' }],
    ['{"id":null,"total":2000000000000000000000}', { id: null, total: 2e21 }],
    ['{"id":1234567890123456.5}', { id: 1_234_567_890_123_456.5 }],
    [JSON.stringify({ note: '"id":820982911946154508' }), { note: '"id":820982911946154508' }],
    ['\ufeff{"id":1}', { id: 1 }],
  ])('reads %s', (text, expected) => {
    const parsed = parseBody(Buffer.from(text));

    expect(parsed).toStrictEqual({ ok: true, value: expected });
  });

  it.each([
    ['a byte of another encoding', [0x22, 0xe9, 0x22]],
    ['a character that is cut off', [0x22, 0xc3]],
  ])('reads nothing of a body with %s', (_, bytes) => {
    expect(parseBody(Uint8Array.from(bytes))).toStrictEqual({ ok: false, problem: 'the body is not UTF-8' });
  });

  it('reads the bytes of a view alone', () => {
    const around = Buffer.from('xx{"id":1}xx');

    expect(parseBody(around.subarray(2, 10))).toStrictEqual({ ok: true, value: { id: 1 } });
  });
});
