import { describe, expect, it } from 'vitest';
import { NEWLY_KEPT } from '../../../lib/deliver/personal-data/personal-data.ts';
import { generationOf, planDocument } from '../../../lib/deliver/plan-document.ts';
import type { DocumentPlan, Plan, Planned } from '../../../lib/deliver/plan-types.ts';
import type { LiveDocument } from '../../../lib/deliver/step-records.ts';
import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { Instant } from '../../../lib/event/time.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { aLiveDocument, aStep } from '../../support/ledger-records.ts';
import {
  aBuyer,
  anAccount,
  anOrder,
  aPartlyRefundedOrder,
  aRefund,
  aRow,
  aShippingRow,
  aShop,
} from '../../support/orders.ts';

const CANCELLED_AT = '2026-12-03T09:00:00.000Z' as Instant;

describe('an invoiced order', () => {
  it('that gives one mug back gets a corrective invoice of that mug', () => {
    const made = plan(documentsAfter(anOrder()), aPartlyRefundedOrder());

    expect(rowsOf(made)).toStrictEqual(['correction:1/1 of 42: -1 x 2000.00 27% = -254000']);
  });

  it('whose whole money is back gets a storno of all its rows', () => {
    const made = plan(documentsAfter(anOrder()), whollyRefunded());

    expect(rowsOf(made)).toStrictEqual([
      'storno:1/1 of 42: -2 x 2000.00 27% = -508000',
      'storno:1/1 of 42: -1 x 1000.00 27% = -127000',
    ]);
    expect((made as DocumentPlan).draft.totalMinor).toBe(-635_000);
  });

  it('that was corrected before gets a storno of what is left', () => {
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(aPartlyRefundedOrder(), first)];

    const made = plan(second, whollyRefunded());

    expect(rowsOf(made)).toStrictEqual([
      'storno:2/1 of 42: -1 x 2000.00 27% = -254000',
      'storno:2/1 of 42: -1 x 1000.00 27% = -127000',
    ]);
  });

  it('that was corrected and then cancelled by its second refund owes again when only that is taken back', () => {
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(aPartlyRefundedOrder(), first)];
    const third = [...second, ...documentsAfter(whollyRefunded(), second)];

    expect(brief(plan(third, aPartlyRefundedOrder()))).toBe('OwedAgain');
  });

  it('that is cancelled with its money gets a storno, and nothing more after it', () => {
    const cancelled = { ...whollyRefunded(), cancelledAt: CANCELLED_AT };
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(cancelled, first)];

    expect([plan(first, cancelled), plan(second, cancelled)].map(brief)).toStrictEqual([
      'storno:1/1',
      'settled Cancelled',
    ]);
  });

  it('that is corrected bears the head of its invoice, whatever the order says by then', () => {
    const [invoice] = documentsAfter(anOrder());
    const paidOtherwise = {
      ...aPartlyRefundedOrder(),
      gateways: ['cod'],
      buyer: aBuyer({ country: 'HU', email: 'new@example.com' }),
    };

    const made = plan([invoice as LiveDocument], paidOtherwise) as DocumentPlan;

    const { rows: _rows, totalMinor: _total, fulfilmentDay, ...head } = made.draft;
    const { rows: _invoiced, totalMinor: _sum, fulfilmentDay: _day, ...invoiced } = (invoice as LiveDocument).draft;
    expect(head).toStrictEqual(invoiced);
    expect([made.contactId, fulfilmentDay]).toStrictEqual(['7', '2026-12-02']);
  });

  it.each([
    ['correctDifference', false, 'correction:1/1'],
    ['letter', false, 'CorrectionNeeded'],
    ['letter', true, 'correction:1/1'],
    ['storno-and-new', false, 'storno:1/1'],
  ] as const)('that was edited follows the setting %s (redriven: %s)', (edits, redrive, expected) => {
    expect(brief(plan(documentsAfter(anOrder()), edited(), { edits }, { redrive }))).toBe(expected);
  });

  it('that was refunded is corrected although edits are left to a person', () => {
    expect(brief(plan(documentsAfter(anOrder()), aPartlyRefundedOrder(), { edits: 'letter' }))).toBe('correction:1/1');
  });

  it('that was edited gets another invoice of the next generation after its storno', () => {
    const shop = { edits: 'storno-and-new' } as const;
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(edited(), first, shop)];

    const made = plan(second, edited(), shop);

    expect(brief(made)).toBe('invoice/2');
    expect((made as DocumentPlan).draft.totalMinor).toBe(381_000);
  });

  it('that is invoiced anew just as it was asks for another release', () => {
    const shop = { edits: 'storno-and-new' } as const;
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(edited(), first, shop)];

    const plans = [plan([], anOrder()), plan(second, anOrder(), shop)] as DocumentPlan[];

    expect(plans.map(brief)).toStrictEqual(['invoice/1', 'invoice/2']);
    expect(plans[1]?.document).toBe(plans[0]?.document);
    expect(plans[1]?.digest).not.toBe(plans[0]?.digest);
  });

  it('that was free and costs something is corrected, for a second invoice would be of the same marker', () => {
    const free = aRow({ netMinor: 0, taxMinor: 0, grossMinor: 0 });
    const first = documentsAfter(anOrder({ rows: [free], totalMinor: 0 }), [], { freeOrders: 'invoice' });

    const made = plan(first, anOrder({ rows: [free, aShippingRow()], totalMinor: 127_000 }));

    expect(rowsOf(made)).toStrictEqual(['correction:1/1 of 42: 1 x 1000.00 27% = 127000']);
  });

  it('with another buyer is a letter, or is taken back and issued anew', () => {
    const renamed = anOrder({ buyer: aBuyer({ name: { first: 'Béla', last: 'Minta' } }) });

    const plans = (['correctDifference', 'storno-and-new'] as const).map((edits) =>
      brief(plan(documentsAfter(anOrder()), renamed, { edits })),
    );

    expect(plans).toStrictEqual(['ChangedAfterInvoice', 'storno:1/1']);
  });

  it('with another buyer and a refund is corrected first, and is a letter then', () => {
    const changed = { ...aPartlyRefundedOrder(), buyer: aBuyer({ name: { first: 'Béla', last: 'Minta' } }) };
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(changed, first)];

    expect([plan(first, changed), plan(second, changed)].map(brief)).toStrictEqual([
      'correction:1/1',
      'ChangedAfterInvoice',
    ]);
  });

  it.each([
    ['whose refund is taken back', aPartlyRefundedOrder(), anOrder()],
    ['that is cancelled no longer', { ...whollyRefunded(), cancelledAt: CANCELLED_AT }, anOrder()],
  ])('%s owes again, which is a letter until a person sends it on', (_, corrected, again) => {
    const first = documentsAfter(anOrder());
    const second = [...first, ...documentsAfter(corrected, first)];

    const plans = [false, true].map((redrive) => brief(plan(second, again, {}, { redrive })));

    expect(plans[0]).toBe('OwedAgain');
    expect(['correction:2/1', 'invoice/2']).toContain(plans[1]);
  });

  it('that owes in another currency is a letter', () => {
    expect(brief(plan(documentsAfter(anOrder()), anOrder({ currency: 'EUR' }), { fxRate: { EUR: 400 } }))).toBe(
      'CorrectionNeeded',
    );
  });

  it('that was taken without an id waits for its search, and is a letter after it', () => {
    const documents = documentsAfter(anOrder()).map((document) => ({ ...document, id: null }));
    const look = { reads: 0, at: 99, until: 1_000, isPersonAsked: false, seen: [], adopt: null, refusal: null };

    const plans = [look, { ...look, isPersonAsked: true }].map((one) =>
      plan(documents, aPartlyRefundedOrder(), {}, { steps: [aStep({ state: 'done', look: one })] }),
    );

    expect(plans.map(brief)).toStrictEqual(['wait 99', 'DocumentIdUnknown']);
  });

  it('that was read back after a loss of the table is settled by its sum, and taken back by its rows', () => {
    const documents = documentsAfter(anOrder()).map((document) => ({
      ...document,
      content: '',
      buyer: '',
      ordered: '',
      draft: { ...document.draft, rows: document.draft.rows.map((row) => ({ ...row, rowId: '' })) },
    }));

    const plans = [anOrder(), whollyRefunded(), aPartlyRefundedOrder()].map((snapshot) =>
      brief(plan(documents, snapshot, { edits: 'storno-and-new' })),
    );

    expect(plans).toStrictEqual(['settled Invoiced', 'storno:1/1', 'CorrectionNeeded']);
  });
});

describe('the generation of a document', () => {
  it('rises with each step that was written off and each storno', () => {
    const steps = [aStep({ state: 'written-off' }), aStep({ state: 'refused' }), aStep({ state: 'done' })];
    const documents = [
      aLiveDocument({}),
      aLiveDocument({ purpose: 'storno:1' }),
      aLiveDocument({ purpose: 'correction:2' }),
    ];

    expect(generationOf({ steps, documents })).toBe(3);
  });

  it.each([
    ['invoice', 2, 2],
    ['storno:1', 2, 3],
  ])(
    'is that of no document which was read back, and whose steps are lost: after %s/%d it is %d',
    (purpose, generation, expected) => {
      const documents = [aLiveDocument({ generation }), aLiveDocument({ purpose, generation })];

      expect(generationOf({ steps: [], documents })).toBe(expected);
    },
  );
});

function plan(
  documents: readonly LiveDocument[],
  snapshot: OrderSnapshot,
  shop: Partial<ShopSettings> = {},
  order: Partial<Planned> = {},
): Plan {
  return planDocument({ ...planned(snapshot, documents), ...order }, aShop(shop), anAccount());
}

function planned(snapshot: OrderSnapshot, documents: readonly LiveDocument[]): Planned {
  const none = {
    asked: null,
    corrections: [],
    rival: null,
    personal: NEWLY_KEPT,
    isBuyerCorrectionLost: false,
    shadow: false,
    release: null,
    steps: [],
    letter: null,
    discarded: null,
    redrive: false,
    starts: 0,
  };
  return { ...none, snapshot, documents };
}

/** The document that the snapshot leads to, as it stands in the record once CO3 has taken it. */
function documentsAfter(
  snapshot: OrderSnapshot,
  documents: readonly LiveDocument[] = [],
  shop: Partial<ShopSettings> = {},
): readonly LiveDocument[] {
  const made = plan(documents, snapshot, shop);
  if (made.kind !== 'document') throw new Error(`no document but ${brief(made)}`);
  const { sent, draft, purpose, generation } = made;
  const id = String(42 + documents.length);
  return [aLiveDocument({ ...sent, draft, purpose, generation, id, totalMinor: draft.totalMinor })];
}

function brief(made: Plan): string {
  switch (made.kind) {
    case 'document':
      return `${made.purpose}/${made.generation}`;
    case 'letter':
      return made.error.name;
    case 'nothing':
      return `${made.status} ${made.reason}`;
    case 'wait':
      return `wait ${made.until}`;
    case 'payment':
      return made.purpose;
    case 'fetch':
      return 'fetch';
  }
}

function rowsOf(made: Plan): readonly string[] {
  if (made.kind !== 'document') return [brief(made)];
  return made.draft.rows.map(
    ({ quantity, unitNet, vat, grossMinor }) =>
      `${brief(made)} of ${made.sent.corrects}: ${quantity} x ${unitNet} ${vat}% = ${grossMinor}`,
  );
}

function whollyRefunded(): OrderSnapshot {
  const rows = [{ rowId: 'row-1', quantity: '1', netMinor: 200_000, taxMinor: 54_000 }];
  return anOrder({
    refunds: [aRefund(), aRefund({ id: 'refund-2', rows, shippingMinor: 127_000, returnedMinor: 381_000 })],
    rows: [aRow({ currentQuantity: '0' }), aShippingRow()],
    currentTotalMinor: 0,
  });
}

/** One mug less, without a refund. */
function edited(): OrderSnapshot {
  return anOrder({ rows: [aRow({ currentQuantity: '1' }), aShippingRow()], currentTotalMinor: 381_000 });
}
