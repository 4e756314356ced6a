import { describe, expect, it } from 'vitest';
import { toLetterLine } from '../../../lib/dead-letters/letter-line.ts';
import { aLetter, aLetterRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';

describe('the line of a letter', () => {
  it('stays small, whatever stands in the order', () => {
    const fields = Array.from({ length: 50 }, (_, at) => ({
      ...{ tag: 'name', path: `rows.${at}.name`, allowed: [] },
      value: '😀'.repeat(100_000),
    }));
    const { error, subject } = aLetter();
    const label = 'x'.repeat(100_000);

    const line = toLetterLine(aLetterRecord({}, { error: { ...error, fields }, subject: { ...subject, label } }));

    expect(line.places).toStrictEqual(
      [0, 1, 2].map((at) => ({ tag: 'name', path: `rows.${at}.name`, value: `${'😀'.repeat(79)}…` })),
    );
    expect(line.label).toBe(`${'x'.repeat(199)}…`);
  });

  it('tells what the order came to after its edits', () => {
    const event = anOrder({ totalMinor: 635_000, currentTotalMinor: 508_000, currency: 'EUR' });

    expect(toLetterLine(aLetterRecord({}, { event })).atStake).toStrictEqual({ minor: 508_000, currency: 'EUR' });
  });

  it.each([
    ['a message', { topic: 'orders/paid', orderId: null, body: null }],
    ['an order that is left out of its letter', { orderId: '1001' }],
    ['goods', { kind: 'stock', quantity: '3' }],
    ['nothing', null],
  ])('tells no sum for %s', (_, event) => {
    expect(toLetterLine(aLetterRecord({}, { event })).atStake).toBeNull();
  });
});
