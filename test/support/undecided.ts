import type { Letter, LetterRecord } from '../../lib/dead-letters/letter.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { LiveDocument, Look, Step } from '../../lib/deliver/step-records.ts';
import { invoiceDraft } from './drafts.ts';
import { aLetter, aLetterRecord, aLiveDocument, anOrderRecord, aStep } from './ledger-records.ts';
import { anOrder } from './orders.ts';
import type { World } from './world.ts';

/** A search that has found nothing and has asked a person. */
export const aLook = (overrides: Partial<Look> = {}): Look => ({
  reads: 3,
  at: Date.parse('2026-12-02T10:40:00Z'),
  until: Date.parse('2026-12-03T09:30:00Z'),
  isPersonAsked: true,
  seen: [{ id: '41', number: '2026/00041', totalMinor: 635_000, day: '2026-12-02' }],
  adopt: null,
  refusal: null,
  ...overrides,
});

/** The invoice of `anOrder`, sent half an hour before the world starts and never answered. */
export const anUnknownStep = (overrides: Partial<Step> = {}): Step =>
  aStep({
    state: 'unknown',
    endedAt: Date.parse('2026-12-02T09:30:20Z'),
    document: toSent(aLiveDocument({ draft: invoiceDraft({ totalMinor: 635_000 }) })),
    look: aLook(),
    ...overrides,
  });

export interface Parked {
  readonly name: string;
  readonly order?: Partial<OrderRecord>;
  readonly letter?: Partial<Letter>;
  readonly record?: Partial<LetterRecord>;
  readonly fields?: Letter['error']['fields'];
}

/** Puts an order into the world that rests with a letter of this name, without any message; answers the letter's id. */
export const parkLetterOf = async (world: World, { name, order, letter, record, fields }: Parked): Promise<string> => {
  const id = 'letter-1';
  await world.ledger.write(
    anOrderRecord({ letter: { id, content: null }, status: 'letter', reason: name, dueAt: null, ...order }),
  );
  const error = { ...aLetter().error, code: null, name, text: `${name} happened.`, fields: fields ?? [] };
  await world.ledger.write(aLetterRecord(record, { id, error, call: null, ...letter }));
  return id;
};

/** An order with a letter `OutcomeUnknown` about that step. */
export const parkUnknown = (world: World, step: Step = anUnknownStep()): Promise<string> =>
  parkLetterOf(world, { name: 'OutcomeUnknown', order: { steps: [step], dueAt: step.look?.at ?? null } });

/** An order whose invoice CO3 took without telling its id. */
export const parkWithoutId = (
  world: World,
  order: Partial<OrderRecord> = {},
  { marker } = aLiveDocument(),
): Promise<string> =>
  parkLetterOf(world, {
    name: 'DocumentIdUnknown',
    fields: [{ tag: '', path: 'documents', value: marker, allowed: [] }],
    order: {
      snapshot: anOrder(),
      steps: [aStep({ state: 'done', look: aLook() })],
      documents: [aLiveDocument({ id: null })],
      ...order,
    },
  });

export const aPaymentStep = (overrides: Partial<Step> = {}): Step =>
  anUnknownStep({
    purpose: 'payment:1',
    marker: 'test/shopify:acme.myshopify.com/1001/payment:1/1',
    document: null,
    payment: { invoiceId: '42', document: aLiveDocument().marker, amountMinor: 635_000, beforeMinor: 0 },
    ...overrides,
  });

/** What a command writes with while the worker's own search finds the document: between the letter's write and the order's. */
export const foundMeanwhile = ({ deps, ledger, order }: World): World['deps'] => ({
  ...deps,
  ledger: {
    ...ledger,
    write: async (record) => {
      const answer = await ledger.write(record);
      if (record.kind !== 'letter') return answer;
      const known = order();
      await ledger.write({
        ...known,
        version: known.version + 1,
        steps: known.steps.map((step) => ({ ...step, state: 'done', id: '42', look: null })),
        letter: null,
        closing: [{ id: record.key, why: 'success' }],
      });
      return answer;
    },
  },
});

const toSent = ({
  draft,
  contactId,
  corrects,
  content,
  buyer,
  ordered,
  refunds,
  isReplaced,
}: LiveDocument): Step['document'] => ({
  draft,
  contactId,
  corrects,
  content,
  buyer,
  ordered,
  refunds,
  isReplaced,
});
