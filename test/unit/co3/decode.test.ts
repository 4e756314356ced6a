import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { decodeError, type SentCall } from '../../../lib/co3/decode.ts';
import { OWN_PROBLEMS } from '../../../lib/co3/own-problems.ts';

const CONTACT: SentCall = {
  method: 'setContact',
  tags: [
    { tag: 'contact_lastname', path: 'buyer.name.last', value: 'Próba' },
    { tag: 'contact_email', path: 'buyer.email', value: 'not-an-email' },
    { tag: 'contact_vat_number', path: 'buyer.taxNumber', value: '123' },
    { tag: 'contact_owner', path: 'settings.contactOwner', value: '12' },
  ],
};

const INVOICE: SentCall = {
  method: 'setInvoice',
  tags: [
    { tag: 'issue_date', path: '', value: '2026-12-01' },
    { tag: 'currency', path: 'settings.currency', value: 'CHF' },
    { tag: 'method', path: 'settings.payments', value: 'barter' },
    { tag: 'quantity', path: 'rows.0.quantity', value: '0' },
    { tag: 'vat', path: 'rows.0.rates', value: '27' },
    { tag: 'quantity', path: 'rows.1.quantity', value: '2' },
    { tag: 'vat', path: 'rows.1.rates', value: '28' },
  ],
};

describe('decodeError', () => {
  it('decodes a refused e-mail address whole', () => {
    const error = decodeError(22, 'Invalid e-mail address', CONTACT);

    expect(error).toStrictEqual({
      code: 22,
      name: 'InvalidEmail',
      module: 'common',
      scope: 'message',
      fixedBy: 'buyer-data',
      alarm: false,
      text: 'Invalid e-mail address',
      fields: [{ tag: 'contact_email', path: 'buyer.email', value: 'not-an-email', allowed: [] }],
      advice: CO3_CODES[22].advice,
      docs: 'docs/errors.md#22-invalidemail',
    });
  });

  it.each([
    [
      'the buyer’s tax number',
      CONTACT,
      [{ tag: 'contact_vat_number', path: 'buyer.taxNumber', value: '123', allowed: [] }],
    ],
    [
      'every row’s VAT',
      INVOICE,
      [
        { tag: 'vat', path: 'rows.0.rates', value: '27', allowed: [] },
        { tag: 'vat', path: 'rows.1.rates', value: '28', allowed: [] },
      ],
    ],
    ['nothing', { method: 'getStock', tags: [] }, []],
  ])('points with code 20 at what the method says: %s', (_, sent, fields) => {
    const error = decodeError(20, 'Invalid VAT', sent);

    expect(error.fields).toStrictEqual(fields);
  });

  it.each([
    ['a field', 12, 'Date format error in field issue_date.', [['issue_date', '', '2026-12-01', ['YYYY-MM-DD']]]],
    [
      'a field of every row',
      15,
      'The following field must not be 0: "quantity"',
      [
        ['quantity', 'rows.0.quantity', '0', []],
        ['quantity', 'rows.1.quantity', '2', []],
      ],
    ],
    ['a field that was not sent', 4, 'Missing parameter: language', [['language', 'settings.languages', '', []]]],
    [
      'a field that was not sent, among other words',
      4,
      'Missing parameter: the tag Language of this invoice (HU)',
      [['language', 'settings.languages', '', []]],
    ],
    ['a field nobody knows', 19, 'The following field must contain only numbers po_code', [['po_code', '', '', []]]],
    ['no field at all', 14, 'Numeric format error in field', []],
    [
      'allowed values',
      21,
      'Invalid currency! The valid currencies are: HUF, EUR',
      [['currency', 'settings.currency', 'CHF', ['HUF', 'EUR']]],
    ],
    [
      'allowed values that are part of the official text',
      303,
      'Error in "method" field. The valid values are the following: transfer, c.o.d.',
      [['method', 'settings.payments', 'barter', ['transfer', 'c.o.d.']]],
    ],
    [
      'allowed values without the colon of the official text',
      303,
      'Error in "method" field. The valid values are the following transfer, c.o.d.',
      [['method', 'settings.payments', 'barter', ['transfer', 'c.o.d.']]],
    ],
    [
      'a list that is longer than the official text',
      302,
      `${CO3_CODES[302].text}, proforma`,
      [['crdr', '', '', ['received', 'outgoing', 'advance in', 'advance out', 'proforma']]],
    ],
    [
      'no allowed values, so the known ones stand',
      21,
      'Invalid currency!',
      [['currency', 'settings.currency', 'CHF', ['USD', 'GBP', 'EUR', 'HUF']]],
    ],
    [
      'a value that was sent',
      311,
      'Invalid currency: CHF',
      [['currency', 'settings.currency', 'CHF', CO3_CODES[311].allowed]],
    ],
    ['a value of a field that was not sent', 307, `${CO3_CODES[307].text} 77`, [['storno_id', '', '77', []]]],
    ['no value, so the sent one stands', 311, '', [['currency', 'settings.currency', 'CHF', CO3_CODES[311].allowed]]],
    [
      'a value of the first of two fields',
      310,
      `${CO3_CODES[310].text} 5`,
      [
        ['invoice_id', '', '5', []],
        ['amount', '', '', []],
      ],
    ],
  ] as const)('reads from the tail %s', (_, code, text, expected) => {
    const error = decodeError(code, text, INVOICE);

    expect(error.fields.map(({ tag, path, value, allowed }) => [tag, path, value, allowed])).toStrictEqual(expected);
  });

  it.each([
    ['8', [{ tag: 'product_id', path: 'rows.1.sku', value: '8', allowed: [] }]],
    ['5', [{ tag: 'product_id', path: '', value: '5', allowed: [] }]],
  ])('gives of the product %s, which CO3 quotes, no row that bears another', (quoted, fields) => {
    const sent = {
      method: 'setDelivery',
      tags: ['7', '8', '9'].map((value, row) => ({ tag: 'product_id', path: `rows.${row}.sku`, value })),
    };

    const error = decodeError(403, `${CO3_CODES[403].text} ${quoted}`, sent);

    expect(error.fields).toStrictEqual([...fields, { tag: 'quantity', path: '', value: '', allowed: [] }]);
  });

  it.each([
    ['which not every row bears', ['rows.2.rates', 'rows.12.rates'], ['rows.2.rates', 'rows.12.rates']],
    ['whose rows it is not told', ['', ''], ['rows.0.rates', 'rows.1.rates']],
  ])('gives the rows of a tag %s', (_, paths, expected) => {
    const sent = { method: 'setInvoice', tags: paths.map((path) => ({ tag: 'vat', path, value: '28' })) };

    const error = decodeError(20, 'Invalid VAT', sent);

    expect(error.fields.map(({ tag, path }) => [tag, path])).toStrictEqual(expected.map((path) => ['vat', path]));
  });

  it('quotes what CO3 quotes where it was a part of what was sent', () => {
    const sent = {
      method: 'setProduct',
      tags: [{ tag: 'collective_product', path: '', value: '1,2,99' }],
    };

    const error = decodeError(405, `${CO3_CODES[405].text} 99`, sent);

    expect(error.fields).toStrictEqual([{ tag: 'collective_product', path: '', value: '99', allowed: [] }]);
  });

  it('finds a tag that the account’s contract has renamed by its place', () => {
    const sent = {
      method: 'setInvoice',
      tags: [
        { tag: 'tax', path: 'rows.0.rates', value: '27' },
        { tag: 'amount_of', path: 'rows.0.quantity', value: '1' },
        { tag: 'tax', path: 'rows.1.rates', value: '28' },
      ],
    };

    const pointed = decodeError(20, 'Invalid VAT', sent);
    const named = decodeError(15, 'The following field must not be 0: amount_of', sent);

    expect(pointed.fields.map(({ tag, path }) => [tag, path])).toStrictEqual([
      ['tax', 'rows.0.rates'],
      ['tax', 'rows.1.rates'],
    ]);
    expect(named.fields).toStrictEqual([{ tag: 'amount_of', path: 'rows.0.quantity', value: '1', allowed: [] }]);
  });

  it('tells by its renamed tag, too, what CO3 quotes of it', () => {
    const sent = { method: 'setInvoice', tags: [{ tag: 'money', path: 'settings.currency', value: 'CHF ' }] };

    const error = decodeError(311, 'Invalid currency: CHF', sent);

    expect(error.fields.map(({ tag, path, value }) => [tag, path, value])).toStrictEqual([
      ['money', 'settings.currency', 'CHF'],
    ]);
  });

  it('goes by the tag where it was sent under our name, and not by a place', () => {
    const sent = { method: 'setInvoice', tags: [{ tag: 'currency', path: '', value: 'CHF' }] };

    const error = decodeError(21, 'Invalid currency!', sent);

    expect(error.fields.map(({ tag, path, value }) => [tag, path, value])).toStrictEqual([
      ['currency', 'settings.currency', 'CHF'],
    ]);
  });

  it.each([
    [5, ['secret.apiKey']],
    [7, ['secret.username', 'secret.password']],
    [11, ['CO3_BASE_URL']],
    [18, ['co3.rights.setInvoice']],
    [3, ['settings.contract.setInvoice.method']],
    [205, ['co3.plan']],
  ])('points with code %i at the place that no tag names', (code, paths) => {
    const error = decodeError(code, '', INVOICE);

    expect(error.fields).toStrictEqual(paths.map((path) => ({ tag: '', path, value: '', allowed: [] })));
  });

  it('names all three fields of a missing name, sent or not', () => {
    const error = decodeError(206, '', CONTACT);

    expect(error.fields.map(({ path, value }) => [path, value])).toStrictEqual([
      ['buyer.name.last', 'Próba'],
      ['buyer.name.first', ''],
      ['buyer.company', ''],
    ]);
  });

  it('decides by the number and never by the words', () => {
    const error = decodeError(22, 'Invalid VAT', CONTACT);

    expect(error.name).toBe('InvalidEmail');
    expect(error.text).toBe('Invalid VAT');
  });

  it('gives an error that nobody can mend to a developer, once it reaches a person', () => {
    const error = decodeError(8, '', CONTACT);

    expect(error.fixedBy).toBe('developer');
  });

  it('keeps a number that it does not know, with an alarm and all that CO3 said', () => {
    const error = decodeError(999, 'Something else: 12', CONTACT);

    expect(error).toStrictEqual({
      code: 999,
      name: 'UnknownCode',
      module: 'bridge',
      scope: 'message',
      fixedBy: 'developer',
      alarm: true,
      text: 'Something else: 12',
      fields: [],
      advice: OWN_PROBLEMS.UnknownCode.advice,
      docs: 'docs/errors.md#unknowncode',
    });
  });

  it('keeps a refusal without a number', () => {
    const error = decodeError(null, 'ERROR', CONTACT);

    expect(error).toStrictEqual({
      code: null,
      name: 'RefusedWithoutCode',
      module: 'bridge',
      scope: 'message',
      fixedBy: 'developer',
      alarm: false,
      text: 'ERROR',
      fields: [],
      advice: OWN_PROBLEMS.RefusedWithoutCode.advice,
      docs: 'docs/errors.md#refusedwithoutcode',
    });
  });
});

const KNOWN = Object.keys(CO3_CODES).map(Number);
const tag = fc.record({
  tag: fc.oneof(fc.constantFrom('vat', 'currency', 'contact_email', 'constructor', '__proto__'), fc.string()),
  path: fc.oneof(fc.constantFrom('', 'rows.1.rates', 'settings.currency'), fc.string()),
  value: fc.string(),
});

it('decodes any number and any text, and keeps both', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...KNOWN), fc.integer(), fc.double(), fc.constant(null)),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 10_000 }),
        fc.lorem().map((text) => `Date format error in field ${text}`),
      ),
      fc.record({
        method: fc.oneof(fc.constantFrom('setInvoice', 'setContact', 'toString', '__proto__'), fc.string()),
        tags: fc.array(tag, { maxLength: 12 }),
      }),
      (code, text, sent) => {
        const error = decodeError(code, text, sent);

        expect(error.code).toBe(code);
        expect(error.text).toBe(text);
        expect(error.advice.en).not.toBe('');
        expect(error.docs).toMatch(/^docs\/errors\.md#[a-z0-9-]+$/);
        expect(error.fields.every((field) => typeof field.tag === 'string' && Array.isArray(field.allowed))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
