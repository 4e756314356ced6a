import { describe, expect, it } from 'vitest';
import { planOrder } from '../../../lib/deliver/plan.ts';
import type { Plan, Planned } from '../../../lib/deliver/plan-types.ts';
import { digestOf } from '../../../lib/event/digest.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import { aLiveDocument, anOrderRecord, aStep } from '../../support/ledger-records.ts';
import { anAccount, anOrder, aShop } from '../../support/orders.ts';

const NOW = Date.parse('2026-12-02T10:00:00Z');

describe('what CO3 shows against what was sent', () => {
  it('is a letter where one document stands there more than once', () => {
    const { marker } = aStep();

    const made = plan({
      steps: [aStep({ state: 'done' }), aStep({ state: 'done', generation: 2, doubles: ['43', '44'] })],
    });

    expect(made).toMatchObject({
      ...{
        kind: 'letter',
        purpose: 'invoice',
        generation: 2,
        digest: digestOf(['DuplicateFound', marker, ['43', '44']]),
      },
      error: {
        name: 'DuplicateFound',
        text: 'CO3 has more than one document for invoice of this order: also those of the ids 43, 44.',
        fields: [{ path: 'documents', value: marker, allowed: [] }],
      },
    });
  });

  it('is a letter where a document is of another amount', () => {
    const documents = [aLiveDocument(), aLiveDocument({ purpose: 'correction:1', shownMinor: 635_100 })];

    expect(plan({ documents })).toMatchObject({
      ...{ kind: 'letter', purpose: 'correction:1', generation: 1 },
      digest: digestOf(['AmountDiffers', aLiveDocument().marker, 635_100]),
      error: {
        name: 'AmountDiffers',
        text: 'Sent: 6350.00 HUF; CO3 shows: 6351.00 HUF.',
        fields: [{ path: 'documents', value: '6350.00', allowed: ['6351.00'] }],
      },
    });
  });

  it('is no letter any more once a person has accepted it, unless another document differs too', () => {
    const accepted = aLiveDocument({ acceptedMinor: 635_100 });
    const other = aLiveDocument({ purpose: 'correction:1', shownMinor: 635_100 });

    const plans = [[accepted], [accepted, other]].map((documents) => plan({ documents }));

    expect(plans).toMatchObject([
      { kind: 'document' },
      { kind: 'letter', error: { name: 'AmountDiffers' }, purpose: 'correction:1' },
    ]);
  });
});

it('an order at which workers end without a result is a letter that says how often', () => {
  expect(plan({ starts: 4 }).kind).toBe('document');
  expect(plan({ starts: 5 })).toMatchObject({
    error: { name: 'WorkerCrashed', text: 'The worker ended without a result 5 times at this order.' },
  });
});

it('two states of one time wait two minutes from the first sight of the second, and the letter says why', () => {
  const rival = { snapshot: anOrder({ rows: [] }), since: NOW };

  expect(plan({ rival })).toStrictEqual({ kind: 'wait', until: NOW + 120_000, reason: 'ConflictingSnapshots' });
  expect(plan({ rival: { ...rival, since: NOW - 120_000 } })).toMatchObject({
    error: { text: 'The shop sent two different states of the order with the same time of change.' },
  });
});

function plan(order: Partial<Planned> = {}, shop: Partial<ShopSettings> = {}): Plan {
  return planOrder({ ...anOrderRecord(), ...order }, aShop(shop), anAccount(), NOW);
}
