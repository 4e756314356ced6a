import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../lib/deliver/corrections/correction.ts';
import { mergeSnapshot, RIVAL_WAIT_MS } from '../../../lib/deliver/merge.ts';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import { digestOf } from '../../../lib/event/digest.ts';
import { type OrderSnapshot, orderKeyOf } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aCorrection } from '../../support/ledger-records.ts';
import { aBuyer, anOrder, aRefund, aRow, aShippingRow, aShop } from '../../support/orders.ts';
import { woocommerceOrder } from '../../support/woocommerce-webhooks.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const at = (text: string): Instant => `2026-12-02T${text}.000Z` as Instant;

const recordOf = (snapshot: OrderSnapshot, overrides: Partial<OrderRecord> = {}): OrderRecord => {
  const content = mergeSnapshot(undefined, snapshot, aShop(), NOW);
  if (content === undefined) throw new Error('a first snapshot always tells something');
  return { ...content, traceId: 'trace-1', key: orderKeyOf(snapshot), version: 1, writeId: 'w', ...overrides };
};

describe('the first snapshot', () => {
  it.each([
    ['shadow', true],
    ['supervised', false],
    ['on', false],
  ] as const)('in mode %s is stamped as seen in shadow: %s', (mode, shadow) => {
    const record = mergeSnapshot(undefined, anOrder(), aShop({ mode }), NOW);

    expect(record).toMatchObject({ shadow, status: 'due', dueAt: NOW, documents: [], steps: [] });
  });
});

describe('a later snapshot', () => {
  it.each([
    ['is older', anOrder({ changedAt: at('09:00:00'), paid: false })],
    ['is the same once more', anOrder()],
    ['is of the same time and not as far', anOrder({ paid: false })],
  ])('changes nothing where it %s', (_, snapshot) => {
    expect(mergeSnapshot(recordOf(anOrder()), snapshot, aShop(), NOW)).toBeUndefined();
  });

  it.each([
    ['is newer', anOrder({ changedAt: at('09:06:00'), paid: false })],
    ['is of the same time and cancelled', anOrder({ cancelledAt: at('09:05:00') })],
    ['is of the same time and refunded', anOrder({ refunds: [aRefund()] })],
    ['is of the same time and fulfilled', anOrder({ fulfilledAt: at('09:05:00') })],
  ])('counts whole where it %s', (_, snapshot) => {
    const merged = mergeSnapshot(recordOf(anOrder(), { status: 'settled', dueAt: null }), snapshot, aShop(), NOW);

    expect(merged).toMatchObject({ snapshot, rival: null, status: 'due', dueAt: NOW });
  });

  it.each([
    ['rests', null, NOW],
    ['waits for a retry', NOW + 60_000, NOW],
    ['has its invoice on its way', 0, 0],
  ])('makes an order that %s due at once, and takes no place away from it', (_, dueAt, expected) => {
    const newer = anOrder({ changedAt: at('09:06:00') });

    expect(mergeSnapshot(recordOf(anOrder(), { dueAt }), newer, aShop(), NOW)?.dueAt).toBe(expected);
  });

  it('that switches the mode leaves the stamp of the first as it is', () => {
    const record = recordOf(anOrder(), { shadow: true });

    const merged = mergeSnapshot(record, anOrder({ changedAt: at('09:06:00') }), aShop({ mode: 'on' }), NOW);

    expect(merged?.shadow).toBe(true);
  });

  it('frees an order that was given to a person, and keeps the count of one that is being tried', () => {
    const newer = anOrder({ changedAt: at('09:06:00') });

    const given = mergeSnapshot(recordOf(anOrder(), { status: 'letter', starts: 5 }), newer, aShop(), NOW);
    const tried = mergeSnapshot(recordOf(anOrder(), { status: 'due', starts: 3 }), newer, aShop(), NOW);

    expect([given?.starts, tried?.starts]).toStrictEqual([0, 3]);
  });
});

describe('two snapshots of the same time that differ in free texts', () => {
  const noting = (name: string, value: string) => anOrder({ notes: [{ name, value }] });
  const shop = aShop({ taxNumberPlaces: ['meta_data.adoszam'] });

  it('are the same where no setting looks at the text', () => {
    const record = recordOf(noting('meta_data._tracked', 'no'));

    expect(mergeSnapshot(record, noting('meta_data._tracked', 'yes'), shop, NOW)).toBeUndefined();
  });

  it('are rivals where the text is a tax number', () => {
    const record = recordOf(noting('meta_data.adoszam', '12345676-1-42'));

    const merged = mergeSnapshot(record, noting('meta_data.adoszam', '87654321-1-42'), shop, NOW);

    expect(merged?.reason).toBe('ConflictingSnapshots');
  });
});

describe('a WooCommerce order that is refunded in part', () => {
  const before = woocommerceOrder();
  const after = woocommerceOrder('order-updated.huf', { refunds: [{ id: 902, total: '-2500' }] });

  it('counts as refunded whichever comes first, though its time of change stays the same', () => {
    const later = mergeSnapshot(recordOf(before), after, aShop(), NOW);
    const earlier = mergeSnapshot(recordOf(after), before, aShop(), NOW);

    expect(after.changedAt).toBe(before.changedAt);
    expect(later).toMatchObject({ snapshot: after, rival: null, status: 'due' });
    expect(earlier).toBeUndefined();
  });
});

describe('two snapshots of the same time and state with other rows', () => {
  const other = anOrder({ rows: [aRow({ name: 'Tányér' })] });

  it('wait for a newer one, counted from the first sight of the second', () => {
    const first = mergeSnapshot(recordOf(anOrder()), other, aShop(), NOW);
    const third = anOrder({ rows: [aRow({ name: 'Kanál' })] });

    const second = mergeSnapshot(recordOf(anOrder(), { rival: first?.rival ?? null }), third, aShop(), NOW + 1_000);

    expect(first?.rival).toStrictEqual({ snapshot: other, since: NOW });
    expect(second?.rival).toStrictEqual({ snapshot: third, since: NOW });
    expect(RIVAL_WAIT_MS).toBe(120_000);
  });

  it('change nothing when either comes again', () => {
    const record = recordOf(anOrder(), { rival: { snapshot: other, since: NOW } });

    expect(mergeSnapshot(record, other, aShop(), NOW)).toBeUndefined();
    expect(mergeSnapshot(record, anOrder(), aShop(), NOW)).toBeUndefined();
  });

  it.each([
    ['newer', anOrder({ changedAt: at('09:06:00') })],
    ['further than both', anOrder({ cancelledAt: at('09:05:00') })],
  ])('are settled by one that is %s', (_, settling) => {
    const record = recordOf(anOrder(), { rival: { snapshot: other, since: NOW } });

    expect(mergeSnapshot(record, settling, aShop(), NOW)).toMatchObject({ snapshot: settling, rival: null });
  });
});

it('ends with the newest snapshot in whatever order they come', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(times, fc.infiniteStream(fc.nat()), (seconds, randoms) => {
      const snapshots = seconds.map((second) => anOrder({ changedAt: at(`09:05:${String(second).padStart(2, '0')}`) }));
      const shuffled = snapshots
        .map((snapshot) => ({ snapshot, rank: randoms.next().value }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ snapshot }) => snapshot);

      let record: OrderRecord | undefined;
      for (const snapshot of shuffled) {
        const merged = mergeSnapshot(record, snapshot, aShop(), NOW);
        if (merged !== undefined) record = { ...recordOf(snapshot), ...merged };
      }

      const newest = `09:05:${String(Math.max(...seconds)).padStart(2, '0')}`;
      expect(record?.snapshot.changedAt).toBe(at(newest));
    }),
  );
});

describe('beside what the shop’s API has told', () => {
  const webhook = anOrder({ coverage: 'without-refund-rows' });
  const asked = { asked: digestOf(webhook), status: 'settled', dueAt: null } as const;
  const known = recordOf(anOrder({ gateways: ['as the API tells it'] }), asked);

  it('the same webhook once more changes nothing, also where the API’s word is dated otherwise', () => {
    const older = recordOf(anOrder({ changedAt: at('08:00:00') }), asked);

    const merged = [known, older].map((record) => mergeSnapshot(record, webhook, aShop(), NOW));

    expect(merged).toStrictEqual([undefined, undefined]);
  });

  it('another of the same time that tells it in part is asked for anew, and is no rival', () => {
    const other = { ...webhook, paid: false };

    const merged = mergeSnapshot(known, other, aShop(), NOW);

    expect(merged).toMatchObject({ snapshot: other, asked: null, rival: null, status: 'due', dueAt: NOW });
  });

  it('an older one counts no more', () => {
    expect(mergeSnapshot(known, { ...webhook, changedAt: at('09:00:00') }, aShop(), NOW)).toBeUndefined();
  });

  it.each(['outline', 'hint'] as const)(
    'one told as %s counts though the shop’s clock is ahead of its coming',
    (coverage) => {
      const other = anOrder({ coverage, changedAt: at('09:00:00') });

      expect(mergeSnapshot(known, other, aShop(), NOW)).toMatchObject({ snapshot: other, asked: null, status: 'due' });
    },
  );

  it('one of the same time that tells fewer refunds is asked for: it is late, or a refund was taken back', () => {
    const partial = anOrder({ coverage: 'without-refund-rows', refunds: [aRefund({ rows: [] })] });
    const refunded = recordOf(anOrder({ refunds: [aRefund()] }), { ...asked, asked: digestOf(partial) });

    const merged = mergeSnapshot(refunded, anOrder(), aShop(), NOW);
    const again = mergeSnapshot({ ...refunded, asked: digestOf(merged?.snapshot) }, anOrder(), aShop(), NOW);

    expect(merged).toMatchObject({
      snapshot: anOrder({ coverage: 'without-refund-rows' }),
      asked: null,
      status: 'due',
    });
    expect(again).toBeUndefined();
  });
});

describe('of a platform that dates nothing', () => {
  const outline = anOrder({ coverage: 'outline' });
  const later = { ...outline, changedAt: at('09:30:00') };

  it.each([
    ['nothing but the time of reading differs', later, 'settled', undefined],
    ['something differs', { ...later, paid: false }, 'settled', 'due'],
    ['nothing else differs and its letter is open', later, 'letter', 'due'],
    ['a whole one is later', { ...later, coverage: 'whole' }, 'settled', 'due'],
  ] as const)('a later snapshot where %s', (_, snapshot, status, expected) => {
    const merged = mergeSnapshot(recordOf(outline, { status, dueAt: null }), snapshot, aShop(), NOW);

    expect(merged?.status).toBe(expected);
  });
});

describe('a correction', () => {
  const newer = (overrides: Partial<OrderSnapshot>) => anOrder({ changedAt: at('09:06:00'), ...overrides });
  const merged = (snapshot: OrderSnapshot, correction: Partial<Correction> = {}) => {
    const known = recordOf(anOrder(), { corrections: [aCorrection(correction)] });
    return mergeSnapshot(known, snapshot, aShop(), NOW)?.corrections;
  };
  const ENDED = '2026-12-02T10:00:00.000Z' as Instant;

  it('holds on while the shop sends what it was made for', () => {
    expect(merged(newer({ paid: false }))).toStrictEqual([aCorrection()]);
  });

  it('ends where the shop sends something else', () => {
    const snapshot = newer({ buyer: aBuyer({ email: 'anna@corrected.example' }) });

    expect(merged(snapshot)).toStrictEqual([aCorrection({ endedAt: ENDED })]);
  });

  it('ends for good: the old value once more does not bring it back', () => {
    expect(merged(newer({}), { endedAt: at('09:55:00') })).toStrictEqual([aCorrection({ endedAt: at('09:55:00') })]);
  });

  it.each(['outline', 'hint'] as const)(
    'outlives a snapshot told as %s, which may leave out what the shop’s API says',
    (coverage) => {
      expect(merged(newer({ coverage, buyer: null }))).toStrictEqual([aCorrection()]);
    },
  );

  it('of a row ends where the row is gone', () => {
    const ofRow = { path: 'rows.0.name', row: 'row-1', old: 'Bögre', new: 'Nagy bögre' };

    expect(merged(newer({ rows: [aShippingRow()] }), ofRow)).toStrictEqual([aCorrection({ ...ofRow, endedAt: ENDED })]);
  });
});
