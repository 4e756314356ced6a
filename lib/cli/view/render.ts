import { toPlainLine, toPlainText } from '../../event/plain-text.ts';
import type { Block, Tone } from './block.ts';
import { toTableText } from './table-text.ts';

export interface Screen {
  readonly color: boolean;
  /** Undefined where nothing is to be wrapped. */
  readonly width: number | undefined;
}

/** The blocks as text for a terminal. The only place where colours are made, and where texts from outside lose theirs. */
export const render = (blocks: readonly Block[], screen: Screen): string =>
  blocks.map((block) => `${renderBlock(block, screen)}\n`).join('\n');

/** Colours are for people at a terminal who did not ask for none (https://no-color.org). */
export const wantsColor = (isTTY: boolean, env: Readonly<Record<string, string | undefined>>): boolean =>
  isTTY && (env['NO_COLOR'] ?? '') === '';

const renderBlock = (block: Block, screen: Screen): string => {
  const paint = (words: string, style: Style): string => (screen.color ? `${STYLES[style]}${words}${RESET}` : words);
  switch (block.kind) {
    case 'title':
      return paint(toPlainLine(block.text), 'bold');
    case 'text': {
      const words = toPlainText(block.text);
      return block.tone === undefined ? words : paint(words, block.tone);
    }
    case 'facts':
      return toTableText(
        [],
        block.facts.map(([name, value]) => [`  ${toPlainLine(name)}`, toPlainText(value)]),
        screen.width,
      );
    case 'table': {
      const [head = '', ...rows] = toTableText(
        block.head.map(toPlainLine),
        block.rows.map((row) => row.map(toPlainText)),
        screen.width,
      ).split('\n');
      return [paint(head, 'bold'), ...rows].join('\n');
    }
    case 'code':
      return toPlainText(block.text)
        .split('\n')
        .map((line) => (line === '' ? '' : `  ${line}`))
        .join('\n');
    default:
      return block satisfies never;
  }
};

type Style = Tone | 'bold';

const RESET = '\u001b[0m';
const STYLES = { bold: '\u001b[1m', good: '\u001b[32m', bad: '\u001b[31m' } as const satisfies Record<Style, string>;
