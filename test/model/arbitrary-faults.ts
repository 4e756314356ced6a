import fc from 'fast-check';
import { CODE_TEXTS } from '../../infra/local/co3/codes.ts';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import { PORTS, type Upset } from './story.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const method = fc.constantFrom(
  undefined,
  'authenticate',
  'getContacts',
  'getContact',
  'setContact',
  'getInvoices',
  'getInvoice',
  'setInvoice',
  'setInvoice',
  'setInvoice',
  'setInvoiceBalance',
);
const nth = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 10 }) },
);
const times = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }) },
);

/** Those that mean more than «a person mends this». */
const DELICATE_CODES = [5, 6, 7, 8, 9, 10, 18, 24, 201, 202, 205, 301, 305, 307, 309, 310];

/** What goes wrong with calls on their way to CO3, there and on their way back. */
export const faultRule: fc.Arbitrary<FaultRule> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('refuse' as const),
      code: fc.constantFrom(301, 307),
      method: fc.constantFrom('setInvoice', 'setInvoiceBalance', 'getInvoice'),
      nth: fc.integer({ min: 1, max: 4 }),
      times,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refuse' as const),
      code: fc.oneof(fc.constantFrom(...Object.keys(CODE_TEXTS).map(Number), 999), fc.constantFrom(...DELICATE_CODES)),
      method,
      nth,
      times,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'commit-then-cut' as const,
        'commit-then-html' as const,
        'reset' as const,
        'timeout-before-commit' as const,
        'hang-after-commit' as const,
        '503' as const,
        'truncated-xml' as const,
      ),
      method,
      nth,
      times,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('late-commit' as const),
      ms: fc.integer({ min: 1, max: 60 }).map((n) => n * SECOND),
      how: fc.constantFrom('hang' as const, 'reset' as const),
      method: fc.constantFrom('setContact', 'setInvoice', 'setInvoice', 'setInvoiceBalance'),
      nth,
      times,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('stale-read' as const),
      ms: fc.integer({ min: 1, max: 60 }).map((n) => n * SECOND),
      method: fc.constantFrom(undefined, 'getInvoices', 'getInvoice'),
      nth: fc.constant(1),
      times: fc.constantFrom(null, 1, 5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('slow' as const),
      ms: fc.integer({ min: 1, max: 25 }).map((n) => n * SECOND),
      method,
      nth,
      times,
    }),
  },
);

export const moment = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((n) => n * SECOND),
  fc.integer({ min: 1, max: 40 }).map((n) => n * MINUTE),
);

export const outage = fc.record({
  atMs: moment,
  forMs: fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((n) => n * SECOND),
    fc.integer({ min: 1, max: 90 }).map((n) => n * MINUTE),
  ),
  kind: fc.constantFrom('reset' as const, 'hang' as const, '503' as const, 'unreachable' as const),
});

export const upset: fc.Arbitrary<Upset> = fc.record({
  port: fc.constantFrom(...PORTS, 'ledger.write', 'co3', 'any', 'desk'),
  nth: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200 })),
  times: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 7 }) }),
  when: fc.constantFrom('before', 'after'),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: 'kill' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'fail' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('stall' as const),
        ms: fc.integer({ min: 1, max: 80 }).map((n) => n * SECOND),
      }),
    },
  ),
});
