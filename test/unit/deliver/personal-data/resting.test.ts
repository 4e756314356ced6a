import { describe, expect, it } from 'vitest';
import { clearedLetter } from '../../../../lib/deliver/personal-data/clear-letter.ts';
import { clearedOrder } from '../../../../lib/deliver/personal-data/clear-order.ts';
import { restsSince } from '../../../../lib/deliver/personal-data/resting.ts';
import type { OrderRecord } from '../../../../lib/deliver/records.ts';
import type { Step } from '../../../../lib/deliver/step-records.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import { aCorrection, aLetterRecord, aLiveDocument, anOrderRecord } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';

const AT = '2027-06-01T10:00:00.000Z' as Instant;
const CHANGED = '2026-12-02T09:05:00.000Z';
const FINISHED: Partial<OrderRecord> = { status: 'settled', reason: 'Invoiced', dueAt: null };

describe('an order', () => {
  it('rests since its last change, or since its last document where that is later', () => {
    const orders = [anOrderRecord(FINISHED), anOrderRecord({ ...FINISHED, documents: [aLiveDocument()] })];

    expect(orders.map(restsSince)).toStrictEqual([CHANGED, '2026-12-02T09:30:00.000Z']);
  });

  it.each<[string, Partial<OrderRecord>]>([
    ['something is due', { dueAt: 1 }],
    ['a worker is at it', { status: 'due' }],
    ['it waits for a release', { status: 'release' }],
    ['it waits as a letter', { status: 'letter', letter: { id: 'letter-1', content: null } }],
    ['a letter of it is being closed', { closing: [{ id: 'letter-1', why: 'success' }] }],
    ['its next document waits for a person', { status: 'shadow', documents: [aLiveDocument()] }],
    ['a person’s correction waits for its payment', { status: 'waiting', corrections: [aCorrection()] }],
    ['CO3 may have a document of it', { steps: [{ state: 'unknown' } as Step] }],
    ['a call has left', { steps: [{ state: 'sent' } as Step] }],
    ['it was cleared already', { personal: { forgetSince: null, clearedAt: AT } }],
  ])('does not rest while %s', (_, overrides) => {
    const order = anOrderRecord({ ...FINISHED, ...overrides });

    expect(restsSince(order)).toBeNull();
  });

  it('rests from the beginning of time where its buyer is to be forgotten', () => {
    const order = anOrderRecord({ ...FINISHED, personal: { forgetSince: AT, clearedAt: null } });

    expect(restsSince(order)).toBe('1970-01-01T00:00:00.000Z');
  });

  it('loses its buyer and what was corrected of them, and keeps all else', () => {
    const note = { name: 'note_attributes.adoszam', value: '12345676-1-42' };
    const ofSettings = aCorrection({ path: 'settings.payments', old: 'cod', new: 'cash' });
    const order = anOrderRecord({
      ...FINISHED,
      snapshot: anOrder({ notes: [note] }),
      corrections: [aCorrection(), ofSettings, aCorrection({ path: 'buyer.phone', endedAt: AT })],
      documents: [aLiveDocument()],
    });

    const cleared = clearedOrder(order, AT);

    expect(cleared).toStrictEqual({
      ...order,
      snapshot: { ...order.snapshot, buyer: null, shipTo: null, notes: [] },
      corrections: [ofSettings],
      isBuyerCorrectionLost: true,
      personal: { forgetSince: null, clearedAt: AT },
    });
  });

  it('rests since a person has settled it', () => {
    const discarded = { id: 'letter-1', at: AT, by: 'erika', why: 'by hand', of: 'digest' };

    expect(restsSince(anOrderRecord({ ...FINISHED, discarded }))).toBe(AT);
  });

  it('loses the buyer of a second state too, and can be neither released nor taken back', () => {
    const rival = { snapshot: anOrder({ paid: false }), since: 1 };
    const [shown, byHand] = [
      anOrderRecord({ ...FINISHED, status: 'shadow', reason: 'Shadow', rival }),
      anOrderRecord({ ...FINISHED, reason: 'SettledByHand' }),
    ].map((order) => clearedOrder(order, AT));

    expect(shown).toMatchObject({ status: 'settled', reason: 'BuyerCleared', rival: { snapshot: { buyer: null } } });
    expect(byHand?.reason).toBe('BuyerCleared');
  });

  it('does not lose what held no more', () => {
    const order = anOrderRecord({ ...FINISHED, corrections: [aCorrection({ endedAt: AT })] });

    expect(clearedOrder(order, AT)).toMatchObject({ corrections: [], isBuyerCorrectionLost: false });
  });
});

describe('a letter', () => {
  const shut = {
    state: 'closed',
    history: [{ at: AT, action: 'closed', by: 'bridge', why: '', changes: [] }],
  } as const;

  it('rests since it was closed', () => {
    const letters = [
      aLetterRecord({}, shut),
      aLetterRecord({}, { state: 'parked' }),
      aLetterRecord({}, { state: 'closing' }),
    ];

    expect(letters.map(restsSince)).toStrictEqual([AT, null, null]);
  });

  it('of a product tells of nobody', () => {
    const letter = aLetterRecord({}, { ...shut, subject: { kind: 'product', id: 'acme|MUG-1', label: 'MUG-1' } });

    expect(restsSince(letter)).toBeNull();
  });

  it('loses what its order, its call and CO3’s answer say of the buyer, and keeps what happened', () => {
    const changes = [{ path: 'buyer.email', old: 'anna@', new: 'anna@example.hu' }];
    const entry = { at: AT, action: 'corrected', by: 'erika', why: 'by telephone', changes } as const;
    const record = aLetterRecord({}, { ...shut, event: anOrder(), history: [entry] });

    const cleared = clearedLetter(record, AT);

    const { error } = record.letter;
    expect(cleared).toStrictEqual({
      ...record,
      letter: {
        ...record.letter,
        error: { ...error, text: '', fields: [{ tag: 'email', path: 'buyer.email', value: '', allowed: [] }] },
        event: null,
        call: { method: 'setContact', xml: '' },
        history: [{ ...entry, changes: [{ path: 'buyer.email', old: '', new: '' }] }],
      },
      personal: { forgetSince: null, clearedAt: AT },
    });
  });

  it('of a message loses its body, and is known by topic and id still', () => {
    const event = { topic: 'orders/paid', orderId: '1001', body: 'H4sI…' };
    const subject = { kind: 'message', id: '1001', label: 'orders/paid' } as const;

    const cleared = clearedLetter(aLetterRecord({ work: null }, { ...shut, subject, event }), AT);

    expect(cleared.letter.event).toStrictEqual({ topic: 'orders/paid', orderId: '1001', body: null });
  });
});
