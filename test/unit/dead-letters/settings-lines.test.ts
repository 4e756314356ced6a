import { describe, expect, it } from 'vitest';
import { settingsLines } from '../../../lib/dead-letters/settings-lines.ts';
import { parseTree } from '../../../lib/settings/parse-tree.ts';
import { aShop } from '../../support/orders.ts';

const said = (path: string, old: string, value: string, shop = aShop()): unknown => {
  const lines = settingsLines(shop, path, old, value);
  const tree = lines === null ? undefined : parseTree(lines);
  return tree?.ok === true ? (tree.value as { shops: Record<string, unknown> }).shops['acme-shop'] : null;
};

describe('the lines of shops.yml', () => {
  it.each([
    ['settings.payments', 'Utánvét (GLS)', 'c.o.d.', { payments: { 'Utánvét (GLS)': 'c.o.d.' } }],
    ['settings.payments', '', 'cash', { payments: { '': 'cash' } }],
    ['settings.payments', 'a: "b"\n- c #d', 'cash', { payments: { 'a: "b"\n- c #d': 'cash' } }],
    ['settings.fxRate', 'EUR 401.2', '398.5', { fxRate: { EUR: 398.5 } }],
    ['settings.paymentDays', '', '14', { paymentDays: 14 }],
    ['settings.unit', '', 'yes', { unit: 'yes' }],
    ['settings.contactCategories', '', 'Web, VIP', { contactCategories: ['Web', 'VIP'] }],
    ['settings.vatCases.zero.vat', '', '0', { vatCases: { zero: { vat: '0' } } }],
    ['settings.giftCardsSold', '', '{ vat: TAM, phrase: x }', { giftCardsSold: { vat: 'TAM', phrase: 'x' } }],
    ['settings.giftCardsSold', '', '{ vat: ', { giftCardsSold: '{ vat: ' }],
  ])('for %s and %j = %j say just that', (path, old, value, expected) => {
    expect(said(path, old, value)).toStrictEqual(expected);
  });

  it('keep the rates that are there', () => {
    const shop = aShop({ fxRate: { USD: 350 } });

    expect(said('settings.fxRate', 'EUR', '398.5', shop)).toStrictEqual({ fxRate: { USD: 350, EUR: 398.5 } });
  });

  it.each(['buyer.email', 'settings', 'account.currency'])('are none for %s', (path) => {
    expect(settingsLines(aShop(), path, '', 'x')).toBeNull();
  });

  it.each([
    ['a path', `settings${'.a'.repeat(300)}`, '1'],
    ['a value', 'settings.unit', `${'{a: '.repeat(300)}${'}'.repeat(300)}`],
  ])('are none for %s that is longer than any setting', (_what, path, value) => {
    expect(settingsLines(aShop(), path, '', value)).toBeNull();
  });
});
