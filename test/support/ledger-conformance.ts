import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeOf } from '../../lib/dead-letters/cause.ts';
import { type Ledger, RecordTooLarge } from '../../lib/deliver/ports.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { OrderKey } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import { aListingRecord, anItemRecord, aProductRecord, aStockRecord } from './goods-records.ts';
import {
  aContactImportRecord,
  aLaneRecord,
  aLetter,
  aLetterRecord,
  aNamesRecord,
  anOrderRecord,
  aRecoveredRecord,
  aShopRecord,
} from './ledger-records.ts';
import { anOrder } from './orders.ts';

/** What deliver relies on in every ledger. `make` gives an empty one. */
export const describeLedger = (name: string, make: () => Promise<Ledger>): void => {
  describe(name, () => {
    it('answers undefined for what was never written', async () => {
      const ledger = await make();

      const order = await ledger.read('order', 'shopify:acme.myshopify.com#1');

      expect(order).toBeUndefined();
    });

    it('reads back what was written, whatever characters it holds', async () => {
      const ledger = await make();
      const notes = [{ name: 'note', value: 'Árvíztűrő ]]> & "😀" 測試 \u0000\u001f\ud800' }];
      const record = anOrderRecord({ snapshot: anOrder({ notes }) });

      const outcome = await ledger.write(record);

      expect(outcome).toBe('written');
      expect(await ledger.read('order', record.key)).toStrictEqual(record);
    });

    it('keeps records of the same key and another kind apart', async () => {
      const ledger = await make();
      const [lane, order] = [aLaneRecord({ key: 'acme' }), anOrderRecord({ key: 'acme' as OrderKey })];
      await ledger.write(lane);
      await ledger.write(order);

      const read = [await ledger.read('lane', 'acme'), await ledger.read('order', 'acme')];

      expect(read).toStrictEqual([lane, order]);
    });

    it('takes the version that follows the stored one', async () => {
      const ledger = await make();
      await ledger.write(anOrderRecord({ version: 1 }));
      const second = anOrderRecord({ version: 2, writeId: 'write-2', status: 'settled', dueAt: null });

      const outcome = await ledger.write(second);

      expect(outcome).toBe('written');
      expect(await ledger.read('order', second.key)).toStrictEqual(second);
    });

    it.each([
      { stored: [] as number[], written: 2 },
      { stored: [1], written: 1 },
      { stored: [1], written: 3 },
      { stored: [1, 2], written: 2 },
    ])('refuses version $written over $stored and leaves what is there', async ({ stored, written }) => {
      const ledger = await make();
      for (const version of stored) await ledger.write(anOrderRecord({ version }));
      const before = await ledger.read('order', anOrderRecord().key);

      const outcome = await ledger.write(anOrderRecord({ version: written, writeId: 'late' }));

      expect(outcome).toBe('conflict');
      expect(await ledger.read('order', anOrderRecord().key)).toStrictEqual(before);
    });

    it('lets one of many writers of the same version win', async () => {
      const ledger = await make();
      await ledger.write(aLaneRecord());
      const rivals = Array.from({ length: 8 }, (_, index) => aLaneRecord({ version: 2, writeId: `rival-${index}` }));

      const outcomes = await Promise.all(rivals.map((rival) => ledger.write(rival)));

      const winners = rivals.filter((_, index) => outcomes[index] === 'written');
      expect(winners).toHaveLength(1);
      expect(await ledger.read('lane', 'acme')).toStrictEqual(winners[0]);
    });

    it('names the orders of an account that are due by then, oldest first, up to the limit', async () => {
      await fc.assert(
        fc.asyncProperty(
          dueTimes(),
          fc.nat({ max: 20_000 }),
          fc.integer({ min: 1, max: 6 }),
          async (times, until, limit) => {
            const ledger = await make();
            for (const [index, dueAt] of times.entries())
              await ledger.write(anOrderRecord({ key: keyOf(index), dueAt }));
            await ledger.write(anOrderRecord({ key: 'of-another-account' as OrderKey, account: 'other', dueAt: 0 }));

            const due = await ledger.due('acme', 'orders', until, limit);

            const expected = times
              .flatMap((dueAt, index) => (dueAt === null || dueAt > until ? [] : [{ dueAt, key: keyOf(index) }]))
              .sort((a, b) => a.dueAt - b.dueAt)
              .slice(0, limit);
            expect(due).toStrictEqual(expected.map(({ key }) => ({ kind: 'order', key })));
          },
        ),
        { numRuns: 15 },
      );
    });

    it('names orders and the catalogue apart, each by kind and key', async () => {
      const ledger = await make();
      const goods = [aListingRecord({ dueAt: 30 }), aProductRecord({ dueAt: 10 }), aStockRecord({ dueAt: 20 })];
      for (const record of [anOrderRecord({ dueAt: 5 }), ...goods, anItemRecord()]) await ledger.write(record);

      const orders = await ledger.due('acme', 'orders', 25, 10);
      const catalogue = await ledger.due('acme', 'catalogue', 25, 10);

      expect(orders).toStrictEqual([{ kind: 'order', key: anOrderRecord().key }]);
      expect(catalogue).toStrictEqual([
        { kind: 'product', key: aProductRecord().key },
        { kind: 'stock', key: aStockRecord().key },
      ]);
    });

    it.each([aListingRecord(), aProductRecord(), aStockRecord(), anItemRecord()])(
      'reads back what was written of goods ($kind)',
      async (record) => {
        const ledger = await make();
        await ledger.write(record);

        expect(await ledger.read(record.kind, record.key)).toStrictEqual(record);
      },
    );

    it('forgets a due time that was taken away', async () => {
      const ledger = await make();
      await ledger.write(anOrderRecord({ version: 1, dueAt: 1 }));
      await ledger.write(anOrderRecord({ version: 2, dueAt: null }));

      const due = await ledger.due('acme', 'orders', Number.MAX_SAFE_INTEGER, 10);

      expect(due).toStrictEqual([]);
    });

    it('lists the letters that are not closed, the newest first', async () => {
      const ledger = await make();
      await ledger.write(
        aLetterRecord({}, { id: 'old', event: anOrder(), parkedAt: '2026-12-01T10:00:00.000Z' as Instant }),
      );
      await ledger.write(aLetterRecord({}, { id: 'shut', state: 'closed' }));
      await ledger.write(aLetterRecord({ noticeAt: null }, { id: 'fresh', state: 'parking', event: anOrder() }));

      const letters = await ledger.letters();

      const rest = {
        ...{ shop: 'acme-shop', account: 'acme', subject: { kind: 'order', id: anOrderRecord().key }, label: '#1001' },
        traceId: 'trace-1',
        ...{ code: 22, name: 'InvalidEmail', fixedBy: 'buyer-data', cause: causeOf(aLetter()).key },
        places: [{ path: 'buyer.email', tag: 'email', value: 'not-an-email' }],
        atStake: { minor: 635_000, currency: 'HUF' },
      };
      expect(letters).toStrictEqual([
        { ...rest, id: 'fresh', state: 'parking', parkedAt: '2026-12-02T10:00:00.000Z', noticeAt: null },
        { ...rest, id: 'old', state: 'parked', parkedAt: '2026-12-01T10:00:00.000Z', noticeAt: 2_000 },
      ]);
    });

    it('takes a letter off the list when it is closed', async () => {
      const ledger = await make();
      await ledger.write(aLetterRecord({ version: 1 }));
      await ledger.write(aLetterRecord({ version: 2 }, { state: 'closed' }));

      const letters = await ledger.letters();

      expect(letters).toStrictEqual([]);
      expect((await ledger.read('letter', 'letter-1'))?.letter.state).toBe('closed');
    });

    it('lists the orders that wait for a release and those seen in shadow apart, the newest first, up to the limit', async () => {
      const ledger = await make();
      const wait = (id: string, status: OrderRecord['status'], createdAt: string) =>
        ledger.write(
          anOrderRecord({
            ...{ key: id as OrderKey, number: `#${id}`, status, reason: 'WaitsForRelease', dueAt: null },
            snapshot: anOrder({
              createdAt: createdAt as Instant,
              changedAt: createdAt as Instant,
              totalMinor: 635_000,
              currentTotalMinor: 508_000,
            }),
          }),
        );
      await wait('old', 'release', '2026-11-30T09:00:00.000Z');
      await wait('seen', 'shadow', '2026-12-01T09:00:00.000Z');
      await wait('mid', 'release', '2026-12-01T10:00:00.000Z');
      await wait('new', 'release', '2026-12-02T10:00:00.000Z');
      await wait('paid', 'settled', '2026-12-02T11:00:00.000Z');
      await ledger.write(aLetterRecord());

      const [two, all, shadow] = [
        await ledger.waiting('release', 2),
        await ledger.waiting('release', Number.POSITIVE_INFINITY),
        await ledger.waiting('shadow', 10),
      ];

      const line = { shop: 'acme-shop', account: 'acme', minor: 508_000, currency: 'HUF', reason: 'WaitsForRelease' };
      const [newest, middle] = [
        { ...line, key: 'new', number: '#new', createdAt: '2026-12-02T10:00:00.000Z' },
        { ...line, key: 'mid', number: '#mid', createdAt: '2026-12-01T10:00:00.000Z' },
      ];
      expect(two).toStrictEqual([newest, middle]);
      expect(all.map(({ key }) => key)).toStrictEqual(['new', 'mid', 'old']);
      expect(shadow.map(({ key }) => key)).toStrictEqual(['seen']);
    });

    it('takes an order off the list when it waits no more', async () => {
      const ledger = await make();
      await ledger.write(anOrderRecord({ version: 1, status: 'release' }));
      await ledger.write(anOrderRecord({ version: 2, status: 'due' }));

      expect(await ledger.waiting('release', 10)).toStrictEqual([]);
    });

    it('keeps documents of an order that it does not know', async () => {
      const ledger = await make();
      const recovered = aRecoveredRecord();

      const outcome = await ledger.write(recovered);

      expect(outcome).toBe('written');
      expect(await ledger.read('recovered', recovered.key)).toStrictEqual(recovered);
      expect(await ledger.read('order', recovered.key)).toBeUndefined();
    });

    it('keeps the contacts that CO3 had already, of an account with as many as 100 000', async () => {
      const ledger = await make();
      // One part of 256.
      const names = aNamesRecord({ ids: Object.fromEntries(Array.from({ length: 400 }, toNameEntry)) });

      const outcomes = [await ledger.write(aContactImportRecord()), await ledger.write(names)];

      expect(outcomes).toStrictEqual(['written', 'written']);
      expect(await ledger.read('contact-import', 'acme')).toStrictEqual(aContactImportRecord());
      expect(await ledger.read('names', names.key)).toStrictEqual(names);
    });

    it('keeps what outlives a worker of a shop’s API', async () => {
      const ledger = await make();
      const pause = { reason: 'later', detail: 'it gave no answer', since: 1, until: 2, probes: 0 } as const;
      const shop = aShopRecord({ pause });

      const outcome = await ledger.write(shop);

      expect(outcome).toBe('written');
      expect(await ledger.read('shop', shop.key)).toStrictEqual(shop);
      expect(await ledger.due('acme', 'orders', Number.MAX_SAFE_INTEGER, 10)).toStrictEqual([]);
    });

    it('gives every order there is, over all its pages, and nothing else', async () => {
      const ledger = await make();
      // DynamoDB ends a page at 1 MB, so these need two.
      const orders = Array.from({ length: 9 }, (_, index) =>
        anOrderRecord({
          key: keyOf(index),
          writeId: `write-${index}`,
          snapshot: anOrder({ notes: [randomNote(150_000)] }),
        }),
      );
      for (const order of orders) await ledger.write(order);
      for (const other of [aLaneRecord(), aLetterRecord(), aRecoveredRecord(), aContactImportRecord(), aNamesRecord()])
        await ledger.write(other);

      const given = await allOf(ledger.each('order'));

      const names = given.map(({ kind, key }) => `${kind} ${key}`).sort();
      expect(names).toStrictEqual(orders.map(({ key }) => `order ${key}`));
      expect(given.find(({ key }) => key === orders[8]?.key)?.writeId).toBe('write-8');
    });

    it('gives every letter there is, closed ones too', async () => {
      const ledger = await make();
      await ledger.write(aLetterRecord({}, { id: 'open' }));
      await ledger.write(aLetterRecord({}, { id: 'shut', state: 'closed' }));
      await ledger.write(anOrderRecord());

      const given = await allOf(ledger.each('letter'));

      expect(given.map(({ key }) => key).sort()).toStrictEqual(['open', 'shut']);
    });

    it('names the orders and closed letters that have rested since then, oldest first, and those seen in shadow after them', async () => {
      const ledger = await make();
      const order = (id: string, changedAt: string, overrides: Partial<OrderRecord> = {}) =>
        ledger.write(
          anOrderRecord({
            ...{ key: id as OrderKey, status: 'settled', dueAt: null },
            snapshot: anOrder({ changedAt: changedAt as Instant, createdAt: changedAt as Instant }),
            ...overrides,
          }),
        );
      const closed = (id: string, at: string) =>
        ledger.write(
          aLetterRecord(
            {},
            {
              id,
              state: 'closed',
              history: [{ at: at as Instant, action: 'closed', by: 'bridge', why: '', changes: [] }],
            },
          ),
        );
      await order('young', '2026-12-03T09:00:00.000Z');
      await order('second', '2026-12-02T09:00:00.000Z');
      await order('first', '2026-12-01T09:00:00.000Z');
      await order('due', '2026-12-01T09:00:00.000Z', { status: 'due', dueAt: 1 });
      await order('shown', '2026-12-01T08:00:00.000Z', { status: 'shadow' });
      await order('gone', '2026-12-01T08:00:00.000Z', { personal: { forgetSince: null, clearedAt: '' as Instant } });
      await closed('letter', '2026-12-02T08:00:00.000Z');
      await ledger.write(aLetterRecord({}, { id: 'open' }));

      const [all, one] = [
        await ledger.resting('2026-12-02T10:00:00.000Z' as Instant, 10),
        await ledger.resting('2026-12-02T10:00:00.000Z' as Instant, 1),
      ];

      const [first, shown] = [
        { kind: 'order', key: 'first' },
        { kind: 'order', key: 'shown' },
      ];
      expect(all).toStrictEqual([first, { kind: 'letter', key: 'letter' }, { kind: 'order', key: 'second' }, shown]);
      expect(one).toStrictEqual([first, shown]);
    });

    it('names an order whose buyer is to be forgotten before all others, and no more among those that can be released', async () => {
      const ledger = await make();
      const asked = { forgetSince: '2026-12-02T09:00:00.000Z' as Instant, clearedAt: null };
      await ledger.write(anOrderRecord({ status: 'shadow', dueAt: null, personal: asked }));

      const [resting, waiting] = [
        await ledger.resting('1970-01-01T00:00:00.000Z' as Instant, 10),
        await ledger.waiting('shadow', 10),
      ];

      expect([resting, waiting]).toStrictEqual([[{ kind: 'order', key: anOrderRecord().key }], []]);
    });

    it('gives no order where there is none', async () => {
      const ledger = await make();

      const given = await allOf(ledger.each('order'));

      expect(given).toStrictEqual([]);
    });

    it('is told from every other table', async () => {
      const [ledger, other] = [await make(), await make()];

      const [identity, again, another] = [await ledger.identity(), await ledger.identity(), await other.identity()];

      expect([identity === again, identity === another]).toStrictEqual([true, false]);
    });

    it('refuses an order that is too large', async () => {
      const ledger = await make();
      const huge = anOrderRecord({ snapshot: anOrder({ notes: [randomNote(8_000_000)] }) });

      const outcome = ledger.write(huge);

      await expect(outcome).rejects.toThrow(RecordTooLarge);
    });
  });
};

const keyOf = (index: number): OrderKey => `shopify:acme.myshopify.com#${index}` as OrderKey;

const allOf = async <T>(given: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of given) all.push(one);
  return all;
};

const toNameEntry = (_: unknown, index: number): [string, string[]] => [
  randomBytes(32).toString('hex'),
  [String(index * 256)],
];

// Of bytes that no packing shortens.
const randomNote = (bytes: number) => ({ name: 'note', value: randomBytes(bytes).toString('base64') });

const dueTimes = (): fc.Arbitrary<(number | null)[]> =>
  fc.uniqueArray(fc.option(fc.nat({ max: 20_000 })), { maxLength: 15, selector: (dueAt) => dueAt ?? Symbol('none') });
