import { describe, expect, it } from 'vitest';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import { correctablePlaces } from '../../../lib/dead-letters/correctable-places.ts';
import { ruleOf } from '../../../lib/dead-letters/correction-rules.ts';
import { draftCorrection } from '../../../lib/dead-letters/draft-correction.ts';
import type { LetterError } from '../../../lib/dead-letters/letter.ts';
import { placeOf } from '../../../lib/deliver/corrections/places.ts';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import { PAYMENTS } from '../../../lib/settings/payments.ts';
import { aCorrection, aLetter, anOrderRecord } from '../../support/ledger-records.ts';
import { anAccount, anOrder, aShop } from '../../support/orders.ts';

const correcting = (fields: LetterError['fields'], order: Partial<OrderRecord> = {}, code: number | null = 22) => ({
  letter: aLetter({ error: { ...aLetter().error, code, fields } }),
  order: anOrderRecord(order),
  shop: aShop(),
  account: anAccount(),
  leaving: { contract: PLAIN_CONTRACT, stage: 'test', now: Date.parse('2026-12-02T10:00:00Z') },
});
const at = (...paths: readonly string[]) => paths.map((path) => ({ tag: '', path, value: '', allowed: [] }));
const pointedAt = (...paths: readonly string[]): readonly string[] =>
  correctablePlaces(correcting(at(...paths)))
    .filter(({ isPointedAt }) => isPointedAt)
    .map(({ path }) => path);

describe('the places that can be corrected', () => {
  it('are those that the letter points at, then all others', () => {
    const places = correctablePlaces(correcting(at('rows.1.rates', 'buyer.email')));

    expect(places.map(({ path }) => path)).toStrictEqual([
      ...['buyer.email', 'rows.1.rates'],
      ...['buyer.name.last', 'buyer.name.first', 'buyer.company', 'buyer.taxNumber', 'buyer.phone', 'buyer.country'],
      ...['buyer.address.zip', 'buyer.address.city', 'buyer.address.street', 'settings.payments'],
      ...['rows.0.name', 'rows.0.rates', 'rows.1.name'],
    ]);
  });

  it('say what stands there, what is allowed, and what it is in two languages', () => {
    const [email] = correctablePlaces(correcting(at('buyer.email'), { corrections: [aCorrection()] }));

    expect(email).toStrictEqual({
      ...{ path: 'buyer.email', value: 'anna@example.hu', means: 'anna@example.hu', allowed: [], isPointedAt: true },
      label: { en: 'e-mail', hu: 'e-mail-cím' },
      rule: {
        en: 'An address such as anna@example.hu; may be empty.',
        hu: 'Egy cím, például anna@example.hu; üres is lehet.',
      },
    });
  });

  it('name the shop’s word for a way of payment and what it means', () => {
    const [payment] = correctablePlaces(correcting(at('settings.payments')));

    expect(payment).toMatchObject({ value: 'shopify_payments', means: 'bankcard', allowed: PAYMENTS });
  });

  it('name a rate only for an order in another currency', () => {
    const [rate] = correctablePlaces(correcting(at('settings.fxRate'), { snapshot: anOrder({ currency: 'EUR' }) }));

    expect(rate).toMatchObject({ path: 'settings.fxRate', value: 'EUR', means: '', isPointedAt: true });
    expect(pointedAt('settings.fxRate')).toStrictEqual([]);
  });

  it('are all of the buyer where nobody is named', () => {
    expect(pointedAt('buyer')).toHaveLength(10);
  });

  it.each(['', 'buyer.name.las', 'settings.vatCases.zero', 'rows.0.quantity', 'documents'])(
    'are none of those that %j points at',
    (path) => {
      expect(pointedAt(path)).toStrictEqual([]);
    },
  );

  it('have each a rule that its correction is held to', () => {
    const given = correcting([], { snapshot: anOrder({ currency: 'EUR' }) });

    for (const { path, value } of correctablePlaces(given)) {
      const drafted = draftCorrection(given, [{ path, value: '?\n?', seen: value }]);
      expect([path, drafted]).toMatchObject([path, { ok: false, problem: { why: 'faulty-value' } }]);
      expect([path, ruleOf(path) === undefined, placeOf(path) === undefined]).toStrictEqual([path, false, false]);
    }
  });
});
