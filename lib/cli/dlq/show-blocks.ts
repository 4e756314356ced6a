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
  ...errorBlocks(letter.error, lang),
  ...(markers.length === 0 ? [] : [text(`Look in CO3 for an invoice whose comment holds:\n  ${markers.join('\n  ')}`)]),
  ...(letter.call === null
    ? [text('Nothing was sent to CO3 for it.')]
    : [title(`What was sent (${letter.call.method})`), code(toPrettyXml(letter.call.xml))]),
  title('History'),
  table(
    ['  when', 'what', 'by', 'why'],
    letter.history.map(({ at, action, by, why }) => [`  ${toTimeText(at)}`, action, by, why === '' ? '—' : why]),
  ),
];
