import type { LetterError } from '../../dead-letters/letter.ts';
import type { Answer } from '../../dead-letters/possible-answers.ts';
import { type Html, html } from '../html.ts';
import { ANSWERS } from '../texts/answers.ts';
import { LETTER } from '../texts/letter.ts';
import type { Language } from '../texts/texts.ts';
import { code } from './inline.ts';

/** The catalogue's advice for this page: commands that have a button here lead to it. */
export const adviceText = ({ advice }: Pick<LetterError, 'advice'>, lang: Language): Html =>
  code(advice[lang], (piece) => command(piece, lang));

const command = (text: string, lang: Language): Html => {
  if (text.startsWith('bridge dlq show')) return html`${LETTER[lang].thisPage}`;
  const answer = BUTTONS.find(([beginning]) => text.startsWith(beginning))?.[1];
  return answer === undefined ? html`<code>${text}</code>` : html`<a href="#answers">${ANSWERS[lang][answer].name}</a>`;
};

// `--send-again` is a redrive too, so that it stands first.
const BUTTONS: readonly (readonly [string, Answer])[] = [
  ['bridge dlq redrive ID --send-again', 'send-again'],
  ['bridge dlq redrive', 'redrive'],
  ['bridge dlq adopt', 'adopt'],
  ['bridge dlq discard', 'discard'],
];
