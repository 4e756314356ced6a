import type { Letter } from '../../dead-letters/letter.ts';
import { type Block, code, facts, table, text, title } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';
import { toPrettyXml } from '../view/pretty-xml.ts';
import { toSpanText, toTimeText } from '../view/time-text.ts';

/** One letter's story. `markers` are those of its order's documents that got no answer. */
export const showBlocks = (
  letter: Letter,
  markers: readonly string[],
  now: number,
  lang: Language,
  whereText: string,
): readonly Block[] => [
  title(`Letter ${letter.id}`),
  facts(
    [letter.subject.kind === 'order' ? 'order' : 'message', `${letter.subject.label} (${letter.subject.id})`],
    ['shop', letter.shop],
    ['account', letter.account],
    ['state', letter.state],
    ['parked', `${toTimeText(letter.parkedAt)}, ${toSpanText(now - Date.parse(letter.parkedAt))} ago`],
    ['tried', `${letter.tries.count} times, last ${toTimeText(letter.tries.last)}`],
  ),
  title('What happened'),
  ...errorBlocks(withId(letter, whereText), lang),
  ...(markers.length === 0 ? [] : [text(`Look in CO3 for an invoice whose comment holds:\n  ${markers.join('\n  ')}`)]),
  ...(letter.state === 'closing'
    ? [text('It is answered: nothing is left to be done, and its message leaves the queue within minutes.')]
    : []),
  ...(letter.call === null
    ? [
        text(
          isUnknown(letter)
            ? 'Its worker ended before the call could be kept here.'
            : 'Nothing was sent to CO3 for it.',
        ),
      ]
    : [title(`What was sent (${letter.call.method})`), code(toPrettyXml(letter.call.xml))]),
  title('History'),
  table(
    ['  when', 'what', 'by', 'why'],
    letter.history.map(({ at, action, by, why }) => [`  ${toTimeText(at)}`, action, by, why === '' ? '—' : why]),
  ),
];

const isUnknown = ({ error }: Letter): boolean => error.name === 'OutcomeUnknown';

// The catalogue's advice is for every letter; here it names this one, ready to be pasted.
const withId = ({ id, error }: Letter, whereText: string): Letter['error'] => {
  const command = `npx bridge dlq redrive ${id}${whereText}`;
  const named = (advice: string): string => advice.replaceAll('bridge dlq redrive ID', command);
  return { ...error, advice: { en: named(error.advice.en), hu: named(error.advice.hu) } };
};
