import { describe, expect, it } from 'vitest';
import type { Co3Error } from '../../../lib/co3/codes.ts';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { decodeError, type SentCall } from '../../../lib/co3/decode.ts';
import { type Attempt, decide } from '../../../lib/deliver/decide.ts';

const error = (code: number): Co3Error => decodeError(code, `error ${code}`, { method: 'setInvoice', tags: [] });
const first: Attempt = { isDocument: true, tries: 0, remade: false };

const CONTACT: SentCall = {
  method: 'setContact',
  tags: [
    { tag: 'contact_email', path: 'buyer.email', value: 'x' },
    { tag: 'contact_tax_number', path: 'buyer.taxNumber', value: 'y' },
  ],
};
const decoded = (code: number, text: string): Co3Error => decodeError(code, text, CONTACT);

const kindOf = (code: number, attempt: Attempt = first): string =>
  decide({ kind: 'refused', errors: [error(code)] }, attempt).kind;

describe('a refusal', () => {
  it.each([5, 6, 7, 8, 9, 10, 11, 24])('with code %i holds the lane and makes no letter', (code) => {
    expect(kindOf(code)).toBe('hold');
  });

  it('with any other code of the catalogue is a letter at once, but for those with a way of their own', () => {
    const others = Object.keys(CO3_CODES)
      .map(Number)
      .filter((code) => ![5, 6, 7, 8, 9, 10, 11, 24, 201, 202].includes(code));

    expect(others.filter((code) => kindOf(code) !== 'letter')).toStrictEqual([]);
    expect(others).toHaveLength(49);
  });

  it('with code 201 makes the contact anew once, and is a letter after that', () => {
    expect([kindOf(201), kindOf(201, { ...first, remade: true })]).toStrictEqual(['remake-contact', 'letter']);
  });

  it('with code 202 leaves a document unknown, and has a contact tried five times', () => {
    const contact = { ...first, isDocument: false };

    expect(kindOf(202)).toBe('unknown');
    expect([0, 3, 4].map((tries) => kindOf(202, { ...contact, tries }))).toStrictEqual(['again', 'again', 'letter']);
  });

  it('that nobody has described is the letter UnknownCode', () => {
    const decision = decide({ kind: 'refused', errors: [error(999)] }, first);

    expect(decision).toMatchObject({ kind: 'letter', error: { code: 999, name: 'UnknownCode' } });
  });

  it.each([
    ['the lane before the order', [22, 7], 'hold', 7],
    ['the order before the call', [201, 22], 'letter', 22],
    ['the first of equals', [22, 20], 'letter', 22],
  ] as const)('with several codes follows the widest: %s', (_, codes, kind, code) => {
    const [a, b] = codes;

    expect(decide({ kind: 'refused', errors: [error(a), error(b)] }, first)).toMatchObject({ kind, error: { code } });
  });

  it('with several codes tells a person all that was found, with every field', () => {
    const [noNumber, email, zip] = [
      decodeError(null, 'Hiba', CONTACT),
      decoded(22, 'Bad e-mail'),
      decoded(20, 'Bad VAT'),
    ];

    expect(decide({ kind: 'refused', errors: [email, zip, noNumber] }, first)).toStrictEqual({
      kind: 'letter',
      error: {
        ...email,
        text: 'Bad e-mail\n20 InvalidVat: Bad VAT\nRefusedWithoutCode: Hiba',
        fields: [...email.fields, ...zip.fields],
      },
    });
    expect([email.fields.length, zip.fields.length]).toStrictEqual([1, 1]);
  });

  it('with code 202 among others leaves a document unknown, whatever else was wrong', () => {
    expect(decide({ kind: 'refused', errors: [error(22), error(202)] }, first)).toStrictEqual({ kind: 'unknown' });
  });
});

it.each([
  ['no-answer', { kind: 'no-answer', cause: new Error('reset') }, 'unknown'],
  ['unreadable', { kind: 'unreadable', status: 502, why: 'not XML' }, 'unknown'],
  ['data', { kind: 'data', root: { name: 'response', text: '', children: [] } }, 'unknown'],
  ['never-left', { kind: 'never-left', cause: new Error('refused') }, 'never-left'],
  ['no-time', { kind: 'no-time' }, 'no-time'],
] as const)('a call that ended as %s is decided as %s', (_, failure, kind) => {
  expect(decide(failure, first)).toStrictEqual({ kind });
});
