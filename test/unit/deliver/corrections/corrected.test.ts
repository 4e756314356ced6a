import { describe, expect, it } from 'vitest';
import { corrected } from '../../../../lib/deliver/corrections/corrected.ts';
import type { Correction } from '../../../../lib/deliver/corrections/correction.ts';
import { placeOf } from '../../../../lib/deliver/corrections/places.ts';
import type { OrderSnapshot } from '../../../../lib/event/snapshot.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import type { ShopSettings } from '../../../../lib/settings/settings.ts';
import { translateOrder } from '../../../../lib/translate/translate-order.ts';
import { aCorrection, anOrderRecord } from '../../../support/ledger-records.ts';
import { aBuyer, anAccount, anOrder, aRow, aShippingRow, aShop } from '../../../support/orders.ts';

const seen = (
  corrections: readonly Correction[],
  snapshot: OrderSnapshot = anOrder(),
  shop: Partial<ShopSettings> = {},
) => corrected(anOrderRecord({ snapshot, corrections }), aShop(shop));

const draftsOf = (snapshot: OrderSnapshot, shop: ShopSettings) => {
  const drafts = translateOrder(snapshot, shop, anAccount());
  return drafts.ok ? drafts.value : drafts.problem.name;
};

describe('a corrected order', () => {
  it('is the order itself where nothing is corrected, and where no correction holds', () => {
    const order = anOrderRecord({ corrections: [aCorrection({ endedAt: '2026-12-02T09:55:00.000Z' as Instant })] });
    const shop = aShop();

    expect(corrected(order, shop)).toStrictEqual({ order, shop });
  });

  it('bears the new value, and all else as the shop sends it', () => {
    const { order } = seen([aCorrection()]);

    expect(order.snapshot).toStrictEqual(anOrder({ buyer: aBuyer({ email: 'anna@example.hu' }) }));
  });

  it('is as the shop sends it where that is not what was corrected', () => {
    const snapshot = anOrder({ buyer: aBuyer({ email: 'other@example.com' }) });

    expect(seen([aCorrection()], snapshot).order.snapshot).toStrictEqual(snapshot);
  });

  it.each([
    ['buyer.name.last', { name: { first: 'Anna', last: 'X' } }],
    ['buyer.name.first', { name: { first: 'X', last: 'Minta' } }],
    ['buyer.company', { company: 'X' }],
    ['buyer.email', { email: 'X' }],
    ['buyer.phone', { phone: 'X' }],
    ['buyer.country', { country: 'X' }],
    ['buyer.address.zip', { address: { street: 'Próba utca 1.', city: 'Budapest', zip: 'X' } }],
    ['buyer.address.city', { address: { street: 'Próba utca 1.', city: 'X', zip: '1011' } }],
    ['buyer.address.street', { address: { street: 'X', city: 'Budapest', zip: '1011' } }],
  ])('has %s in its place', (path, expected) => {
    const old = placeOf(path)?.read({ snapshot: anOrder(), shop: aShop() }, null) ?? 'no such place';

    const { order } = seen([aCorrection({ path, old, new: 'X' })]);

    expect(order.snapshot.buyer).toStrictEqual(aBuyer(expected));
  });

  it('names a buyer where the shop names none', () => {
    const { order } = seen(
      [
        aCorrection({ path: 'buyer.name.last', old: '', new: 'Minta' }),
        aCorrection({ path: 'buyer.country', old: '', new: 'HU' }),
      ],
      anOrder({ buyer: null }),
    );

    expect(order.snapshot.buyer).toMatchObject({ name: { first: '', last: 'Minta' }, country: 'HU', email: '' });
  });

  it('has the name and the rates of one row, and the amounts of all as they were', () => {
    const rows = [aRow(), aShippingRow()];
    const { order } = seen([
      aCorrection({ path: 'rows.0.name', row: 'row-1', old: 'Bögre', new: 'Nagy bögre' }),
      aCorrection({ path: 'rows.0.rates', row: 'row-1', old: '27', new: '20 + 7' }),
    ]);

    expect(order.snapshot.rows).toStrictEqual([{ ...rows[0], name: 'Nagy bögre', rates: ['20', '7'] }, rows[1]]);
  });
});

describe('the tax number of a corrected order', () => {
  const NOTES = [
    { name: 'note_attributes.adoszam', value: '12345678-1-42' },
    { name: 'customer.note', value: 'please ring' },
  ];
  const company = anOrder({ buyer: aBuyer({ company: 'Minta Kft.' }), notes: NOTES });
  const correction = { path: 'buyer.taxNumber', old: '12345678-1-42' };
  const textOf = (value: string) => {
    const { order, shop } = seen([aCorrection({ ...correction, new: value })], company);
    const drafts = draftsOf(order.snapshot, shop);
    return typeof drafts === 'string' ? drafts : drafts.contact.taxNumber;
  };

  it('is the new one', () => {
    expect(draftsOf(company, aShop())).toBe('InvalidTaxNumber');
    expect(textOf('12345676-1-42')).toBe('12345676-1-42');
  });

  it('is none where the new one is empty, whatever the notes say', () => {
    expect(textOf('')).toBe('');
  });
});

describe('how a corrected order is paid', () => {
  const paymentOf = (gateways: readonly string[], old: string, shop: Partial<ShopSettings> = {}) => {
    const correction = aCorrection({ path: 'settings.payments', old, new: 'c.o.d.' });
    const told = seen([correction], anOrder({ gateways: [...gateways] }), shop);
    const drafts = draftsOf(told.order.snapshot, told.shop);
    return typeof drafts === 'string' ? drafts : drafts.invoice.payment;
  };

  it.each([
    ['a name that no mapping has', ['Utánvét (GLS)'], 'Utánvét (GLS)', {}],
    ['a name that the settings map otherwise', ['GLS'], 'GLS', { payments: { GLS: 'transfer' } }],
    ['a name that leaves no doubt', ['stripe'], 'stripe', {}],
    ['no name at all', [], '', {}],
    ['several names', ['stripe', 'cod'], 'stripe, cod', {}],
    ['a name beside a gift card', ['gift_card', 'GLS'], 'GLS', {}],
  ] as const)('is the new way for %s', (_, gateways, old, shop) => {
    expect(paymentOf(gateways, old, shop)).toBe('c.o.d.');
  });

  it('is as the settings say once the shop names another way', () => {
    expect(paymentOf(['stripe'], 'Utánvét (GLS)')).toBe('bankcard');
  });
});

describe('the exchange rate of a corrected order', () => {
  const rateOf = (old: string, shopRate: string | null, value = '398.5') => {
    const snapshot = anOrder({ currency: 'EUR', shopRate });
    const { order, shop } = seen([aCorrection({ path: 'settings.fxRate', old, new: value })], snapshot);
    const drafts = draftsOf(order.snapshot, shop);
    return typeof drafts === 'string' ? drafts : drafts.invoice.fxRate;
  };

  it('is the new one', () => {
    expect(rateOf('EUR', null)).toBe('398.5');
    expect(rateOf('EUR 401.2', '401.2')).toBe('398.5');
  });

  it('is none once the shop says another rate', () => {
    expect(rateOf('EUR 401.2', '402')).toBe('ExchangeRateMissing');
  });
});

it.each([
  'buyer',
  'buyer.constructor',
  'rows.0.quantity',
  'rows.0.netMinor',
  'totalMinor',
  'settings.unit',
  '__proto__',
])('nothing is corrected at %s', (path) => {
  expect(placeOf(path)).toBeUndefined();
});
