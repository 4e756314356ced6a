import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../lib/deliver/plan-types.ts';
import { planUnknown } from '../../../lib/deliver/plan-unknown.ts';
import type { Look, Step } from '../../../lib/deliver/step-records.ts';
import { digestOf } from '../../../lib/event/digest.ts';
import { aStep } from '../../support/ledger-records.ts';

const SENT = 'invoice of 6350.00 HUF, sent at 2026-12-02T09:30:00.000Z, got no answer.';
const NAMED = { as: 'A-7', by: 'erika' };

describe('a document without an answer', () => {
  it('is searched for before anything else is planned', () => {
    expect(planUnknown([aStep({ state: 'done' }), unknown({ at: 99 })])).toStrictEqual(searching(99));
  });

  it('is given to a person where nothing is searched for any more', () => {
    const seen = [{ id: '8', number: 'A-8', totalMinor: 635_000, day: '2026-12-02' }];

    const made = planUnknown([unknown({ reads: 3, seen })]);

    expect(made).toMatchObject({
      ...{ kind: 'letter', purpose: 'invoice', generation: 1 },
      digest: digestOf(['OutcomeUnknown', aStep().marker]),
      error: {
        name: 'OutcomeUnknown',
        text: `${SENT} It was not found in CO3 3 times.`,
        fields: [{ path: 'documents', value: aStep().marker, allowed: ['A-8'] }],
      },
    });
  });

  it.each([
    ['no search', null, `${SENT} CO3 was not searched for it yet.`],
    ['a search that no answer ended', {}, `${SENT} CO3 was not searched for it yet.`],
    ['one search', { reads: 1 }, `${SENT} It was not found in CO3 once.`],
    [
      'a document that was not it',
      { reads: 2, refusal: 'A-7 is of another buyer.' },
      `${SENT} It was not found in CO3 2 times. A-7 is of another buyer.`,
    ],
  ] as const)('tells the person after %s how far it was searched for', (_, look, text) => {
    const made = planUnknown([look === null ? aStep({ state: 'unknown' }) : unknown(look)]);

    expect(made?.kind === 'letter' ? made.error.text : made?.kind).toBe(text);
  });

  it('offers the person no document where none was searched for', () => {
    expect(planUnknown([aStep({ state: 'unknown' })])).toMatchObject({
      error: { fields: [{ path: 'documents', value: aStep().marker, allowed: [] }] },
    });
  });

  it('stays with the person while CO3 is watched on, until the person names the document', () => {
    const made = [{ isPersonAsked: true, at: 99 }, { isPersonAsked: true, at: 99, adopt: NAMED }, { adopt: NAMED }].map(
      (look) => planUnknown([unknown(look)]),
    );

    expect(made.map((plan) => plan?.kind)).toStrictEqual(['letter', 'wait', 'letter']);
  });
});

describe('a document that a person has given up', () => {
  it.each([
    ['is searched for once more', { reads: 0, at: 99 }, searching(99)],
    ['is let go after that search', { reads: 1, at: 99 }, undefined],
    ['is let go where no search is meant', { reads: 0, at: null }, undefined],
  ])('%s before another is sent', (_, look, expected) => {
    expect(planUnknown([{ ...unknown(look), state: 'written-off' }])).toStrictEqual(expected);
  });

  it('is let go where it was never searched for', () => {
    expect(planUnknown([aStep({ state: 'written-off' })])).toBeUndefined();
  });
});

it.each(['sent', 'done', 'refused'] as const)(
  'a step that is %s holds nothing back, whatever is searched for',
  (state) => {
    expect(planUnknown([{ ...unknown({ at: 99 }), state }])).toBeUndefined();
  },
);

function unknown(look: Partial<Look>): Step {
  const none = { reads: 0, at: null, until: 0, isPersonAsked: false, seen: [], adopt: null, refusal: null };
  return aStep({ state: 'unknown', look: { ...none, ...look } });
}

function searching(until: number): Plan {
  return { kind: 'wait', until, reason: 'OutcomeUnknown' };
}
