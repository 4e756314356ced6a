import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeMentions, textsIn, unpackedIn } from '../../../../lib/deliver/personal-data/texts-in.ts';

describe('an e-mail', () => {
  const mentions = makeMentions(' Anna@Example.hu ');

  it.each([
    'anna@example.hu',
    'ANNA@EXAMPLE.HU',
    'Anna Minta <anna@example.hu>',
    'write to anna@example.hu.',
    'anna@example.hu, béla@example.hu',
    'joanna@example.hu or anna@example.hu',
  ])('is found in %j', (text) => {
    expect(mentions(text)).toBe(true);
  });

  it.each([
    'joanna@example.hu',
    'éanna@example.hu',
    'anna.anna@example.hu',
    'anna@example.hu.com',
    'anna@example.hungary',
    'anna@example.hu-net.de',
    'anna@example',
    '',
  ])('is another one in %j', (text) => {
    expect(mentions(text)).toBe(false);
  });
});

describe('the texts of a record', () => {
  it('are found however deep they stand', () => {
    const texts = [...textsIn({ a: 'one', b: [1, null, { c: ['two'] }], d: undefined })];

    expect(texts).toStrictEqual(['one', 'two']);
  });

  it('are read out of a body that is kept packed', () => {
    const body = gzipSync('{"email":"anna@example.hu"}').toString('base64');

    expect([`{"body":"${body}"}`, 'plain', 'H4sIbroken'].map((text) => unpackedIn(text).slice(1))).toStrictEqual([
      ['{"email":"anna@example.hu"}'],
      [],
      [''],
    ]);
  });
});
