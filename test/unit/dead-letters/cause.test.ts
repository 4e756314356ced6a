import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../lib/dead-letters/cause.ts';
import type { LetterField } from '../../../lib/dead-letters/letter.ts';
import { aLetter } from '../../support/ledger-records.ts';

describe('the cause of a letter', () => {
  it('names shop, reason and places, and nothing of the buyer', () => {
    const cause = causeOf(aLetter());

    expect(cause).toStrictEqual({
      key: expect.stringMatching(/^[0-9a-f]{10}$/),
      ...{ shop: 'acme-shop', code: 22, name: 'InvalidEmail', fixedBy: 'buyer-data' },
      places: [{ path: 'buyer.email', value: '' }],
    });
  });

  it.each([
    ['another buyer', at('buyer.email', 'a@'), at('buyer.email', 'b@')],
    ['another row', at('rows.0.name', 'Mug'), at('rows.12.name', 'Cup')],
    ['a row of another refund', at('refunds.0.rows.2', 'a'), at('refunds.1.rows.0', 'b')],
    ['more rows of the same kind', at('rows.0.rates', '5'), [...at('rows.0.rates', '5'), ...at('rows.1.rates', '18')]],
    ['the same places in another order', [...at('a', ''), ...at('b', '')], [...at('b', ''), ...at('a', '')]],
    [
      'another day that a setting led to',
      at('settings.paymentDays', '2026-12-01'),
      at('settings.paymentDays', '2026-12-02'),
    ],
  ])('is the same for %s', (_, one, other) => {
    expect(causeOf(withFields(one))).toStrictEqual(causeOf(withFields(other)));
  });

  it.each([
    ['another way of payment', at('settings.payments', 'GLS'), at('settings.payments', 'DPD')],
    ['another currency of the account', at('account.currency', 'EUR'), at('account.currency', 'HUF')],
    ['another place', at('buyer.email', ''), at('buyer.phone', '')],
    ['another tag without a place', [field({ tag: 'crdr' })], [field({ tag: 'language' })]],
  ])('is another one for %s', (_, one, other) => {
    expect(causeOf(withFields(one)).key).not.toBe(causeOf(withFields(other)).key);
  });

  it.each([
    ['shop', aLetter({ shop: 'acme-woo' })],
    ['code', aLetter({ error: { ...aLetter().error, code: 4 } })],
    ['reason of our own', aLetter({ error: { ...aLetter().error, code: null, name: 'NoBuyer' } })],
  ])('is another one for another %s', (_, other) => {
    expect(causeOf(other).key).not.toBe(causeOf(aLetter()).key);
  });

  it('keeps the currency whose rate the settings lack, and not the rate that CO3 refused', () => {
    const rate = withFields(at('settings.fxRate', '401.5'));
    const missing = { ...rate, error: { ...rate.error, code: null, name: 'ExchangeRateMissing' } };

    expect(causeOf(rate).places).toStrictEqual([{ path: 'settings.fxRate', value: '' }]);
    expect(causeOf(missing).places).toStrictEqual([{ path: 'settings.fxRate', value: '401.5' }]);
  });
});

function field(overrides: Partial<LetterField>): LetterField {
  return { tag: '', path: '', value: '', allowed: [], ...overrides };
}

function at(path: string, value: string): readonly LetterField[] {
  return [field({ path, value })];
}

const withFields = (fields: readonly LetterField[]) => aLetter({ error: { ...aLetter().error, fields } });
