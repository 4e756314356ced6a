import type { LetterLine } from '../../dead-letters/letter-line.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { time } from '../parts/inline.ts';
import { MENDERS, STATES } from '../texts/letter-words.ts';
import { LETTERS } from '../texts/letters.ts';
import type { View } from '../view.ts';

/** All letters that are open. */
export const lettersPage = (view: View, lines: readonly LetterLine[]): Html => {
  const words = LETTERS[view.lang];
  return layout(view, {
    title: words.title,
    at: 'letters',
    body: html`<h1>${words.title}</h1>${lines.length === 0 ? html`<p>${words.none}</p>` : lettersTable(view, lines)}`,
  });
};

const lettersTable = (view: View, lines: readonly LetterLine[]): Html => {
  const words = LETTERS[view.lang];
  const heads = [words.about, words.what, words.shop, words.mender, words.since, words.state];
  return html`<table>
    <caption>${words.caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${lines.map((line) => letterRow(view, line))}</tbody>
  </table>`;
};

const letterRow = ({ lang }: View, line: LetterLine): Html =>
  html`<tr>
    <th scope="row">${line.label}</th>
    <td>${line.code === null ? '' : `${line.code} `}${line.name}</td>
    <td>${line.shop}</td>
    <td>${MENDERS[lang][line.fixedBy]}</td>
    <td>${time(line.parkedAt, lang)}</td>
    <td>${STATES[lang][line.state]}</td>
  </tr>`;
