import { describe, expect, it } from 'vitest';
import { mergeListing, mergeStockLevel, spreadDigest } from '../../../../lib/deliver/goods/merge-goods.ts';
import type { ListingRecord, StockRecord } from '../../../../lib/deliver/goods-records.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { aLevel, aProduct, aShopOfGoods, aVariant } from '../../../support/goods.ts';

const SHOP = aShopOfGoods();
const stored = <R>(content: unknown, changes: Partial<R> = {}): R =>
  ({ key: 'k', version: 1, writeId: 'w', ...(content as object), ...changes }) as R;
const LATER = { changedAt: '2026-12-02T09:50:00.000Z' as Instant };
const EARLIER = { changedAt: '2026-12-02T09:00:00.000Z' as Instant };

describe('mergeListing', () => {
  const known = stored<ListingRecord>(mergeListing(undefined, aProduct(), SHOP, 1_000), {
    status: 'settled',
    dueAt: null,
    spread: spreadDigest(aProduct(), SHOP),
  });

  it('lets a product that was never told of be worked at once', () => {
    expect(mergeListing(undefined, aProduct(), SHOP, 1_000)).toMatchObject({ status: 'due', dueAt: 1_000, items: [] });
  });

  it.each([
    ['an older state', aProduct({ ...EARLIER, variants: [] })],
    ['the same state', aProduct()],
  ])('takes no notice of %s', (_, snapshot) => {
    expect(mergeListing(known, snapshot, SHOP, 2_000)).toBeUndefined();
  });

  it('takes only the time of a later state in which nothing has changed, so that one between the two is older', () => {
    const merged = mergeListing(known, aProduct(LATER), SHOP, 2_000);

    expect(merged).toStrictEqual({ ...known, snapshot: aProduct(LATER) });
  });

  it('works at what is the same once more where the settings are others', () => {
    const merged = mergeListing(known, aProduct(LATER), aShopOfGoods({ id: 'renamed' }), 2_000);

    expect(merged).toMatchObject({ shop: 'renamed', status: 'due', dueAt: 2_000 });
  });

  it('takes what is newer, and lets one that was given up be tried afresh', () => {
    const letter = { ...known, status: 'letter' as const, starts: 5, tries: 4 };

    const merged = mergeListing(letter, aProduct({ ...LATER, variants: [aVariant({ price: '1' })] }), SHOP, 2_000);

    expect(merged).toMatchObject({ status: 'due', dueAt: 2_000, starts: 0, tries: 0 });
  });

  it('keeps variants that a partial state does not tell', () => {
    const other = aVariant({ itemId: '9002', sku: 'MUG-10' });

    const merged = mergeListing(known, aProduct({ ...LATER, isPartial: true, variants: [other] }), SHOP, 2_000);

    expect(merged?.snapshot.variants.map(({ itemId }) => itemId)).toStrictEqual(['9002', '9001']);
  });
});

describe('mergeStockLevel', () => {
  const known = stored<StockRecord>(mergeStockLevel(undefined, aLevel(), SHOP, 1_000), { dueAt: 500 });

  it.each([
    ['an older level', aLevel({ ...EARLIER, quantity: '1' })],
    ['the same level', aLevel()],
  ])('takes no notice of %s', (_, level) => {
    expect(mergeStockLevel(known, level, SHOP, 2_000)).toBeUndefined();
  });

  it('takes the newer level, and keeps an earlier time at which it is due', () => {
    const merged = mergeStockLevel(known, aLevel({ ...LATER, quantity: '11' }), SHOP, 2_000);

    expect(merged).toMatchObject({ level: { quantity: '11' }, cameAt: 2_000, status: 'due', dueAt: 500 });
  });
});
