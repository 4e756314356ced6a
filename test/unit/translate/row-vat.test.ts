import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/event/result.ts';
import type { OrderRow, OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { rowVat } from '../../../lib/translate/row-vat.ts';
import { aBuyer, anAccount, anOrder, aRow, aShop } from '../../support/orders.ts';

const UNTAXED = { netMinor: 508_000, taxMinor: 0, grossMinor: 508_000, rates: [] };
const AAM = { zero: { vat: 'AAM', phrase: 'Alanyi adómentes', customerVatType: 'PRIVATE_PERSON' } } as const;
const GERMAN = { buyer: aBuyer({ country: 'DE' }), shipTo: aBuyer({ country: 'DE' }) };

it('bears its own percent at home', () => {
  expect(vatOf({}, {}, {})).toStrictEqual(ok({ vatCase: 'domestic', vat: '27', percent: '27', phrase: '' }));
});

it('bears what the shop has said of its case', () => {
  const vat = vatOf(UNTAXED, {}, { vatCases: AAM });

  expect(vat).toStrictEqual(ok({ vatCase: 'zero', vat: 'AAM', percent: '0', phrase: 'Alanyi adómentes' }));
});

it('keeps the order’s percent where the mapping says `rate`', () => {
  const euConsumer = { vat: 'rate', phrase: 'OSS', customerVatType: 'PRIVATE_PERSON' } as const;
  const row = { netMinor: 10_000, taxMinor: 1900, grossMinor: 11_900, rates: ['19'] };

  const vat = vatOf(row, GERMAN, { vatCases: { euConsumer } });

  expect(vat).toStrictEqual(ok({ vatCase: 'euConsumer', vat: '19', percent: '19', phrase: 'OSS' }));
});

it('reckons with a percent that a mapping sets', () => {
  const zero = { vat: '27', phrase: '', customerVatType: 'PRIVATE_PERSON' } as const;

  expect(vatOf(UNTAXED, {}, { vatCases: { zero } })).toStrictEqual(
    ok({ vatCase: 'zero', vat: '27', percent: '27', phrase: '' }),
  );
});

it('takes the percent that was charged from a mapping, however it is written', () => {
  const euConsumer = { vat: '27.0', phrase: '', customerVatType: 'OTHER' } as const;

  const vat = vatOf({}, GERMAN, { vatCases: { euConsumer } });

  expect(vat).toStrictEqual(ok({ vatCase: 'euConsumer', vat: '27', percent: '27', phrase: '' }));
});

describe('refuses', () => {
  it('a case without a mapping, and says what must be put where', () => {
    expect(vatOf(UNTAXED, {}, {})).toStrictEqual({
      ok: false,
      problem: {
        name: 'VatCaseNotMapped',
        text: 'Row 2 is the VAT case zero (0 %), which needs its VAT, legal phrase and customer VAT type in settings.vatCases.zero.',
        fields: [
          { path: 'settings.vatCases.zero', value: '', allowed: ['{ vat, phrase, customerVatType }'] },
          { path: 'rows.1.rates', value: '', allowed: [] },
        ],
      },
    });
  });

  it('a code without VAT on a row that holds some', () => {
    const euConsumer = { vat: 'EUT', phrase: '', customerVatType: 'OTHER' } as const;

    const vat = vatOf({}, GERMAN, { vatCases: { euConsumer } });

    expect(!vat.ok && vat.problem).toStrictEqual({
      name: 'VatCaseNotMapped',
      text: 'Row 2 (euConsumer) bears 27 %, and settings.vatCases.euConsumer.vat says EUT, which is not what was charged.',
      fields: [
        { path: 'settings.vatCases.euConsumer.vat', value: 'EUT', allowed: ['rate', '27'] },
        { path: 'rows.1.rates', value: '27', allowed: [] },
      ],
    });
  });

  it.each(['0', '26', '270'])('the percent %s on a row that was charged 27', (percent) => {
    const euConsumer = { vat: percent, phrase: '', customerVatType: 'OTHER' } as const;

    const vat = vatOf({}, GERMAN, { vatCases: { euConsumer } });

    expect(!vat.ok && vat.problem.name).toBe('VatCaseNotMapped');
  });

  it('a percent on a gift card that was charged another', () => {
    const vat = vatOf({ kind: 'giftcard' }, {}, { giftCardsSold: { vat: '0', phrase: '' } });

    expect(!vat.ok && vat.problem.fields[0]).toStrictEqual({
      path: 'settings.giftCardsSold.vat',
      value: '0',
      allowed: ['27'],
    });
  });

  it('a gift card that the settings do not know of', () => {
    const vat = vatOf({ ...UNTAXED, kind: 'giftcard' }, {}, {});

    expect(!vat.ok && vat.problem).toStrictEqual({
      name: 'GiftCardSold',
      text: 'Row 2 sells a gift card, and settings.giftCardsSold does not say how it stands on an invoice.',
      fields: [
        { path: 'settings.giftCardsSold', value: '', allowed: ['{ vat, phrase }'] },
        { path: 'rows.1.kind', value: 'giftcard', allowed: [] },
      ],
    });
  });

  it.each([
    ['a case without a mapping', {}],
    ['a mapping to another percent', { euConsumer: { vat: '9', phrase: '', customerVatType: 'OTHER' } as const }],
  ])('%s, and names all rates of the row', (_title, vatCases) => {
    const row = { netMinor: 10_000, taxMinor: 850, grossMinor: 10_850, rates: ['6', '2.5'] };

    const vat = vatOf(row, GERMAN, { vatCases });

    expect(!vat.ok && vat.problem.fields[1]).toStrictEqual({ path: 'rows.1.rates', value: '6 + 2.5', allowed: [] });
  });
});

it('bears what the settings say of a gift card, whatever its case', () => {
  const vat = vatOf({ ...UNTAXED, kind: 'giftcard' }, GERMAN, { giftCardsSold: { vat: 'ATHK', phrase: 'Utalvány' } });

  expect(vat).toStrictEqual(ok({ vatCase: 'giftcard', vat: 'ATHK', percent: '0', phrase: 'Utalvány' }));
});

it.each([
  [[], '27'],
  [['5'], '5'],
])('asks nothing of a free row with the rates %j: %s', (rates, vat) => {
  const free = { netMinor: 0, taxMinor: 0, grossMinor: 0, rates };

  expect(vatOf(free, {}, {})).toStrictEqual(ok({ vatCase: 'domestic', vat, percent: vat, phrase: '' }));
});

const vatOf = (overrides: Partial<OrderRow>, order: Partial<OrderSnapshot>, shop: Partial<ShopSettings>) => {
  const row = aRow(overrides);
  const sides = { order: anOrder(order), shop: aShop(shop), account: anAccount(), taxNumber: null };
  return rowVat({ ...row, index: 1, row }, sides);
};
