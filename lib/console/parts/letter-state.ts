import type { Letter } from '../../dead-letters/letter.ts';
import { type Html, html, type Part } from '../html.ts';
import type { LetterData } from '../letter-data.ts';
import { LETTER } from '../texts/letter.ts';
import type { Language } from '../texts/texts.ts';
import { asksAgain } from './asks-again.ts';
import { letterAddress, stateBadge } from './letter-table.ts';

/** Where a letter stands; as long as it is under way the browser asks again every two seconds. */
export const letterState = ({ record: { letter }, order }: LetterData, lang: Language): Html =>
  html`<div id="state" role="status"${isUnderWay(letter) && asksAgain(`${letterAddress(letter.id)}/state`, 2)}>
    ${stateBadge(letter.state, lang)}
    ${isAnswered(letter) && html`<p>${LETTER[lang].answered}</p>`}
    ${successor(letter, order?.letter?.id, lang)}
  </div>`;

export const isUnderWay = ({ state }: Letter): boolean => state === 'redriving' || state === 'parking';

const isAnswered = ({ state }: Letter): boolean => state === 'closing' || state === 'closed';

const successor = (letter: Letter, other: string | undefined, lang: Language): Part =>
  isAnswered(letter) &&
  other !== undefined &&
  other !== letter.id &&
  html`<p>${LETTER[lang].moved} <a href="${letterAddress(other)}">${LETTER[lang].toOther}</a></p>`;
