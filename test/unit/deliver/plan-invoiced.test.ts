import { describe, expect, it } from 'vitest';
import { letterIdOf } from '../../../lib/dead-letters/build-letter.ts';
import { planOrder } from '../../../lib/deliver/plan.ts';
import type { Plan, Planned } from '../../../lib/deliver/plan-types.ts';
import type { LiveDocument, Look, Step } from '../../../lib/deliver/step-records.ts';
import { digestOf } from '../../../lib/event/digest.ts';
import { type OrderSnapshot, orderKeyOf } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { aLiveDocument, anOrderRecord, aStep } from '../../support/ledger-records.ts';
import {
  aBuyer,
  anAccount,
  anOrder,
  aPartlyRefundedOrder,
  aRefund,
  aRow,
  aShippingRow,
  aShop,
  aWhollyRefundedOrder,
} from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');
const IN_EURO = { fxRate: { EUR: 400 } } as const;
const BOOKS = { bookPayments: { bankcard: 'paid' } } as const;

describe('an invoiced order whose currency changes', () => {
  it('is given to a person, who reads both', () => {
    expect(textOf(plan(anOrder({ currency: 'EUR' }), IN_EURO))).toBe(
      'CorrectionNeeded: The order is invoiced in HUF and owes in EUR.',
    );
  });

  it('gets its storno where nothing is owed any more, whatever its currency', () => {
    expect(plan(aWhollyRefundedOrder({ currency: 'EUR' }), IN_EURO)).toMatchObject({ purpose: 'storno:1' });
  });
});

describe('an invoiced order that a person has to look at', () => {
  const corrected = [...documents(), ...after(aPartlyRefundedOrder())];

  it.each([
    [
      'another buyer',
      renamed(),
      {},
      {},
      'ChangedAfterInvoice: The order has another buyer or other items than its invoice; the sum is the same.',
    ],
    [
      'an edit, where the settings leave that to a person',
      edited(),
      { edits: 'letter' },
      {},
      'CorrectionNeeded: The order was edited after its invoice, and the settings leave that to a person.',
    ],
    [
      'a refund that is taken back',
      anOrder(),
      {},
      { documents: corrected },
      'OwedAgain: The order was cancelled or refunded, its invoice was corrected for it, and the shop takes that back.',
    ],
  ] as const)('tells why: %s', (_, snapshot, shop, order, text) => {
    expect(textOf(plan(snapshot, shop, order))).toBe(text);
  });
});

it.each([
  ['an edit is replaced', edited(), { edits: 'storno-and-new' }, true],
  [
    'a change of the buyer is replaced',
    anOrder({ buyer: aBuyer({ company: 'Minta Kft.' }) }),
    { edits: 'storno-and-new' },
    true,
  ],
  ['a refund of everything is not', aWhollyRefundedOrder(), {}, false],
] as const)('an invoice that is taken back after %s', (_, snapshot, shop, isReplaced) => {
  expect(plan(snapshot, shop)).toMatchObject({ purpose: 'storno:1', sent: { isReplaced, corrects: '42' } });
});

it('an invoice corrects nothing and replaces nothing', () => {
  expect(plan(anOrder(), {}, { documents: [] })).toMatchObject({
    purpose: 'invoice',
    sent: { isReplaced: false, corrects: null },
  });
});

it('a correction leaves although its buyer has lost their name: it goes to the contact of its invoice', () => {
  const nameless = aPartlyRefundedOrder({ buyer: aBuyer({ name: { first: '', last: '' } }) });

  expect(plan(nameless)).toMatchObject({ purpose: 'correction:1', contactId: '7' });
});

it('a correction that is released waits again once it is another one', () => {
  const shown = plan(aPartlyRefundedOrder());
  const release = { digest: shown.kind === 'document' ? shown.digest : '', at: '2026-12-02T09:59:00.000Z' as Instant };

  const plans = [aPartlyRefundedOrder(), shippingRefunded()].map((snapshot) =>
    plan(snapshot, { mode: 'supervised' }, { release }),
  );

  expect(plans).toMatchObject([{ purpose: 'correction:1' }, { status: 'release', reason: 'WaitsForRelease' }]);
});

it('a correction is no replacement, and bears the buyer of its invoice', () => {
  const [invoice] = documents();

  expect(plan(aPartlyRefundedOrder())).toMatchObject({
    purpose: 'correction:1',
    sent: { isReplaced: false, corrects: '42', buyer: invoice?.buyer, refunds: 1 },
  });
});

describe('the payment of an invoiced order', () => {
  const digest = digestOf(['payment', aLiveDocument().marker, 635_000]);
  const settingsDigest = digestOf([aShop(BOOKS), anAccount()]);
  const refused = aStep({ purpose: 'payment:1', state: 'refused', digest, settingsDigest });
  const letter = { id: letterIdOf(orderKeyOf(anOrder()), refused), content: null };

  it('is booked where nothing else is to be done', () => {
    const [document] = documents();

    expect(plan(anOrder(), BOOKS)).toStrictEqual({
      ...{ kind: 'payment', purpose: 'payment:1', generation: 1, document, targetMinor: 635_000 },
      ...{ digest, settingsDigest },
    });
  });

  it.each([
    ['the settings book none', {}, {}, 'Invoiced'],
    ['the shop is in shadow', { ...BOOKS, mode: 'shadow' }, {}, 'Invoiced'],
    ['the same was refused and its letter is open', BOOKS, { steps: [refused], letter }, 'RefusedBefore'],
  ] as const)('waits where %s', (_, shop, order, reason) => {
    expect(plan(anOrder(), shop, order)).toMatchObject({ kind: 'nothing', reason });
  });

  it('waits while a person has to look at the order', () => {
    expect(plan(renamed(), BOOKS)).toMatchObject({ kind: 'letter', error: { name: 'ChangedAfterInvoice' } });
  });

  it('is booked once more where its refusal is redriven', () => {
    expect(plan(anOrder(), BOOKS, { steps: [refused], letter, redrive: true })).toMatchObject({ kind: 'payment' });
  });
});

describe('an invoice that CO3 took without saying its id', () => {
  const unnamed = documents().map((document) => ({ ...document, id: null }));

  it('is looked for before a payment names it', () => {
    const steps = [looked({ at: 99 })];

    expect(plan(anOrder(), BOOKS, { documents: unnamed, steps })).toStrictEqual({
      ...{ kind: 'wait', until: 99, reason: 'LooksForDocument' },
    });
  });

  it('is looked for whatever was written after it', () => {
    const steps = [looked({ at: 99 }), aStep({ purpose: 'payment:1', state: 'done', marker: 'payment-1' })];

    expect(plan(anOrder(), BOOKS, { documents: unnamed, steps })).toMatchObject({ kind: 'wait', until: 99 });
  });

  it.each([
    ['no search', [], 'CO3 took the document without saying its id, and it was not found by its marker.', []],
    [
      'a search in vain',
      [looked({ seen: [{ id: '8', number: 'A-8', totalMinor: 1, day: '2026-12-02' }] })],
      'CO3 took the document without saying its id, and it was not found by its marker.',
      ['A-8'],
    ],
    ['a document that was not it', [looked({ refusal: 'A-7 is of another buyer.' })], 'A-7 is of another buyer.', []],
  ])('is given to a person after %s', (_, steps, text, allowed) => {
    const { marker } = aLiveDocument();

    expect(plan(aPartlyRefundedOrder(), {}, { documents: unnamed, steps })).toMatchObject({
      ...{ kind: 'letter', purpose: 'invoice', generation: 1, digest: digestOf(['DocumentIdUnknown', marker]) },
      error: { name: 'DocumentIdUnknown', text, fields: [{ path: 'documents', value: marker, allowed }] },
    });
  });

  it('is looked for on where a person has named it', () => {
    const steps = [looked({ at: 99, isPersonAsked: true, adopt: { as: 'A-7', by: 'erika' } })];

    expect(plan(aPartlyRefundedOrder(), {}, { documents: unnamed, steps })).toMatchObject({ kind: 'wait', until: 99 });
  });
});

function plan(snapshot: OrderSnapshot, shop: Partial<ShopSettings> = {}, order: Partial<Planned> = {}): Plan {
  const known = { documents: order.documents ?? documents(), ...order };
  return planOrder({ ...anOrderRecord(), snapshot, ...known }, aShop(shop), anAccount(), NOW);
}

/** The invoice of `anOrder`, as it stands once CO3 has taken it. */
function documents(): readonly LiveDocument[] {
  return after(anOrder(), []);
}

function after(snapshot: OrderSnapshot, before: readonly LiveDocument[] = documents()): readonly LiveDocument[] {
  const made = plan(snapshot, {}, { documents: before });
  if (made.kind !== 'document') throw new Error(`no document but ${made.kind}`);
  const { sent, draft, purpose, generation } = made;
  return [
    aLiveDocument({
      ...sent,
      draft,
      purpose,
      generation,
      id: String(42 + before.length),
      totalMinor: draft.totalMinor,
    }),
  ];
}

function looked(look: Partial<Look>): Step {
  const none = { reads: 0, at: null, until: 0, isPersonAsked: false, seen: [], adopt: null, refusal: null };
  return aStep({ state: 'done', look: { ...none, ...look } });
}

function textOf(made: Plan): string {
  return made.kind === 'letter' ? `${made.error.name}: ${made.error.text}` : made.kind;
}

function renamed(): OrderSnapshot {
  return anOrder({ buyer: aBuyer({ name: { first: 'Béla', last: 'Minta' } }) });
}

function shippingRefunded(): OrderSnapshot {
  return anOrder({ refunds: [aRefund({ rows: [], shippingMinor: 127_000, returnedMinor: 127_000 })] });
}

/** One mug less, without a refund. */
function edited(): OrderSnapshot {
  return anOrder({ rows: [aRow({ currentQuantity: '1' }), aShippingRow()], currentTotalMinor: 381_000 });
}
