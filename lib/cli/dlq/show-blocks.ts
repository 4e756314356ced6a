import type { Letter } from '../../dead-letters/letter.ts';
import { type Block, code, facts, table, text, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';
import { toPrettyXml } from '../view/pretty-xml.ts';
import { toSpanText, toTimeText } from '../view/time-text.ts';

/** One letter's story, with the evidence that a person needs where CO3's answer is missing. */
export const showBlocks = (
  letter: Letter,
  evidence: readonly Block[],
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
    ['tried', `${letter.tries.count} times, last ${toTimeText(letter.tries.last)}`],
  ),
  title('What happened'),
  ...errorBlocks(withId(letter, whereText), lang),
  ...evidence,
  ...(letter.state === 'closing'
    ? [text('It is answered: nothing is left to be done, and its message leaves the queue within minutes.')]
    : []),
  ...callBlocks(letter),
  title('History'),
  table(
    ['  when', 'what', 'by', 'why'],
    letter.history.map(({ at, action, by, why }) => [`  ${toTimeText(at)}`, action, by, why === '' ? '—' : why]),
  ),
];

const callBlocks = ({ call, error }: Letter): readonly Block[] => {
  if (call !== null) return [title(`What was sent (${call.method})`), code(toPrettyXml(call.xml))];
  if (error.name === 'OutcomeUnknown') return [text('Its worker ended before the call could be kept here.')];
  return ABOUT_SENT.has(error.name) ? [] : [text('Nothing was sent to CO3 for it.')];
};

// What was sent earlier is what these are about.
const ABOUT_SENT: ReadonlySet<string> = new Set([
  'DocumentIdUnknown',
  'DuplicateFound',
  'AmountDiffers',
  'InvoiceMissingInCo3',
  'ProductNotConfirmed',
]);

// The catalogue's advice is for every letter; here it names this one, ready to be pasted.
const withId = ({ id, error }: Letter, whereText: string): Letter['error'] => {
  const named = (advice: string): string =>
    advice.replaceAll(/bridge dlq (adopt|redrive|discard) ID/g, `npx bridge dlq $1 ${id}${whereText}`);
  return { ...error, advice: { en: named(error.advice.en), hu: named(error.advice.hu) } };
};
