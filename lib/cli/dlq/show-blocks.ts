import { toPrettyXml } from '../../co3/pretty-xml.ts';
import type { Letter, LetterHistory } from '../../dead-letters/letter.ts';
import { sentCallOf } from '../../dead-letters/sent-call.ts';
import { type Block, code, facts, table, text, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';
import { toSpanText, toTimeText } from '../view/time-text.ts';

/** One letter's story. `more` is what a person needs besides: the evidence where CO3's answer is missing, and what can be corrected. */
export const showBlocks = (
  letter: Letter,
  more: readonly Block[],
  now: number,
  lang: Language,
  whereText: string,
): readonly Block[] => [
  title(`Letter ${letter.id}`),
  facts(
    [letter.subject.kind, `${letter.subject.label} (${letter.subject.id})`],
    ['shop', letter.shop],
    ['account', letter.account],
    ['state', letter.state],
    ['parked', `${toTimeText(letter.parkedAt)}, ${toSpanText(now - Date.parse(letter.parkedAt))} ago`],
    ['tried', triedText(letter.tries)],
  ),
  title('What happened'),
  ...errorBlocks(withId(letter, whereText), lang),
  ...more,
  ...(letter.state === 'closing'
    ? [text('It is answered: nothing is left to be done, and its message leaves the queue within minutes.')]
    : []),
  ...callBlocks(letter),
  title('History'),
  table(
    ['  when', 'what', 'by', 'why'],
    letter.history.map((entry) => [`  ${toTimeText(entry.at)}`, entry.action, entry.by, whyText(entry)]),
  ),
];

const whyText = ({ changes, why }: LetterHistory): string => {
  const told = [...changes.map(({ path, old, new: value }) => `${path}: ${quoted(old)} → ${quoted(value)}`), why];
  return told.filter((line) => line !== '').join('\n') || '—';
};

const quoted = (value: string): string => `«${value}»`;

const triedText = ({ count, last }: Letter['tries']): string =>
  count === 1 ? `once, ${toTimeText(last)}` : `${count} times, last ${toTimeText(last)}`;

const callBlocks = (letter: Letter): readonly Block[] => {
  const sent = sentCallOf(letter);
  switch (sent) {
    case 'lost':
      return [text('Its worker ended before the call could be kept here.')];
    case 'nothing-sent':
      return [text('Nothing was sent to CO3 for it.')];
    case 'earlier':
      return [];
    default:
      return [title(`What was sent (${sent.method})`), code(toPrettyXml(sent.xml))];
  }
};

// The catalogue's advice is for every letter; here it names this one, ready to be pasted.
const withId = ({ id, error }: Letter, whereText: string): Letter['error'] => {
  const named = (advice: string): string =>
    advice.replaceAll(/bridge dlq (adopt|redrive|discard) ID/g, `npx bridge dlq $1 ${id}${whereText}`);
  return { ...error, advice: { en: named(error.advice.en), hu: named(error.advice.hu) } };
};
