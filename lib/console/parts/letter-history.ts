import type { Letter, LetterChange, LetterHistory } from '../../dead-letters/letter.ts';
import { type Html, html } from '../html.ts';
import { ACTIONS, CLOSINGS } from '../texts/history.ts';
import { LETTER } from '../texts/letter.ts';
import type { Language } from '../texts/texts.ts';
import { longText, section } from './facts.ts';
import { time } from './moment.ts';
import { scroll } from './scroll.ts';

/** All that has happened to a letter. */
export const letterHistory = ({ history }: Letter, lang: Language): Html => {
  const words = LETTER[lang];
  const heads = [words.when, words.what, words.by, words.why];
  return section(
    'history',
    words.history,
    scroll(
      words.history,
      html`<table>
      <caption class="unseen">${words.history}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${history.map(
        (entry) =>
          html`<tr><td>${time(entry.at, lang)}</td><th scope="row">${ACTIONS[lang][entry.action]}</th><td>${entry.by}</td><td>${entry.changes.map(changeOf)}${whyOf(entry, lang)}</td></tr>`,
      )}</tbody>
    </table>`,
    ),
  );
};

const changeOf = ({ path, old, new: value }: LetterChange): Html =>
  html`<div><code>${path}</code>: <del>${longText(old)}</del> → <ins>${longText(value)}</ins></div>`;

const whyOf = ({ action, why, changes }: LetterHistory, lang: Language): string => {
  if (why === '') return changes.length === 0 ? '—' : '';
  const known = CLOSINGS[lang];
  return action === 'closed' && Object.hasOwn(known, why) ? (known[why] ?? why) : why;
};
