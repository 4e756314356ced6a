import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTaxNumberText, isSameTaxNumber, parseTaxNumber } from '../../../lib/translate/tax-number.ts';

describe('finding the text', () => {
  it.each(['note_attributes.adoszam', 'note_attributes.Adószám', 'NOTE_ATTRIBUTES.adó-szám'])(
    'looks at the place %s whatever its accents, case and punctuation',
    (name) => {
      const notes = [
        { name: 'note_attributes.gift', value: 'yes' },
        { name, value: ' 12345676-1-42 ' },
      ];

      const text = findTaxNumberText(notes, ['note_attributes.adoszam']);

      expect(text).toBe('12345676-1-42');
    },
  );

  it('takes the first place that is filled, in the shop’s order of places', () => {
    const notes = [
      { name: 'customer.note', value: 'second' },
      { name: 'note_attributes.vat', value: 'first' },
      { name: 'note_attributes.adoszam', value: '  ' },
    ];

    const text = findTaxNumberText(notes, ['note_attributes.adoszam', 'note_attributes.vat', 'customer.note']);

    expect(text).toBe('first');
  });

  it('looks nowhere else', () => {
    const text = findTaxNumberText([{ name: 'note', value: '12345676-1-42' }], ['note_attributes.adoszam']);

    expect(text).toBe('');
  });
});

describe('reading the number', () => {
  it.each([
    ['12345676-1-42', '12345676-1-42', 'HU'],
    ['12345676142', '12345676-1-42', 'HU'],
    [' 12345676 1 42 ', '12345676-1-42', 'HU'],
    ['HU12345676-1-42', '12345676-1-42', 'HU'],
    ['VAT registration number: 12345676-1-42', '12345676-1-42', 'HU'],
    ['hu12345676', 'HU12345676', 'HU'],
    ['DE 123 456 789', 'DE123456789', 'DE'],
    ['ATU12345678', 'ATU12345678', 'AT'],
    ['EL123456789', 'EL123456789', 'GR'],
    ['GR123456789', 'EL123456789', 'GR'],
    ['12345676-5-42', '12345676-5-42', 'HU'],
    ['NL123456789B01', 'NL123456789B01', 'NL'],
    ['FRXX123456789', 'FRXX123456789', 'FR'],
    ['IE1234567WA', 'IE1234567WA', 'IE'],
  ])('reads %s as %s of %s', (text, number, country) => {
    const parsed = parseTaxNumber(text, 'HU');

    expect(parsed).toStrictEqual({ text: number, form: number.includes('-') ? 'hungarian' : 'eu', country });
  });

  it.each([
    '12345678-1-42',
    'AB12345676-1-42',
    '12345676-1-420',
    'HU12345678',
    '12345676',
    '12345676-1-4',
    'DE12345678',
    'XX123456789',
    'nincs',
    '-',
    '123',
    '00000000-0-00',
    '00000000-1-00',
    'HU00000000',
    'DE000000000',
    '12345676-0-42',
    '12345676-6-42',
  ])('knows that %s cannot be one', (text) => {
    expect(parseTaxNumber(text, 'HU')).toBeUndefined();
    expect(parseTaxNumber(text, '')).toBeUndefined();
  });

  it('takes what stands there from outside the EU, where no form is known', () => {
    expect(parseTaxNumber('GB 123 4567 89', 'GB')).toStrictEqual({
      text: 'GB 123 4567 89',
      form: 'foreign',
      country: 'GB',
    });
    expect(parseTaxNumber('51 824 753 556', 'AU')).toStrictEqual({
      text: '51 824 753 556',
      form: 'foreign',
      country: 'AU',
    });
    expect(parseTaxNumber('none', 'US')).toBeUndefined();
    expect(parseTaxNumber('000 000', 'US')).toBeUndefined();
  });

  it('never takes a Hungarian number with one digit mistyped', () => {
    fc.assert(
      fc.property(fc.nat({ max: 7 }), fc.integer({ min: 1, max: 9 }), (at, change) => {
        const digits = [...'12345676'];
        digits[at] = String((Number(digits[at]) + change) % 10);

        expect(parseTaxNumber(`${digits.join('')}-1-42`, 'HU')).toBeUndefined();
      }),
    );
  });
});

describe('two texts', () => {
  it.each([
    ['12345676-1-42', '12345676142', true],
    ['12345676-1-42', 'HU 12345676-1-42', true],
    ['DE123456789', 'de 123.456.789', true],
    ['EL123456783', 'GR123456783', true],
    ['CHE-123.456.789', 'CHE 123 456 789', true],
    ['nincs még', 'NINCS-MÉG', true],
    ['nincs még', 'nincs meg', false],
    ['12345676-1-42', '12345676-2-42', false],
    ['12345676-1-42', 'HU12345676', false],
    ['12345676-1-42', '', false],
    ['', ' - ', false],
  ])('%j and %j are one tax number: %j', (one, other, isOne) => {
    expect([isSameTaxNumber(one, other), isSameTaxNumber(other, one)]).toStrictEqual([isOne, isOne]);
  });
});
