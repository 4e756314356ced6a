import type { FixedBy } from '../../dead-letters/letter.ts';
import type { LetterLine } from '../../dead-letters/letter-line.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { MENDERS } from '../texts/letter-words.ts';
import { OVERVIEW } from '../texts/overview.ts';
import type { View } from '../view.ts';

/** What waits for whom. */
export const overviewPage = (view: View, lines: readonly LetterLine[]): Html => {
  const words = OVERVIEW[view.lang];
  return layout(view, {
    title: words.title,
    at: 'overview',
    body: html`<h1>${words.title}</h1>
      <p>${lines.length === 0 ? words.none : words.open(lines.length)}</p>
      ${lines.length > 0 && mendersTable(view, lines)}`,
  });
};

const mendersTable = ({ lang }: View, lines: readonly LetterLine[]): Html => {
  const words = OVERVIEW[lang];
  const counted = [...Map.groupBy(lines, ({ fixedBy }) => fixedBy)].toSorted(([, a], [, b]) => b.length - a.length);
  return html`<table>
    <caption>${words.byMender}</caption>
    <thead><tr><th scope="col">${words.mender}</th><th scope="col" class="number">${words.letters}</th></tr></thead>
    <tbody>${counted.map(([mender, some]) => menderRow(lang, mender, some.length))}</tbody>
  </table>`;
};

const menderRow = (lang: View['lang'], mender: FixedBy, count: number): Html =>
  html`<tr><th scope="row">${MENDERS[lang][mender]}</th><td class="number">${count}</td></tr>`;
