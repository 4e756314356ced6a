import fc from 'fast-check';
import { faultRule, moment, outage, upset } from './arbitrary-faults.ts';
import { arbitraryHistory } from './histories.ts';
import type { OrderPlan, PersonPlan, ShopPlan, Story } from './story.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const arbitraryStory = (): fc.Arbitrary<Story> =>
  fc.record({
    dialect: fc.nat({ max: 10_000 }),
    pace: fc.nat({ max: 10_000 }),
    comment: fc.oneof(
      { weight: 8, arbitrary: fc.constant('whole' as const) },
      { weight: 2, arbitrary: fc.constantFrom('cut-200' as const, 'first-half' as const, 'dropped' as const) },
    ),
    lanes: fc.constantFrom('proven' as const, 'unproven' as const, 'fresh' as const),
    indexLagMs: fc.constantFrom(0, 0, 500, 3_000),
    comeAgain: fc.constantFrom(0, 0, 2),
    maxReceives: fc.constantFrom(100, 100, 100, 3, 1),
    shops: fc.array(shopPlan, { minLength: 1, maxLength: 3 }),
    orders: fc.array(orderPlan(), { minLength: 1, maxLength: 4 }),
    faults: fc.array(faultRule, { maxLength: 4 }),
    lies: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }) },
    ),
    outages: fc.array(outage, { maxLength: 1 }),
    upsets: fc.array(upset, { maxLength: 4 }),
    people: fc
      .array(fc.oneof(fc.tuple(person), fc.tuple(person), twoDesks), { maxLength: 3 })
      .map((acts) => acts.flat()),
    afterwards: fc.constantFrom('nothing', 'redrive', 'mend', 'mend', 'decide', 'decide', 'send-again'),
    garbage: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(moment, { maxLength: 2 }) },
    ),
  });

const shopPlan: fc.Arbitrary<ShopPlan> = fc.record({
  account: fc.nat({ max: 1 }),
  issueOn: fc.constantFrom('paid', 'placed', 'fulfilled'),
  edits: fc.constantFrom('correctDifference', 'correctDifference', 'letter', 'storno-and-new'),
  books: fc.constantFrom('nothing', 'nothing', 'paid', 'paid-and-refunded'),
  hasDifferenceRow: fc.boolean(),
  mode: fc.oneof(
    { weight: 8, arbitrary: fc.constant('on' as const) },
    { weight: 1, arbitrary: fc.constant('supervised' as const) },
    { weight: 1, arbitrary: fc.constant('shadow' as const) },
  ),
});

const orderPlan = (): fc.Arbitrary<OrderPlan> =>
  fc.record({
    shop: fc.nat({ max: 2 }),
    buyer: fc.nat({ max: 2 }),
    atMs: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 30 }).map((n) => n * 10 * SECOND),
    ),
    isOld: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    history: arbitraryHistory(),
  });

const person = fc.record({
  atMs: fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((n) => n * MINUTE),
    fc.integer({ min: 1, max: 48 }).map((n) => n * 60 * MINUTE),
  ),
  does: fc.constantFrom(
    'send-again' as const,
    'correct' as const,
    'correct' as const,
    'correct' as const,
    'correct-wrongly' as const,
    'correct-elsewhere' as const,
    'correct-back' as const,
    'redrive' as const,
    'redrive' as const,
    'redrive-cause' as const,
    'decide' as const,
    'decide' as const,
    'move-to-events' as const,
    'discard' as const,
    'release' as const,
    'release' as const,
    'book-half' as const,
    'book-rest' as const,
    'resume' as const,
  ),
  nth: fc.nat({ max: 2 }),
});

const deskAct = fc.constantFrom<PersonPlan['does'][]>(
  'redrive',
  'redrive',
  'redrive',
  'redrive-cause',
  'correct',
  'correct',
  'correct-wrongly',
  'discard',
);

/** Two people with one letter before them, at the same moment or one soon after the other. */
const twoDesks = fc
  .record({ at: person, one: deskAct, other: deskAct, apartMs: fc.oneof(fc.nat({ max: 20 }), fc.constant(MINUTE)) })
  .map(({ at, one, other, apartMs }): PersonPlan[] => [
    { ...at, does: one },
    { ...at, does: other, atMs: at.atMs + apartMs },
  ]);
