import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import type { Correcting } from '../../../lib/dead-letters/correcting.ts';
import { draftCorrection } from '../../../lib/dead-letters/draft-correction.ts';
import type { Letter } from '../../../lib/dead-letters/letter.ts';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { aCorrection, aLetter, anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anAccount, anOrder, aRow, aShippingRow, aShop } from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');

interface Case {
  readonly snapshot?: OrderSnapshot;
  readonly order?: Partial<OrderRecord>;
  readonly shop?: Partial<ShopSettings>;
  readonly error?: Partial<Letter['error']>;
}

const correcting = ({ snapshot = anOrder(), order = {}, shop = {}, error = {} }: Case = {}): Correcting => ({
  letter: aLetter({ error: { ...aLetter().error, ...error } }),
  order: anOrderRecord({ snapshot, letter: { id: 'letter-1', content: null }, status: 'letter', ...order }),
  shop: aShop(shop),
  account: anAccount(),
  leaving: { contract: PLAIN_CONTRACT, stage: 'test', now: NOW },
});

const draft = (pairs: Readonly<Record<string, string>>, of: Case = {}) =>
  draftCorrection(
    correcting(of),
    Object.entries(pairs).map(([path, value]) => ({ path, value })),
  );
const whyNot = (pairs: Readonly<Record<string, string>>, of: Case = {}): string => {
  const drafted = draft(pairs, of);
  return drafted.ok ? 'it is taken' : drafted.problem.why;
};

describe('a look at a correction', () => {
  it('shows the calls as they would go with it and without', () => {
    const drafted = draft({ 'buyer.email': 'anna@example.hu' });

    expect(drafted).toMatchObject({
      value: {
        changes: [{ path: 'buyer.email', old: 'anna.minta@example.com', new: 'anna@example.hu', lines: null }],
        before: { calls: [{ xml: expect.stringContaining('anna.minta@example.com') }, { method: 'setInvoice' }] },
        after: { calls: [{ xml: expect.stringContaining('anna@example.hu') }, { method: 'setInvoice' }] },
        remains: null,
      },
    });
  });

  it('shows no calls as things stand for an order that cannot be translated', () => {
    const drafted = draft({ 'settings.payments': 'c.o.d.' }, { snapshot: anOrder({ gateways: ['GLS'] }) });

    expect(drafted).toMatchObject({
      value: {
        changes: [{ old: 'GLS', new: 'c.o.d.', lines: 'shops:\n  acme-shop:\n    payments:\n      GLS: c.o.d.' }],
        before: null,
        after: { calls: [{}, { xml: expect.stringContaining('c.o.d.') }] },
      },
    });
  });

  it('tells what else is in the way', () => {
    const snapshot = anOrder({ gateways: ['GLS'], buyer: aBuyer({ email: 'x' }) });

    expect(draft({ 'buyer.email': 'anna@example.hu' }, { snapshot })).toMatchObject({
      value: { before: null, after: null, remains: { name: 'UnmappedPayment' } },
    });
  });

  it('tells what CO3 is likely to refuse', () => {
    expect(draft({ 'buyer.email': 'nowhere' })).toMatchObject({
      value: { after: { predictions: [{ error: { name: 'InvalidEmail' }, certain: false }] }, remains: null },
    });
  });

  it('shows what a supervised shop would send once it is released', () => {
    expect(draft({ 'buyer.email': 'a@b.hu' }, { shop: { mode: 'supervised' } })).toMatchObject({
      value: { after: { calls: [{ method: 'setContact' }, { method: 'setInvoice' }] } },
    });
  });

  it('has no lines for several ways of payment, which no mapping tells apart', () => {
    const drafted = draft({ 'settings.payments': 'cash' }, { snapshot: anOrder({ gateways: ['stripe', 'GLS'] }) });

    expect(drafted).toMatchObject({ value: { changes: [{ old: 'stripe, GLS', lines: null }], remains: null } });
  });
});

describe('the row of a path', () => {
  const rows = [aRow({ grossMinor: 0, netMinor: 0, taxMinor: 0, id: 'gift', name: 'Gift' }), aRow(), aShippingRow()];
  const rowOf = (error: Partial<Letter['error']>): unknown => {
    const drafted = draft({ 'rows.1.name': 'Better' }, { snapshot: anOrder({ rows }), error });
    return drafted.ok ? drafted.value.changes.map(({ row, old }) => [row, old]) : drafted.problem.why;
  };

  it('is counted in the document that was sent where CO3 has named it', () => {
    expect(rowOf({ code: 4 })).toStrictEqual([['shipping-1', 'Házhozszállítás']]);
  });

  it('is counted in the order where we have', () => {
    expect(rowOf({ code: null })).toStrictEqual([['row-1', 'Bögre']]);
  });
});

describe('a correction that is refused', () => {
  const company = anOrder({
    buyer: aBuyer({ company: 'Minta Kft.' }),
    notes: [{ name: 'note_attributes.adoszam', value: '12345678-1-42' }],
  });

  it.each([
    ['nothing', {}, 'faulty-value'],
    ['an amount', { 'rows.0.netMinor': '1' }, 'not-correctable'],
    ['a quantity', { 'rows.0.quantity': '1' }, 'not-correctable'],
    ['the total', { totalMinor: '1' }, 'not-correctable'],
    ['no place at all', { 'buyer.shoeSize': '44' }, 'not-correctable'],
    ['the buyer as a whole', { buyer: 'Anna' }, 'not-correctable'],
    ['a row that is not there', { 'rows.2.name': 'x' }, 'not-correctable'],
    ['a rate in the account’s own currency', { 'settings.fxRate': '2' }, 'not-correctable'],
    ['a setting', { 'settings.unit': 'piece' }, 'settings-instead'],
    ['two lines', { 'buyer.email': 'a@b.hu\nx' }, 'faulty-value'],
    ['a NUL', { 'buyer.email': 'a\u0000@b.hu' }, 'faulty-value'],
    ['an endless name', { 'buyer.name.last': 'x'.repeat(201) }, 'faulty-value'],
    ['a country in words', { 'buyer.country': 'Hungary' }, 'faulty-value'],
    ['a way of payment of no one', { 'settings.payments': 'barter' }, 'faulty-value'],
    ['rates that are none', { 'rows.0.rates': 'a lot' }, 'faulty-value'],
    ['rates above all', { 'rows.0.rates': '101' }, 'faulty-value'],
    ['a row without a name', { 'rows.0.name': ' ' }, 'faulty-value'],
    ['what stands there', { 'buyer.email': 'anna.minta@example.com' }, 'as-it-stands'],
    ['the way of payment that it has', { 'settings.payments': 'bankcard' }, 'as-it-stands'],
    ['rates that its tax gainsays', { 'rows.0.rates': '5' }, 'still-wrong'],
  ])('names %s', (_, pairs, why) => {
    expect(whyNot(pairs as Readonly<Record<string, string>>)).toBe(why);
  });

  it.each([
    [
      'buyer.emial',
      'Nothing of this order can be corrected at buyer.emial; did you mean `buyer.email`? There are: buyer.',
    ],
    ['email', 'Nothing of this order can be corrected at email; did you mean `buyer.email`? There are: buyer.'],
    ['buyer.shoeSize', 'Nothing of this order can be corrected at buyer.shoeSize; there are: buyer.'],
    ['rows.2.name', 'The order has no row 2.'],
  ])('of a place that there is not, %s, says what was probably meant', (path, words) => {
    const draft = draftCorrection(correcting(), [{ path, value: 'x' }]);

    expect(draft).toMatchObject({ ok: false, problem: { text: expect.stringContaining(words) } });
  });

  it('names a tax number that can be none', () => {
    expect(whyNot({ 'buyer.taxNumber': '12345679-1-42' }, { snapshot: company })).toBe('still-wrong');
    expect(whyNot({ 'buyer.taxNumber': '12345676-1-42' }, { snapshot: company })).toBe('it is taken');
  });

  it('leaves nobody to bill, which CO3 is sure to refuse', () => {
    const pairs = { 'buyer.name.last': '', 'buyer.name.first': '' };

    expect(whyNot(pairs)).toBe('still-wrong');
  });

  it('names one place twice', () => {
    const twice = [
      { path: 'buyer.email', value: 'a@b.hu' },
      { path: 'buyer.email', value: 'c@d.hu' },
    ];

    expect(draftCorrection(correcting(), twice)).toMatchObject({ ok: false, problem: { why: 'faulty-value' } });
  });

  it('was made of another value than stands there', () => {
    const order = { corrections: [aCorrection()] };
    const change = { path: 'buyer.email', value: 'a@b.hu', seen: 'anna.minta@example.com' };

    expect(draftCorrection(correcting({ order }), [change])).toMatchObject({ problem: { why: 'changed-meanwhile' } });
  });

  it('says which lines belong into the settings', () => {
    const drafted = draft({ 'settings.unit': 'piece' });

    expect(drafted).toMatchObject({ problem: { text: expect.stringContaining('acme-shop:\n    unit: piece') } });
  });
});

it.each(['0', '-1', '1e3', '', '398,5', '1.1234567'])('an exchange rate cannot be %j', (value) => {
  const snapshot = anOrder({ currency: 'EUR' });

  expect(whyNot({ 'settings.fxRate': value }, { snapshot })).toBe('faulty-value');
  expect(whyNot({ 'settings.fxRate': '398.50' }, { snapshot })).toBe('it is taken');
});
