import { describe, expect, it } from 'vitest';
import { mergeSnapshot } from '../../../lib/deliver/merge.ts';
import type { OrderRecord } from '../../../lib/deliver/records.ts';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import { aLiveDocument, anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anOrder, aRefund, aRow, aShop } from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const at = (text: string): Instant => `2026-12-02T${text}.000Z` as Instant;
const CANCELLED = anOrder({ cancelledAt: at('09:05:00') });
const FULFILLED = anOrder({ fulfilledAt: at('09:05:00') });
const BY_API = { asked: 'digest-of-a-webhook', status: 'settled' } as const;

it('the first snapshot makes a record that is due and has nothing else yet', () => {
  const { key: _key, version: _version, writeId: _writeId, traceId: _traceId, ...content } = anOrderRecord();

  expect(mergeSnapshot(undefined, anOrder(), aShop(), NOW)).toStrictEqual({
    ...content,
    reason: 'NewSnapshot',
    dueAt: NOW,
  });
});

it('a newer snapshot is due as such, and gives the tries anew to an order that a person was given alone', () => {
  const newer = anOrder({ changedAt: at('09:06:00') });

  const [given, tried] = (['letter', 'due'] as const).map((status) => merge(newer, { status, tries: 3 }));

  expect(given).toMatchObject({ status: 'due', reason: 'NewSnapshot', tries: 0 });
  expect(tried).toMatchObject({ status: 'due', reason: 'NewSnapshot', tries: 3 });
});

describe('of two states of one time', () => {
  it('neither counts alone where each is further in something', () => {
    const merged = merge(CANCELLED, { snapshot: FULFILLED, status: 'settled' });

    expect(merged).toMatchObject({ snapshot: FULFILLED, status: 'due', reason: 'ConflictingSnapshots' });
    expect(merged?.rival).toStrictEqual({ snapshot: CANCELLED, since: NOW });
  });

  it('a third that is further than the first alone is up against the second', () => {
    const merged = merge(CANCELLED, { rival: { snapshot: FULFILLED, since: NOW - 1_000 } });

    expect(merged?.rival).toStrictEqual({ snapshot: CANCELLED, since: NOW - 1_000 });
  });
});

describe('beside what the shop’s API has told', () => {
  it('a whole one of the same time that is not as far changes nothing', () => {
    expect(merge(anOrder({ paid: false }), BY_API)).toBeUndefined();
  });

  it('a whole one of the same time with other rows is a rival', () => {
    expect(merge(anOrder({ rows: [aRow({ name: 'Tányér' })] }), BY_API)?.reason).toBe('ConflictingSnapshots');
  });

  it('a newer one counts as it is told, with fewer refunds too', () => {
    const newer = anOrder({ changedAt: at('09:06:00') });

    expect(merge(newer, { ...BY_API, snapshot: anOrder({ refunds: [aRefund()] }) })?.snapshot).toStrictEqual(newer);
  });
});

it.each([
  ['nobody has asked the shop’s API', null, 'whole'],
  ['the shop’s API has not told it whole', 'digest-of-a-webhook', 'outline'],
] as const)('an older one without a date of its own changes nothing where %s', (_, asked, coverage) => {
  const older = anOrder({ coverage: 'outline', paid: false, changedAt: at('09:00:00') });

  expect(merge(older, { asked, snapshot: anOrder({ coverage }) })).toBeUndefined();
});

describe('a newer one that leaves the buyer out and changes nothing else', () => {
  const NAMELESS = anOrder({ changedAt: at('09:06:00'), buyer: null, shipTo: null, notes: [] });
  const INVOICED = { documents: [aLiveDocument()] };

  it('changes nothing where the order has its invoice', () => {
    expect(merge(NAMELESS, INVOICED)).toBeUndefined();
  });

  it.each<[string, OrderSnapshot, Partial<OrderRecord>]>([
    ['the order has no invoice yet', NAMELESS, {}],
    [
      'two states of it wait for one that settles the matter',
      NAMELESS,
      { ...INVOICED, rival: { snapshot: FULFILLED, since: NOW } },
    ],
    ['nobody was ever named', NAMELESS, { ...INVOICED, snapshot: anOrder({ buyer: null }) }],
    ['it changes something else too', { ...NAMELESS, paid: false }, INVOICED],
    ['it only leaves out where the goods go', { ...NAMELESS, buyer: aBuyer() }, INVOICED],
  ])('counts where %s', (_, told, known) => {
    expect(merge(told, known)?.snapshot).toStrictEqual(told);
  });
});

function merge(snapshot: OrderSnapshot, known: Partial<OrderRecord>): ReturnType<typeof mergeSnapshot> {
  return mergeSnapshot(anOrderRecord(known), snapshot, aShop(), NOW);
}
