import { describe, expect, it } from 'vitest';
import { type Written, writeBack } from '../../../../lib/deliver/rebuild/write-back.ts';
import type { OrderRecord } from '../../../../lib/deliver/records.ts';
import type { LiveDocument, Step } from '../../../../lib/deliver/step-records.ts';
import { aLiveDocument, anOrderRecord, aStep } from '../../../support/ledger-records.ts';
import { type MemoryLedger, makeMemoryLedger } from '../../../support/memory-ledger.ts';
import { anAccount } from '../../../support/orders.ts';

const NOW = Date.parse('2026-12-03T10:00:00Z');
const { key: KEY } = anOrderRecord();

/** What CO3 shows of the order: less is known of it than of what was sent. */
const INVOICE = aLiveDocument({ content: '', buyer: '', ordered: '', paidMinor: 100 });
const STORNO = aLiveDocument({
  ...{ id: '43', purpose: 'storno:1', marker: 'test/shopify:acme.myshopify.com/1001/storno:1/1', content: '' },
});

describe('an order that the ledger knows', () => {
  it('is given the documents that it lacks, in the order of their making, and is due', async () => {
    const settled = anOrderRecord({ documents: [STORNO], status: 'settled', dueAt: null, starts: 2 });

    const { written, order } = await write(settled, [INVOICE, STORNO]);

    expect(written).toBe('completed');
    expect(order).toStrictEqual({
      ...settled,
      ...{ documents: [INVOICE, STORNO], status: 'due', reason: 'LedgerRebuilt', dueAt: NOW, starts: 0 },
      ...{ version: 2, writeId: 'id-1' },
    });
  });

  it('stays as it is where it lacks none, also the second time', async () => {
    const settled = anOrderRecord({ documents: [aLiveDocument(), STORNO], status: 'settled', dueAt: null });

    const { written, order } = await write(settled, [INVOICE, STORNO]);

    expect(written).toBe('known');
    expect(order).toStrictEqual(settled);
  });

  it.each(['sent', 'unknown'] as const)('has its %s step done, with the document as it was sent', async (state) => {
    const { id: _, purpose, generation, marker, currency, totalMinor, issuedAt, ...rest } = aLiveDocument();
    const { shownMinor: _s, acceptedMinor: _a, paidMinor: _p, ...sent } = rest;
    const look = { reads: 1, at: 5, until: 9, isPersonAsked: false, seen: [], adopt: null, refusal: null };
    const step = aStep({ state, document: sent, look, endedAt: 7 });

    const { order } = await write(anOrderRecord({ steps: [step] }), [INVOICE]);

    expect(order?.documents).toStrictEqual([aLiveDocument({ paidMinor: 100 })]);
    expect(order?.steps).toStrictEqual([{ ...step, state: 'done', id: '42', document: null, look: null }]);
  });

  it('keeps what CO3 shows for another sum than was sent', async () => {
    const step = aStep({ state: 'unknown', document: aLiveDocument() });

    const { order } = await write(anOrderRecord({ steps: [step] }), [{ ...INVOICE, totalMinor: 635_100 }]);

    expect(order?.documents).toMatchObject([{ totalMinor: 635_000, shownMinor: 635_100 }]);
  });

  it('is told the id of a document that CO3 had taken without one', async () => {
    const step = aStep({ state: 'done', look: aLook(5) });
    const nameless = aLiveDocument({ id: null });

    const { written, order } = await write(anOrderRecord({ documents: [nameless], steps: [step] }), [INVOICE]);

    expect(written).toBe('completed');
    expect(order?.documents).toStrictEqual([aLiveDocument()]);
    expect(order?.steps).toMatchObject([{ state: 'done', id: '42', look: null }]);
  });

  it('keeps a refused step as it is beside the document', async () => {
    const step = aStep({ state: 'refused' });

    const { order } = await write(anOrderRecord({ steps: [step] }), [INVOICE]);

    expect(order).toMatchObject({ documents: [INVOICE], steps: [step] });
  });

  it('searches at once for a step that was written off: it may have been sent again', async () => {
    const step = aStep({ state: 'written-off', look: { ...aLook(5), at: null } });

    const first = await write(anOrderRecord({ steps: [step] }), [INVOICE]);

    expect(first.order).toMatchObject({
      documents: [],
      steps: [{ state: 'written-off', look: { at: NOW } }],
      dueAt: NOW,
    });
    expect(await first.again([INVOICE])).toBe('known');
  });

  it('leaves alone a step whose double is known', async () => {
    const order = anOrderRecord({ steps: [aStep({ state: 'written-off', doubles: ['42'] })] });

    const { written } = await write(order, [INVOICE]);

    expect(written).toBe('known');
  });
});

describe('an order that the ledger does not know', () => {
  it('has its documents kept until it comes', async () => {
    const { written, ledger } = await write(undefined, [STORNO, INVOICE]);

    expect(written).toBe('recovered');
    expect(await ledger.read('recovered', KEY)).toStrictEqual({
      ...{ kind: 'recovered', key: KEY, version: 1, writeId: 'id-1', account: 'acme', documents: [INVOICE, STORNO] },
    });
    expect(await ledger.read('order', KEY)).toBeUndefined();
  });

  it('has those added that were not found before, and is left alone after that', async () => {
    const { ledger, again } = await write(undefined, [INVOICE]);

    const outcomes = [await again([INVOICE]), await again([INVOICE, STORNO]), await again([STORNO])];

    expect(outcomes).toStrictEqual(['known', 'recovered', 'known']);
    expect((await ledger.read('recovered', KEY))?.documents).toStrictEqual([INVOICE, STORNO]);
  });
});

interface Wrote {
  readonly written: Written;
  readonly order: OrderRecord | undefined;
  readonly ledger: MemoryLedger;
  readonly again: (documents: readonly LiveDocument[]) => Promise<Written>;
}

const write = async (order: OrderRecord | undefined, documents: readonly LiveDocument[]): Promise<Wrote> => {
  const ledger = makeMemoryLedger('memory', order === undefined ? [] : [order]);
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  const again = (those: readonly LiveDocument[]) => writeBack({ ledger, newId }, anAccount(), KEY, those, NOW);
  return { written: await again(documents), order: await ledger.read('order', KEY), ledger, again };
};

const aLook = (at: number): NonNullable<Step['look']> => ({
  ...{ reads: 1, at, until: 9, isPersonAsked: false, seen: [], adopt: null, refusal: null },
});
