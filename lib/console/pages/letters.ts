import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { count } from '../parts/amount.ts';
import { select } from '../parts/form.ts';
import { code } from '../parts/inline.ts';
import { letterTable } from '../parts/letter-table.ts';
import { MENDERS } from '../texts/letter-words.ts';
import { LETTERS } from '../texts/letters.ts';
import type { View } from '../view.ts';
import { type FoundLetters, filterAddress, type LetterFilter } from './letter-filter.ts';

/** The open letters that a person asks for. */
export const lettersPage = (
  view: View,
  { lines, found, open, page, pages }: FoundLetters,
  filter: LetterFilter,
  shops: readonly string[],
): Html => {
  const words = LETTERS[view.lang];
  const caption = words.caption(count(lines.length, view.lang), count(found, view.lang));
  return layout(view, {
    title: words.title,
    at: 'letters',
    body: html`<h1>${words.title}</h1>
      ${open === 0 ? html`<p>${words.none}</p>` : filters(view, filter, shops)}
      ${found > 0 ? [letterTable(view, caption, lines), html`<p class="hint">${code(words.keys)}</p>`] : open > 0 && html`<p>${words.noneFound}</p>`}
      ${pages > 1 && pager(view, filter, page, pages)}`,
  });
};

const filters = ({ lang }: View, filter: LetterFilter, shops: readonly string[]): Html => {
  const words = LETTERS[lang];
  const isFiltered = filterAddress({ ...filter, page: 1 }) !== '/letters';
  return html`<form class="filters" action="/letters" role="search" aria-label="${words.filters}">
    <label>${words.words} <input type="search" name="words" value="${filter.words}"></label>
    ${select(words.shop, 'shop', filter.shop, [['', words.allShops], ...shops.map((shop) => [shop, shop] as const)])}
    ${select(words.mender, 'mender', filter.mender, [['', words.anybody], ...Object.entries(MENDERS[lang])])}
    ${filter.cause !== '' && html`<label class="check"><input type="checkbox" name="cause" value="${filter.cause}" checked> ${words.cause}</label>`}
    <button>${words.apply}</button>
    ${isFiltered && html`<a href="/letters">${words.all}</a>`}
  </form>`;
};

const pager = ({ lang }: View, filter: LetterFilter, page: number, pages: number): Html => {
  const words = LETTERS[lang];
  return html`<nav class="pager" aria-label="${words.pages}">
    ${page > 1 && html`<a href="${filterAddress({ ...filter, page: page - 1 })}" rel="prev">${words.newer}</a>`}
    <span>${page} / ${pages}</span>
    ${page < pages && html`<a href="${filterAddress({ ...filter, page: page + 1 })}" rel="next">${words.older}</a>`}
  </nav>`;
};
