import { describe, expect, it } from 'vitest';
import { isAnySignedByAny, isSignedByAny, signatureOf } from '../../../lib/shops/signature.ts';

// RFC 4231, test case 2.
const RAW = Buffer.from('what do ya want for nothing?');
const SIGNATURE = Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString(
  'base64',
);

describe('signatureOf', () => {
  it('makes the signature that RFC 4231 gives for its key and text', () => {
    const signature = signatureOf(RAW, 'Jefe');

    expect(signature).toBe(SIGNATURE);
  });
});

describe('isSignedByAny', () => {
  it.each([
    ['the only secret', ['Jefe'], true],
    ['the first of several', ['Jefe', 'other'], true],
    ['the last of several', ['other', 'another', 'Jefe'], true],
    ['none of them', ['other', 'another'], false],
    ['no secret at all', [], false],
  ])('finds the signature made by %s', (_case, secrets, expected) => {
    const isSigned = isSignedByAny(RAW, SIGNATURE, secrets);

    expect(isSigned).toBe(expected);
  });

  it.each([
    ['cut off', SIGNATURE.slice(0, -1)],
    ['lengthened', `${SIGNATURE}=`],
    ['with blanks around it', ` ${SIGNATURE} `],
    ['in another base64 text of the same bytes', `${SIGNATURE.slice(0, -2)}N=`],
    ['in hex', Buffer.from(SIGNATURE, 'base64').toString('hex')],
    ['in letters that are no ASCII', 'é'.repeat(22)],
    ['empty', ''],
  ])('refuses a signature %s', (_case, given) => {
    const isSigned = isSignedByAny(RAW, given, ['Jefe']);

    expect(isSigned).toBe(false);
  });
});

describe('isAnySignedByAny', () => {
  it.each([
    ['the only one', [SIGNATURE], true],
    ['the first', [SIGNATURE, 'other'], true],
    ['the last', ['', 'other', SIGNATURE], true],
    ['none', ['', 'other'], false],
    ['none, as there is none', [], false],
  ])('finds among the signatures that fits: %s', (_case, given, expected) => {
    const isSigned = isAnySignedByAny(RAW, given, ['other', Buffer.from('Jefe')]);

    expect(isSigned).toBe(expected);
  });
});
