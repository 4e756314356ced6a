import { describe, expect, it } from 'vitest';
import { CO3_CODES } from '../../../lib/co3/codes.ts';
import { predictRefusals } from '../../../lib/co3/predict.ts';
import { PAYMENTS, type Payment } from '../../../lib/settings/payments.ts';
import type { ContactDraft, InvoiceDraft } from '../../../lib/translate/drafts.ts';

const CONTACT: ContactDraft = {
  lastName: 'Próba',
  firstName: 'Éva',
  firm: '',
  email: 'eva@example.com',
  phone: '',
  country: 'HU',
  zip: '1011',
  city: 'Budapest',
  street: 'Fő utca 1.',
  taxNumber: '',
  owner: null,
  categories: [],
};

const INVOICE: InvoiceDraft = {
  payment: 'bankcard',
  currency: 'HUF',
  fxRate: null,
  language: 'hu_HU',
  bankAccount: null,
  customerVatType: 'PRIVATE_PERSON',
  comment: '',
  rows: [],
  totalMinor: 0,
  paymentDays: 8,
  fulfilmentDay: null,
};

describe('predictRefusals', () => {
  it('predicts nothing for an order that is as it should be', () => {
    const refusals = predictRefusals(CONTACT, INVOICE);

    expect(refusals).toStrictEqual([]);
  });

  it('is certain of a contact without any name, and says it as CO3 would', () => {
    const refusals = predictRefusals({ ...CONTACT, lastName: ' ', firstName: '', firm: '' }, INVOICE);

    expect(refusals.map(({ error, certain }) => [error.code, error.text, error.fields, certain])).toStrictEqual([
      [
        206,
        CO3_CODES[206].text,
        [
          { tag: 'contact_lastname', path: 'buyer.name.last', value: ' ', allowed: [] },
          { tag: 'contact_firstname', path: 'buyer.name.first', value: '', allowed: [] },
          { tag: 'contact_firm', path: 'buyer.company', value: '', allowed: [] },
        ],
        true,
      ],
    ]);
  });

  it.each([{ lastName: 'Kis' }, { firstName: 'Éva' }, { firm: 'Minta Kft.' }])(
    'predicts no missing name where one is there: %o',
    (name) => {
      const refusals = predictRefusals({ ...CONTACT, lastName: '', firstName: '', ...name }, INVOICE);

      expect(refusals).toStrictEqual([]);
    },
  );

  it.each([
    ['', []],
    [' ', []],
    ['eva@example.com', []],
    [' eva@example.com ', []],
    ['éva@példa.hu', []],
    ["o'hara+x@mail.example.co.uk", []],
    ['not-an-email', [22]],
    ['eva@example', [22]],
    ['eva@@example.com', [22]],
    ['eva kis@example.com', [22]],
    ['@example.com', [22]],
    ['eva@example..com', [22]],
    ['eva@example.com.', [22]],
  ])('predicts of the e-mail address «%s» %j', (email, codes) => {
    const refusals = predictRefusals({ ...CONTACT, email }, INVOICE);

    expect(refusals.map(({ error }) => error.code)).toStrictEqual(codes);
    expect(refusals.every(({ certain }) => !certain)).toBe(true);
  });

  it.each([
    ['HU', '', []],
    ['HU', '12345676-1-42', []],
    ['HU', '12345676142', []],
    ['HU', 'HU12345676', []],
    ['HU', '12345676', []],
    ['HU', '12345678-1-42', [20]],
    ['HU', '1234567', [20]],
    ['HU', 'nincs', [20]],
    ['DE', 'DE123456789', []],
    ['AT', 'ATU12345678', []],
    ['CH', 'CHE-123.456.789 MWST', []],
    ['', '123456789', []],
    ['DE', 'none', [20]],
    ['DE', 'private', [20]],
    ['DE', '12', [20]],
  ])('predicts for %s and the tax number «%s» %j', (country, taxNumber, codes) => {
    const refusals = predictRefusals({ ...CONTACT, country, taxNumber }, INVOICE);

    expect(refusals.map(({ error }) => error.code)).toStrictEqual(codes);
  });

  it.each(['USD', 'GBP', 'EUR', 'HUF'])('predicts nothing for %s', (currency) => {
    const refusals = predictRefusals(CONTACT, { ...INVOICE, currency });

    expect(refusals).toStrictEqual([]);
  });

  it('predicts another currency with the value and what is allowed, and is not certain of it', () => {
    const refusals = predictRefusals(CONTACT, { ...INVOICE, currency: 'CHF' });

    expect(refusals.map(({ error, certain }) => [error.code, error.text, error.fields, certain])).toStrictEqual([
      [
        311,
        'Invalid currency: CHF',
        [{ tag: 'currency', path: 'settings.currency', value: 'CHF', allowed: ['USD', 'GBP', 'EUR', 'HUF'] }],
        false,
      ],
    ]);
  });

  it.each([
    ['en_US', []],
    ['hu', [308]],
    ['HU_hu', [308]],
    ['', [308]],
  ])('predicts for the language «%s» %j', (language, codes) => {
    const refusals = predictRefusals(CONTACT, { ...INVOICE, language });

    expect(refusals.map(({ error }) => error.code)).toStrictEqual(codes);
  });

  it.each(PAYMENTS)('predicts nothing for the payment method %s', (payment) => {
    const refusals = predictRefusals(CONTACT, { ...INVOICE, payment });

    expect(refusals).toStrictEqual([]);
  });

  it('predicts a payment method that CO3 does not have', () => {
    const refusals = predictRefusals(CONTACT, { ...INVOICE, payment: 'barter' as Payment });

    expect(refusals.map(({ error }) => [error.code, error.fields.map(({ value }) => value)])).toStrictEqual([
      [303, ['barter']],
    ]);
  });

  it('gives every refusal at once', () => {
    const refusals = predictRefusals(
      { ...CONTACT, lastName: '', firstName: '', email: 'x', taxNumber: 'y' },
      { ...INVOICE, currency: 'CHF', language: 'hu' },
    );

    expect(refusals.map(({ error }) => error.code)).toStrictEqual([206, 22, 20, 311, 308]);
  });
});
