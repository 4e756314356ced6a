import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected } from '../../lib/deliver/corrections/corrected.ts';
import type { Correction } from '../../lib/deliver/corrections/correction.ts';
import { placeOf } from '../../lib/deliver/corrections/places.ts';
import { mergeSnapshot } from '../../lib/deliver/merge.ts';
import { planOrder } from '../../lib/deliver/plan.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import { type OrderSnapshot, orderKeyOf, type Party } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import { PAYMENTS } from '../../lib/settings/payments.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { translateOrder } from '../../lib/translate/translate-order.ts';
import { aCorrection, anOrderRecord } from '../support/ledger-records.ts';
import { aBuyer, anAccount, anOrder, arbitraryOrder, aShop, aShopForEverything } from '../support/orders.ts';

const NOW = Date.parse('2026-12-02T12:00:00Z');
const MINUTE = 60_000;
const aText = fc.stringMatching(/^[\p{L}\p{N}@.<&' -]{0,20}$/u).map((text) => text.trim());

describe('a correction', () => {
  it('changes no amount, no quantity and nothing of what is owed', () => {
    fc.assert(
      fc.property(arbitraryOrder(), fc.array(someChange, { maxLength: 5 }), (snapshot, changes) => {
        const shop = aShopForEverything();
        const before = translateOrder(snapshot, shop, anAccount());

        const told = corrected(recordOf(snapshot, changes, shop), shop);
        const after = translateOrder(told.order.snapshot, told.shop, anAccount());

        expect(figuresOf(told.order.snapshot)).toStrictEqual(figuresOf(snapshot));
        // Rates that the tax gainsays, and a tax number that is none, are refused by the translation.
        if (before.ok && after.ok) expect(after.value.owedMinor).toBe(before.value.owedMinor);
      }),
    );
  });

  it('plans what would be planned had the shop sent it so', () => {
    fc.assert(
      fc.property(arbitraryOrder(), aText, aText, aText, (snapshot, email, city, name) => {
        const shop = aShopForEverything();
        const changes = { 'buyer.email': email, 'buyer.address.city': city, 'rows.0.name': name };
        const buyer = aBuyer({ email, address: { ...aBuyer().address, city } });
        const [first, ...rest] = snapshot.rows;
        const rows = first === undefined ? [] : [{ ...first, name }, ...rest];

        const byCorrection = planOrder(recordOf(snapshot, Object.entries(changes), shop), shop, anAccount(), NOW);
        const byShop = planOrder(recordOf({ ...snapshot, buyer, rows }, [], shop), shop, anAccount(), NOW);

        expect(byCorrection).toStrictEqual(byShop);
      }),
    );
  });

  it('holds until the shop sends something else for the first time, and never again', () => {
    const emails = fc.array(fc.constantFrom('old@example.com', 'new@example.com', 'other@example.com'));
    fc.assert(
      fc.property(emails, (sent) => {
        let order = recordOf(withEmail('old@example.com', 0), [['buyer.email', 'mended@example.hu']], aShop());
        let isHeld = true;
        for (const [index, email] of sent.entries()) {
          order = merged(order, withEmail(email, index + 1));
          isHeld &&= email === 'old@example.com';

          const expected = isHeld ? 'mended@example.hu' : email;
          expect(corrected(order, aShop()).order.snapshot.buyer?.email).toBe(expected);
          expect(order.snapshot.buyer?.email).toBe(email);
        }
      }),
    );
  });
});

type Pair = readonly [path: string, value: string];

const BUYER_PATHS = [
  ...['buyer.name.last', 'buyer.company', 'buyer.taxNumber', 'buyer.email', 'buyer.phone', 'buyer.address.zip'],
];

const someChange: fc.Arbitrary<Pair> = fc.oneof(
  fc.tuple(fc.constantFrom(...BUYER_PATHS), aText),
  fc.tuple(fc.constant('buyer.country'), fc.constantFrom('HU', 'DE', 'US')),
  fc.tuple(fc.constant('rows.0.name'), aText),
  fc.tuple(fc.constant('rows.0.rates'), fc.constantFrom('27', '5', '20 + 7', '0')),
  fc.tuple(fc.constant('settings.payments'), fc.constantFrom(...PAYMENTS)),
  fc.tuple(fc.constant('settings.fxRate'), fc.constantFrom('398.5', '1', '0.002')),
);

/** The order with these corrections of what it is told with, the last of each place alone. */
function recordOf(snapshot: OrderSnapshot, pairs: readonly Pair[], shop: ShopSettings): OrderRecord {
  const row = snapshot.rows[0]?.id ?? null;
  const corrections = [...new Map(pairs)].map(([path, value]): Correction => {
    const of = path.startsWith('rows.') ? row : null;
    return aCorrection({ path, row: of, old: placeOf(path)?.read({ snapshot, shop }, of) ?? '', new: value });
  });
  return anOrderRecord({ key: orderKeyOf(snapshot), snapshot, corrections });
}

function figuresOf({ rows, refunds, totalMinor, currentTotalMinor, currency }: OrderSnapshot) {
  const ofRows = rows.map(({ id, quantity, currentQuantity, netMinor, taxMinor, grossMinor }) => [
    ...[id, quantity, currentQuantity, netMinor, taxMinor, grossMinor],
  ]);
  return { ofRows, refunds, totalMinor, currentTotalMinor, currency };
}

function withEmail(email: Party['email'], minute: number): OrderSnapshot {
  return anOrder({ buyer: aBuyer({ email }), changedAt: new Date(NOW + minute * MINUTE).toISOString() as Instant });
}

function merged(order: OrderRecord, snapshot: OrderSnapshot): OrderRecord {
  const content = mergeSnapshot(order, snapshot, aShop(), NOW);
  if (content === undefined) throw new Error('a newer snapshot always tells something');
  return { ...order, ...content };
}
