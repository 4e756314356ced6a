import { correctionsOf } from '../../deliver/corrections/correction.ts';
import type { OrderStory } from '../../deliver/order-story.ts';
import type { OrderRecord, WorkStatus } from '../../deliver/records.ts';
import type { ShopPause } from '../../deliver/shop/shop-record.ts';
import type { LiveDocument, Step } from '../../deliver/step-records.ts';
import { formatMinor } from '../../event/money.ts';
import { callsBlocks } from '../preview/calls-blocks.ts';
import { snapshotFacts } from '../preview/snapshot-facts.ts';
import { type Block, type Fact, facts, table, text, title } from '../view/block.ts';
import { correctionsBlocks } from '../view/corrections-blocks.ts';
import type { Language } from '../view/error-blocks.ts';
import { discardFacts, standingText } from '../view/reason-text.ts';
import { searchText } from '../view/search-text.ts';
import { toTimeText } from '../view/time-text.ts';

/** One order's story for people. */
export const orderBlocks = (
  { order, plan, noPlan, pause }: OrderStory,
  now: number,
  lang: Language,
): readonly Block[] => [
  title(`Order ${order.number} of ${order.shop}`),
  facts(...statusFacts(order, now), ...shopFacts(order, pause)),
  title('Newest snapshot'),
  snapshotFacts(order.snapshot),
  ...correctionsBlocks(correctionsOf(order)),
  ...stepBlocks(order.steps, now),
  ...documentBlocks(order.documents),
  ...(plan === null ? [] : [title('What would be sent'), facts(['digest', plan.digest]), ...callsBlocks(plan, lang)]),
  ...(noPlan?.why === 'not-translatable' ? [text(noPlan.text)] : []),
];

const STATUSES = {
  due: 'something is to be done',
  settled: 'settled',
  waiting: 'waits for the shop',
  shadow: 'in shadow',
  release: 'waits for a release',
  letter: 'waits as a letter',
} as const satisfies Record<WorkStatus, string>;

const statusFacts = (order: OrderRecord, now: number): readonly Fact[] => [
  ['status', `${STATUSES[order.status]}: ${standingText(order)}`],
  ...discardFacts(order),
  ['account', order.account],
  ...(order.dueAt === null
    ? []
    : [['next', order.dueAt <= now ? 'as soon as its account’s lane is free' : toTimeText(order.dueAt)] as const]),
  ...personalFacts(order.personal),
  ...(order.shadow ? [['first seen', 'in shadow: it never goes by itself'] as const] : []),
  ...(order.release === null
    ? []
    : [['released', `${toTimeText(order.release.at)}, the plan ${order.release.digest.slice(0, 12)}`] as const]),
  ...(order.rival === null
    ? []
    : [['a second snapshot', `of the same time, seen ${toTimeText(order.rival.since)}`] as const]),
  ...(order.letter === null ? [] : [['letter', `${order.letter.id} (\`bridge dlq show\` tells more)`] as const]),
];

const personalFacts = ({ clearedAt, forgetSince }: OrderRecord['personal']): readonly Fact[] => {
  if (clearedAt !== null) return [['buyer’s data', `cleared ${toTimeText(clearedAt)}`]];
  return forgetSince === null
    ? []
    : [['buyer’s data', `to be cleared as soon as nothing more is to be done, asked ${toTimeText(forgetSince)}`]];
};

const COVERAGES = {
  whole: null,
  'without-refund-rows': 'without the rows of its refunds',
  outline: 'in outline only',
  hint: 'by a webhook that nobody vouches for',
} as const satisfies Record<OrderRecord['snapshot']['coverage'], string | null>;

const shopFacts = ({ snapshot, asked }: OrderRecord, pause: ShopPause | null): readonly Fact[] => {
  const told = COVERAGES[snapshot.coverage];
  const isAsked =
    asked === null ? 'the shop’s own API has not been asked yet' : 'the shop’s own API could not be asked';
  const byApi: readonly Fact[] = asked === null ? [] : [['told', 'by the shop’s own API']];
  return [
    ...(told === null ? byApi : [['told', `${told}; ${isAsked}`] as const]),
    ...(pause === null
      ? []
      : [
          [
            'the shop’s API',
            `${pause.detail} (since ${toTimeText(pause.since)}, tried again ${toTimeText(pause.until)})`,
          ] as const,
        ]),
  ];
};

const STATES = {
  sent: 'sent, no outcome yet',
  done: 'done',
  refused: 'refused',
  unknown: 'OUTCOME UNKNOWN',
  'written-off': 'written off by a person',
} as const satisfies Record<Step['state'], string>;

const stepBlocks = (steps: readonly Step[], now: number): readonly Block[] =>
  steps.length === 0
    ? []
    : [
        title('Steps'),
        table(
          ['  sent', 'what', 'outcome', 'sum', 'CO3’s id', 'marker'],
          steps.map((step) => [
            `  ${toTimeText(step.sentAt)}`,
            lines(step.purpose, aboutText(step)),
            lines(
              STATES[step.state],
              step.look === null ? null : searchText(step.look, now),
              step.look?.refusal ?? null,
            ),
            step.purpose === 'contact' ? '—' : moneyText(step.totalMinor, step),
            lines(step.id ?? '—', step.doubles.length === 0 ? null : `doubled by ${step.doubles.join(', ')}`),
            step.marker === '' ? '—' : step.marker,
          ]),
        ),
      ];

const aboutText = ({ document, payment }: Step): string | null =>
  payment === null ? correctsText(document?.corrects ?? null) : `on the id ${payment.invoiceId}`;

const documentBlocks = (documents: readonly LiveDocument[]): readonly Block[] =>
  documents.length === 0
    ? []
    : [
        title('Documents in CO3'),
        table(
          ['  issued', 'what', 'CO3’s id', 'sum', 'booked as paid', 'marker'],
          documents.map((document) => [
            `  ${toTimeText(document.issuedAt)}`,
            lines(document.purpose, correctsText(document.corrects)),
            document.id ?? 'not told',
            lines(moneyText(document.totalMinor, document), ...shownTexts(document)),
            document.paidMinor === 0 ? '—' : moneyText(document.paidMinor, document),
            document.marker,
          ]),
        ),
      ];

const shownTexts = (document: LiveDocument): readonly (string | null)[] => [
  document.shownMinor === null ? null : `CO3 shows ${moneyText(document.shownMinor, document)}`,
  document.acceptedMinor === null ? null : `accepted ${moneyText(document.acceptedMinor, document)}`,
];

const correctsText = (id: string | null): string | null => (id === null ? null : `corrects the id ${id}`);

const lines = (...all: readonly (string | null)[]): string => all.filter((line) => line !== null).join('\n');

const moneyText = (minor: number, { currency }: Pick<Step, 'currency'>): string =>
  `${formatMinor(minor, currency)} ${currency}`;
