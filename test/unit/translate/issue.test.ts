import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { dueForIssue } from '../../../lib/translate/issue.ts';
import { anOrder, aShop } from '../../support/orders.ts';

const AT = '2026-12-03T10:00:00.000Z' as Instant;
const BY_PAYMENT = { 'c.o.d.': 'fulfilled', transfer: 'placed', default: 'paid' } as const;

it.each<[string, Partial<OrderSnapshot>, Partial<ShopSettings>, string]>([
  ['is paid', {}, {}, 'due'],
  ['is not paid', { paid: false }, {}, 'NotPaid'],
  ['is placed', { paid: false }, { issueOn: 'placed' }, 'due'],
  ['is not fulfilled', {}, { issueOn: 'fulfilled' }, 'NotFulfilled'],
  ['is fulfilled but not paid', { fulfilledAt: AT, paid: false }, { issueOn: 'fulfilled' }, 'due'],
  ['is a test', { test: true }, { issueOn: 'placed' }, 'Test'],
  ['is free', { totalMinor: 0 }, {}, 'FreeOrder'],
  ['was free before an edit', { totalMinor: 0, currentTotalMinor: 254_000 }, {}, 'due'],
  ['is free after an edit', { currentTotalMinor: 0 }, {}, 'due'],
  ['is free where that is invoiced', { totalMinor: 0 }, { freeOrders: 'invoice' }, 'due'],
  ['was cancelled unpaid', { cancelledAt: AT, paid: false }, { issueOn: 'placed' }, 'Cancelled'],
  ['was cancelled and its money kept', { cancelledAt: AT }, { issueOn: 'fulfilled' }, 'due'],
])('an order that %s: %o with %o is %s', (_title, order, shop, outcome) => {
  const issue = dueForIssue(anOrder(order), aShop(shop));

  expect(issue).toStrictEqual(outcome === 'due' ? { due: true } : { due: false, reason: outcome });
});

it('begins at the moment of invoiceFrom itself', () => {
  const shop = aShop({ invoiceFrom: Date.parse('2026-12-01T00:00:00+01:00') });

  expect(dueForIssue(anOrder({ createdAt: '2026-11-30T22:59:59.999Z' as Instant }), shop)).toStrictEqual({
    due: false,
    reason: 'BeforeInvoiceFrom',
  });
  expect(dueForIssue(anOrder({ createdAt: '2026-11-30T23:00:00.000Z' as Instant }), shop)).toStrictEqual({ due: true });
});

describe('by payment', () => {
  it.each([
    [['cod'], 'NotFulfilled'],
    [['bacs'], 'due'],
    [['Barion'], 'NotPaid'],
    [['who knows'], 'NotPaid'],
  ])('asks of %j what its payment asks, else the default', (gateways, outcome) => {
    const issue = dueForIssue(anOrder({ gateways, paid: false }), aShop({ issueOn: BY_PAYMENT }));

    expect(issue).toStrictEqual(outcome === 'due' ? { due: true } : { due: false, reason: outcome });
  });
});
