import type { ReadAnswer } from '../../co3/answer.ts';
import type { XmlElement } from '../../co3/xml.ts';
import { type Block, bad, code, good } from '../view/block.ts';
import { errorBlocks, type Language } from '../view/error-blocks.ts';

/** What CO3 answered, for people. */
export const answerBlocks = (answer: ReadAnswer, lang: Language): readonly Block[] => {
  switch (answer.kind) {
    case 'acknowledged':
      return [good(answer.id === null ? 'Done; CO3 names no id.' : `Done, with the id ${answer.id}.`)];
    case 'data':
      return [good('Data:'), code(toOutline(answer.root, 0).join('\n'))];
    case 'refused':
      return [bad('Refused; nothing was done:'), ...answer.errors.flatMap((error) => errorBlocks(error, lang))];
    case 'unreadable':
      return [bad(`No answer of CO3’s can be read from it: ${answer.why}. Whether the call was done is not known.`)];
    default:
      return answer satisfies never;
  }
};

const toOutline = (element: XmlElement, depth: number): readonly string[] => [
  `${'  '.repeat(depth)}${element.name}${element.text.trim() === '' ? '' : `: ${element.text.trim()}`}`,
  ...element.children.flatMap((child) => toOutline(child, depth + 1)),
];
