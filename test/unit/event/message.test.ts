import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EventMessage, parseEventMessage, toAsciiJson } from '../../../lib/event/message.ts';
import { ok } from '../../../lib/event/result.ts';
import { anOrder, arbitraryOrder } from '../../support/orders.ts';

const SNAPSHOT = { kind: 'snapshot', shop: 'acme-shop', traceId: 'trace-1', snapshot: anOrder() } as const;
const PROBLEM = {
  kind: 'problem',
  shop: 'acme-shop',
  traceId: 'trace-1',
  problem: 'UnreadablePayload',
  detail: 'total_price is missing',
  topic: 'orders/paid',
  orderId: null,
  bodyDigest: 'abc',
  body: null,
} as const;
const BELL = { kind: 'bell', account: 'acme' } as const;
const LETTER = { version: 1, id: 'letter-1', subject: { kind: 'order' }, error: { code: 22 }, more: true };

it.each<readonly [string, EventMessage]>([
  ['a snapshot', SNAPSHOT],
  ['a problem without an order', PROBLEM],
  ['a problem with its order and body', { ...PROBLEM, problem: 'WrongShop', orderId: '1001', body: 'H4sI' }],
  ['a bell', BELL],
])('reads back %s', (_, message) => {
  const read = parseEventMessage(toAsciiJson(message));

  expect(read).toStrictEqual(ok(message));
});

it('reads a letter that somebody moved here, whatever else it holds, and takes its id alone', () => {
  const read = parseEventMessage(JSON.stringify(LETTER));

  expect(read).toStrictEqual(ok({ kind: 'letter', id: 'letter-1' }));
});

it.each<readonly [string, string]>([
  ['no JSON', '{"kind": "bell"'],
  ['nothing', ''],
  ['a text', '"bell"'],
  ['null', 'null'],
  ['another kind', JSON.stringify({ ...BELL, kind: 'whistle' })],
  ['a bell with more than a bell has', JSON.stringify({ ...BELL, order: '1001' })],
  ['a bell of no account', JSON.stringify({ kind: 'bell' })],
  ['a problem of another name', JSON.stringify({ ...PROBLEM, problem: 'TotalsMismatch' })],
  ['a problem without its body’s digest', JSON.stringify({ ...PROBLEM, bodyDigest: undefined })],
  ['a snapshot that lacks a field', JSON.stringify({ ...SNAPSHOT, snapshot: { ...anOrder(), paid: undefined } })],
  ['a snapshot with a field of tomorrow', JSON.stringify({ ...SNAPSHOT, snapshot: { ...anOrder(), mood: 'good' } })],
  ['a letter of another version', JSON.stringify({ ...LETTER, version: 2 })],
  ['a letter without an error', JSON.stringify({ ...LETTER, error: undefined })],
  ['a letter without an id', JSON.stringify({ ...LETTER, id: undefined })],
])('refuses %s', (_, body) => {
  const read = parseEventMessage(body);

  expect(read).toStrictEqual({ ok: false, problem: expect.stringMatching(/\S/) });
});

it('writes ASCII alone, and loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = toAsciiJson({ text });

      expect(json).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(json)).toStrictEqual({ text });
    }),
  );
});

it.each([
  ['a character of the Hungarian alphabet', 'ű', '"\\u0171"'],
  ['an emoji', '😀', '"\\ud83d\\ude00"'],
  ['a first half without its second', 'a\ud83d', '"a\\ud83d"'],
  ['a second half without its first', '\ude00b', '"\\ude00b"'],
  ['a control character', '\u0000\u001f', '"\\u0000\\u001f"'],
  ['DEL', '\u007f', '"\\u007f"'],
  ['what SQS refuses', '\ufffe\uffff', '"\\ufffe\\uffff"'],
])('writes %s as an escape', (_, text, json) => {
  const written = toAsciiJson(text);

  expect(written).toBe(json);
  expect(JSON.parse(written)).toBe(text);
});

it('reads back every snapshot', () => {
  fc.assert(
    fc.property(arbitraryOrder(), (snapshot) => {
      const message: EventMessage = { ...SNAPSHOT, snapshot };

      expect(parseEventMessage(toAsciiJson(message))).toStrictEqual(ok(message));
    }),
  );
});
