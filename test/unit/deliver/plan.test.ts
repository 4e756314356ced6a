import { describe, expect, it } from 'vitest';
import { contactDigest } from '../../../lib/co3/contact-command.ts';
import { letterIdOf } from '../../../lib/dead-letters/build-letter.ts';
import { NEWLY_KEPT } from '../../../lib/deliver/personal-data/personal-data.ts';
import { MAX_STARTS, planOrder } from '../../../lib/deliver/plan.ts';
import { toInvoicePlan } from '../../../lib/deliver/plan-document.ts';
import type { Plan, Planned } from '../../../lib/deliver/plan-types.ts';
import type { LiveDocument, Step } from '../../../lib/deliver/step-records.ts';
import { digestOf } from '../../../lib/event/digest.ts';
import { orderKeyOf } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { translateOrder } from '../../../lib/translate/translate-order.ts';
import { aCorrection, aLiveDocument, aStep as aRecordedStep } from '../../support/ledger-records.ts';
import { aBuyer, anAccount, anOrder, aRefund, aRow, aShop } from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');

const planned = (overrides: Partial<Planned> = {}): Planned => ({
  snapshot: anOrder(),
  asked: null,
  corrections: [],
  rival: null,
  personal: NEWLY_KEPT,
  isBuyerCorrectionLost: false,
  shadow: false,
  release: null,
  steps: [],
  documents: [],
  letter: null,
  discarded: null,
  redrive: false,
  starts: 0,
  ...overrides,
});

const plan = (overrides: Partial<Planned> = {}, shop: Partial<ShopSettings> = {}): Plan =>
  planOrder(planned(overrides), aShop(shop), anAccount(), NOW);

const brief = (made: Plan): string => {
  if (made.kind === 'letter') return `letter ${made.error.name}`;
  if (made.kind === 'document') return made.purpose;
  return made.kind === 'nothing' ? `${made.status} ${made.reason}` : made.kind;
};

const invoicePlan = (shop: Partial<ShopSettings> = {}) => {
  const drafts = translateOrder(anOrder(), aShop(shop), anAccount());
  if (!drafts.ok) throw new Error(drafts.problem.text);
  return toInvoicePlan(planned(), drafts.value, digestOf([aShop(shop), anAccount()]));
};

const aDocument = (overrides: Partial<LiveDocument> = {}): LiveDocument => {
  const { sent, draft } = invoicePlan();
  return aLiveDocument({ ...sent, draft, ...overrides });
};

const aStep = (overrides: Partial<Step>): Step =>
  aRecordedStep({
    state: 'refused',
    digest: invoicePlan().document,
    settingsDigest: invoicePlan().settingsDigest,
    ...overrides,
  });

describe('an order without a document', () => {
  it.each([
    ['is paid', {}, {}, 'invoice'],
    ['is a test', { snapshot: anOrder({ test: true }) }, {}, 'settled Test'],
    ['was made before the bridge took over', {}, { invoiceFrom: NOW }, 'settled BeforeInvoiceFrom'],
    ['is not paid', { snapshot: anOrder({ paid: false }) }, {}, 'waiting NotPaid'],
    [
      'is not paid, in a shop that invoices at once',
      { snapshot: anOrder({ paid: false }) },
      { issueOn: 'placed' },
      'invoice',
    ],
    ['is cancelled before it was paid', { snapshot: cancelledUnpaid() }, {}, 'settled Cancelled'],
    ['is not fulfilled, in a shop that waits for it', {}, { issueOn: 'fulfilled' }, 'waiting NotFulfilled'],
    [
      'is wholly refunded',
      { snapshot: anOrder({ refunds: [wholeRefund()], currentTotalMinor: 0, rows: noneLeft() }) },
      {},
      'settled NothingOwed',
    ],
    ['is free', { snapshot: free() }, {}, 'settled FreeOrder'],
    ['is free, in a shop that invoices that, too', { snapshot: free() }, { freeOrders: 'invoice' }, 'invoice'],
    ['cannot be translated', { snapshot: anOrder({ gateways: ['barter'] }) }, {}, 'letter UnmappedPayment'],
    [
      'has no name at all',
      { snapshot: anOrder({ buyer: aBuyer({ name: { first: '', last: '' } }) }) },
      {},
      'letter ContactNameMissing',
    ],
    ['killed its worker too often', { starts: MAX_STARTS }, {}, 'letter WorkerCrashed'],
    ['has an unknown step', { steps: [aStep({ state: 'unknown' })] }, {}, 'letter OutcomeUnknown'],
    ['was refused just so', { steps: [aStep({})], letter: theLetter() }, {}, 'letter RefusedBefore'],
    ['was refused just so, and its letter is closed', { steps: [aStep({})] }, {}, 'invoice'],
    [
      'was refused just so, and has another letter',
      { steps: [aStep({})], letter: { id: 'other', content: null } },
      {},
      'invoice',
    ],
    [
      'was refused under other settings',
      { steps: [aStep({ settingsDigest: 'other' })], letter: theLetter() },
      {},
      'invoice',
    ],
    ['was refused with other contents', { steps: [aStep({ digest: 'other' })] }, {}, 'invoice'],
    ['was refused just so and is redriven', { steps: [aStep({})], letter: theLetter(), redrive: true }, {}, 'invoice'],
  ] as const)('that %s', (_, overrides, shop, expected) => {
    const made = plan(overrides as Partial<Planned>, shop as Partial<ShopSettings>);

    expect(brief(made)).toBe(expected);
  });
});

it('what CO3 is sure to refuse of the buyer is the letter of a contact with these data', () => {
  const snapshot = anOrder({ buyer: aBuyer({ name: { first: '', last: '' } }) });
  const drafts = translateOrder(snapshot, aShop(), anAccount());
  if (!drafts.ok) throw new Error(drafts.problem.text);

  expect(plan({ snapshot })).toMatchObject({
    ...{ kind: 'letter', purpose: 'contact', generation: 1, digest: contactDigest(drafts.value.contact) },
  });
});

describe('an order whose buyer’s data were cleared', () => {
  const personal = { forgetSince: null, clearedAt: '2026-12-01T10:00:00.000Z' as Instant };
  const cleared = { personal, snapshot: anOrder({ buyer: null, shipTo: null }) };

  it('is planned no more, whatever it owes', () => {
    expect(brief(plan(cleared))).toBe('settled BuyerCleared');
  });
});

describe('the modes', () => {
  const release = { digest: invoicePlan({ mode: 'supervised' }).digest, at: '2026-12-02T09:59:00.000Z' as never };

  it.each([
    ['shadow sends nothing', { shadow: true }, 'shadow', 'shadow Shadow'],
    ['shadow sends nothing, even when it is released', { shadow: true, release }, 'shadow', 'shadow Shadow'],
    ['shadow sends nothing of an order that came before it', {}, 'shadow', 'shadow Shadow'],
    ['an order first seen in shadow stays there', { shadow: true }, 'on', 'shadow Shadow'],
    ['an order first seen in shadow goes when it is released', { shadow: true, release }, 'on', 'invoice'],
    [
      'an order first seen in shadow asks again when its plan has changed',
      { shadow: true, release: { ...release, digest: 'other' } },
      'on',
      'shadow WaitsForRelease',
    ],
    ['supervised waits for a release', {}, 'supervised', 'release WaitsForRelease'],
    ['supervised goes when it is released', { release }, 'supervised', 'invoice'],
    [
      'a changed plan asks again',
      { release: { ...release, digest: 'other' } },
      'supervised',
      'release WaitsForRelease',
    ],
    ['on sends by itself', {}, 'on', 'invoice'],
  ] as const)('%s', (_, overrides, mode, expected) => {
    expect(brief(plan(overrides, { mode }))).toBe(expected);
  });
});

describe('an order with a document', () => {
  it.each([
    ['nothing changed', {}, 'settled Invoiced'],
    ['another phone number', { snapshot: anOrder({ buyer: aBuyer({ phone: '+36 1 555 0199' }) }) }, 'settled Invoiced'],
    [
      'another name',
      { snapshot: anOrder({ buyer: aBuyer({ name: { first: 'Béla', last: 'Minta' } }) }) },
      'letter ChangedAfterInvoice',
    ],
    [
      'another item of the same price',
      { snapshot: anOrder({ rows: [aRow({ name: 'Tányér' }), ...anOrder().rows.slice(1)] }) },
      'letter ChangedAfterInvoice',
    ],
    ['a refund', { snapshot: refunded() }, 'correction:1'],
    ['the shop turned back to not paid', { snapshot: anOrder({ paid: false }) }, 'settled Invoiced'],
  ])('after %s', (_, overrides, expected) => {
    expect(brief(plan({ documents: [aDocument()], ...overrides }))).toBe(expected);
  });
});

it('two states of one time wait two minutes, and are a letter then', () => {
  const rival = { snapshot: anOrder({ rows: [] }), since: NOW };

  const plans = [0, 119_999, 120_000].map((ms) => planOrder(planned({ rival }), aShop(), anAccount(), NOW + ms));

  expect(plans.map(brief)).toStrictEqual(['wait', 'wait', 'letter ConflictingSnapshots']);
});

it.each([
  ['a test', { snapshot: anOrder({ test: true }) }, {}, 'settled Test'],
  ['from before the bridge', {}, { invoiceFrom: NOW }, 'settled BeforeInvoiceFrom'],
  ['in shadow', { shadow: true }, { mode: 'shadow' }, 'shadow Shadow'],
] as const)('two states of one time are no letter for an order that is %s', (_, overrides, shop, expected) => {
  const rival = { snapshot: anOrder({ rows: [] }), since: NOW - 600_000 };

  expect(brief(plan({ rival, ...overrides } as Partial<Planned>, shop))).toBe(expected);
});

it('two states of one time are a letter for an order in shadow that is released: a person has seen only one of them', () => {
  const rival = { snapshot: anOrder({ rows: [] }), since: NOW - 600_000 };
  const release = { digest: invoicePlan().digest, at: '2026-12-02T09:59:00.000Z' as Instant };

  expect(brief(plan({ rival, shadow: true, release }))).toBe('letter ConflictingSnapshots');
});

it('the plan of the same order is the same on another day', () => {
  const [today, later] = [NOW, NOW + 86_400_000].map((now) => planOrder(planned(), aShop(), anAccount(), now));

  expect(later).toStrictEqual(today);
});

function cancelledUnpaid() {
  return anOrder({ paid: false, cancelledAt: '2026-12-02T09:04:00.000Z' as Instant });
}

function theLetter() {
  return { id: letterIdOf(orderKeyOf(anOrder()), aStep({})), content: null };
}

function refunded() {
  const [mugs, shipping] = anOrder().rows;
  if (mugs === undefined || shipping === undefined) throw new Error('the sample order has two rows');
  return anOrder({
    refunds: [aRefund()],
    rows: [{ ...mugs, currentQuantity: '1' }, shipping],
    currentTotalMinor: 381_000,
  });
}

function free() {
  const rows = anOrder().rows.map((row) => ({ ...row, netMinor: 0, taxMinor: 0, grossMinor: 0 }));
  return anOrder({ rows, totalMinor: 0, currentTotalMinor: 0, gateways: [] });
}

function wholeRefund() {
  return aRefund({
    rows: [{ rowId: 'row-1', quantity: '2', netMinor: 400_000, taxMinor: 108_000 }],
    shippingMinor: 127_000,
    returnedMinor: 635_000,
  });
}

function noneLeft() {
  return anOrder().rows.map((row) => (row.kind === 'item' ? { ...row, currentQuantity: '0' } : row));
}

describe('a corrected order', () => {
  const correction = aCorrection({ path: 'settings.payments', old: 'GLS', new: 'c.o.d.' });
  const snapshot = anOrder({ gateways: ['GLS'] });

  it('is planned as if the shop had sent it so, under the settings as they are', () => {
    const bySettings = plan({ snapshot: anOrder({ gateways: ['cod'] }) });

    expect(brief(plan({ snapshot }))).toBe('letter UnmappedPayment');
    expect(plan({ snapshot, corrections: [correction] })).toStrictEqual(bySettings);
  });

  it('is due by its corrected way of payment', () => {
    const issueOn = { 'c.o.d.': 'placed', default: 'paid' } as const;
    const unpaid = anOrder({ gateways: ['GLS'], paid: false });

    expect(brief(plan({ snapshot: unpaid }, { issueOn }))).toBe('waiting NotPaid');
    expect(brief(plan({ snapshot: unpaid, corrections: [correction] }, { issueOn }))).toBe('invoice');
  });

  it('asks for another release', () => {
    const digest = invoicePlan().digest;
    const released = { release: { digest, at: '2026-12-02T09:50:00.000Z' as Instant } };

    expect(brief(plan(released, { mode: 'supervised' }))).toBe('invoice');
    expect(brief(plan({ ...released, corrections: [aCorrection()] }, { mode: 'supervised' }))).toBe(
      'release WaitsForRelease',
    );
  });
});
