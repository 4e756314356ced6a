import { describe, expect, it } from 'vitest';
import { letterIdOf } from '../../../../lib/dead-letters/build-letter.ts';
import { planOrder } from '../../../../lib/deliver/plan.ts';
import type { Plan } from '../../../../lib/deliver/plan-types.ts';
import type { OrderRecord } from '../../../../lib/deliver/records.ts';
import { unreadableLetter, withFetched } from '../../../../lib/deliver/shop/reading.ts';
import { digestOf } from '../../../../lib/event/digest.ts';
import type { Instant } from '../../../../lib/event/time.ts';
import type { ShopSettings } from '../../../../lib/settings/settings.ts';
import { aLiveDocument, anOrderRecord, aStep } from '../../../support/ledger-records.ts';
import { anAccount, anOrder, aShop } from '../../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const outline = anOrder({ coverage: 'outline' });
const digest = digestOf(outline);
const early = { ...outline, createdAt: '2026-11-01T00:00:00.000Z' as Instant };

const brief = (order: Partial<OrderRecord>, shop: Partial<ShopSettings> = {}): string => {
  const plan: Plan = planOrder(anOrderRecord(order), aShop(shop), anAccount(), NOW);
  if (plan.kind === 'nothing') return `${plan.status} ${plan.reason}`;
  return plan.kind === 'letter' ? plan.error.name : plan.kind;
};

describe('what is planned', () => {
  it.each([
    ['of a whole order', { snapshot: anOrder() }, {}, 'document'],
    ['of one told in part', { snapshot: outline }, {}, 'fetch'],
    ['of one told in part, in shadow', { snapshot: outline }, { mode: 'shadow' }, 'fetch'],
    ['of one that was asked for', { snapshot: outline, asked: digest }, {}, 'document'],
    ['of one that was asked for as it was before', { snapshot: outline, asked: digestOf(anOrder()) }, {}, 'fetch'],
    ['of one told without its payment', { snapshot: { ...outline, paid: false } }, {}, 'fetch'],
    ['of a test', { snapshot: { ...outline, test: true } }, {}, 'settled Test'],
    ['of one before invoiceFrom', { snapshot: early }, {}, 'settled BeforeInvoiceFrom'],
    ['of one before invoiceFrom with a document', { snapshot: early, documents: [aLiveDocument()] }, {}, 'fetch'],
    [
      'of one whose invoice is of unknown outcome',
      { snapshot: outline, steps: [aStep({ state: 'unknown' })] },
      {},
      'OutcomeUnknown',
    ],
    ['of a hint that was asked for', hint(), { mode: 'on' }, 'release WaitsForRelease'],
  ] as const)('%s', (_, order, shop, expected) => {
    expect(brief(order as Partial<OrderRecord>, shop)).toBe(expected);
  });

  it('is nothing more while the letter of that very snapshot is open, unless a person says so', () => {
    const identity = unreadableLetter('gone', { kind: 'fetch', digest });
    const letter = { id: letterIdOf(anOrderRecord().key, identity), content: null };
    const order = { snapshot: outline, letter };

    const plans = [order, { ...order, redrive: true }, { ...order, snapshot: { ...outline, paid: false } }].map((one) =>
      brief(one),
    );

    expect(plans).toStrictEqual(['letter RefusedBefore', 'fetch', 'fetch']);
  });
});

describe('what the shop told', () => {
  const plan = { kind: 'fetch', digest } as const;
  const at = (text: string): Instant => `2026-12-02T${text}.000Z` as Instant;

  it('takes the place of what the webhook told, and remembers that', () => {
    const fetched = anOrder({ number: '#1001-A', changedAt: at('09:30:00') });

    const order = withFetched(anOrderRecord({ snapshot: outline }), fetched, plan);

    expect([order.snapshot, order.number, order.asked]).toStrictEqual([fetched, '#1001-A', digest]);
  });

  it('is never older than the webhook that it was asked about', () => {
    const order = withFetched(anOrderRecord({ snapshot: outline }), anOrder({ changedAt: at('08:00:00') }), plan);

    expect(order.snapshot.changedAt).toBe(outline.changedAt);
  });

  it.each([
    ['settles', at('09:05:00'), null],
    ['leaves', at('09:06:00'), 'rival'],
  ])('%s a second snapshot of %s', (_, changedAt, left) => {
    const rival = { snapshot: { ...outline, changedAt }, since: NOW };

    const order = withFetched(anOrderRecord({ snapshot: outline, rival }), anOrder(), plan);

    expect(order.rival === null ? null : 'rival').toBe(left);
  });
});

function hint(): Partial<OrderRecord> {
  const snapshot = anOrder({ coverage: 'hint' });
  return { snapshot, asked: digestOf(snapshot) };
}
