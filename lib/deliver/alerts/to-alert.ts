import { errorName, wordsOf } from '../../co3/error-words.ts';
import { menderText } from '../../co3/mender.ts';
import type { CausePlace } from '../../dead-letters/cause.ts';
import type { LetterGroup } from '../../dead-letters/groups.ts';
import { holdMenderText, toHoldText } from '../hold-text.ts';
import { ADDRESS_LANE } from '../lane-state.ts';
import type { Alert } from '../ports.ts';
import { type StackName, toCommandOptions } from './command-options.ts';
import type { HeldLane, News } from './to-news.ts';
import type { ToldHold } from './told-record.ts';

/** SNS takes a subject of less than this. */
const SUBJECT_LENGTH = 100;
const MOST_CAUSES_SHOWN = 20;
const VALUE_LENGTH = 60;

/** Orders that are due, by account; of accounts that have a lane among the news. */
export type Waiting = ReadonlyMap<string, { readonly count: number; readonly isMore: boolean }>;

/** All the news in one message, or null where there is none. Names no order and nobody. */
export const toAlert = (news: News, waiting: Waiting, stack: StackName): Alert | null => {
  const { causes, held, opened } = news;
  if (causes.length + held.length + opened.length === 0) return null;
  const options = toCommandOptions(stack);
  const shown = causes.slice(0, MOST_CAUSES_SHOWN);
  const rest = causes.length - shown.length;
  const parts = [
    ...held.map((one) => heldLines(one, waiting, options)),
    ...shown.map((group) => causeLines(group, options)),
    ...(rest === 0 ? [] : [[`And ${counted(rest, 'reason')} more: npx bridge dlq list${options}`]]),
    ...opened.map((one) => openedLines(one, options)),
  ];
  return {
    subject: toSubject(`co3-shop-bridge ${stack.stage}: ${headlines(news).join('; ')}`),
    text: `${parts.map((lines) => lines.map(toQuietLine).join('\n')).join('\n\n')}\n`,
  };
};

const headlines = ({ causes, held, opened }: News): readonly string[] => [
  ...headline(held, 'lanes held', (one) => `held: ${laneName(one)}, ${toHoldText(one.hold)}`),
  ...headline(
    causes,
    'new reasons for letters',
    (group) => `letters of ${group.shop === '' ? 'no known shop' : group.shop}, ${errorName(group)}`,
  ),
  ...headline(opened, 'lanes open again', (one) => `open again: ${laneName(one)}`),
];

const headline = <T>(all: readonly T[], what: string, ofOne: (one: T) => string): readonly string[] => {
  const [first] = all;
  if (first === undefined) return [];
  return [all.length === 1 ? ofOne(first) : `${all.length} ${what}`];
};

const causeLines = (group: LetterGroup, options: string): readonly string[] => [
  `${errorName(group)}: ${wordsOf(group).title.en}`,
  `  letters: ${group.count}, of ${ownerText(group)}`,
  ...group.places.map((place) => `  it is about: ${toPlaceText(place)}`),
  `  mended by: ${menderText(group.fixedBy)}`,
  `  look: npx bridge dlq list --cause ${group.cause}${options}`,
];

/** A message that was never merged may name no shop, and its account is not known. */
const ownerText = ({ shop, lines }: LetterGroup): string => {
  const account = lines[0]?.account ?? '';
  return `${shop === '' ? 'no known shop' : `the shop ${shop}`}${account === '' ? '' : ` (CO3 account ${account})`}`;
};

/** A value stands here only where it is one of the settings: a cause holds no buyer's. */
const toPlaceText = ({ path, value }: CausePlace): string => `${path}${value === '' ? '' : ` «${cut(value)}»`}`;

const cut = (value: string): string => {
  const chars = [...value];
  return chars.length <= VALUE_LENGTH ? value : `${chars.slice(0, VALUE_LENGTH).join('')}…`;
};

const heldLines = (one: HeldLane, waiting: Waiting, options: string): readonly string[] => {
  const due = waiting.get(one.account);
  return [
    `Held: ${laneName(one)}, ${toHoldText(one.hold)}`,
    ...(due === undefined || one.what === 'catalogue'
      ? []
      : [`  orders that wait: ${due.count}${due.isMore ? ' or more' : ''}; nothing is lost`]),
    one.hold.until === null ? '  it waits for a person' : '  it is tried again by itself',
    `  mended by: ${holdMenderText(one.hold)}`,
    `  look: npx bridge lane list${options}`,
  ];
};

const openedLines = (one: ToldHold, options: string): readonly string[] => [
  `Open again: ${laneName(one)}; what has waited goes on`,
  `  look: npx bridge lane list${options}`,
];

const laneName = ({ account, what }: Pick<ToldHold, 'account' | 'what'>): string => {
  const lane = account === ADDRESS_LANE ? 'every lane (our address)' : `the lane of ${account}`;
  return what === 'all' ? lane : `products and stock of ${account}`;
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What shop and CO3 have written cannot begin a line of its own, turn the direction of writing or hide anything. */
const toQuietLine = (line: string): string => line.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ');

const toSubject = (subject: string): string => {
  const ascii = subject
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/g, '?');
  return ascii.length < SUBJECT_LENGTH ? ascii : `${ascii.slice(0, SUBJECT_LENGTH - 4)}...`;
};
