import type { Letter, LetterHistory } from '../../dead-letters/letter.ts';
import { type Html, html } from '../html.ts';
import { ACTIONS, CLOSINGS } from '../texts/history.ts';
import { LETTER } from '../texts/letter.ts';
import type { Language } from '../texts/texts.ts';
import { section } from './facts.ts';
import { time } from './moment.ts';

/** All that has happened to a letter. */
export const letterHistory = ({ history }: Letter, lang: Language): Html => {
  const words = LETTER[lang];
  const heads = [words.when, words.what, words.by, words.why];
  return section(
    'history',
    words.history,
    html`<div class="scroll"><table>
      <caption class="unseen">${words.history}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${history.map(
        (entry) =>
          html`<tr><td>${time(entry.at, lang)}</td><th scope="row">${ACTIONS[lang][entry.action]}</th><td>${entry.by}</td><td>${whyOf(entry, lang)}</td></tr>`,
      )}</tbody>
    </table></div>`,
  );
};

const whyOf = ({ action, why }: LetterHistory, lang: Language): string => {
  if (why === '') return '—';
  const known = CLOSINGS[lang];
  return action === 'closed' && Object.hasOwn(known, why) ? (known[why] ?? why) : why;
};
