import type { LetterGroup } from '../../dead-letters/groups.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { causeTable } from '../parts/cause-table.ts';
import { OVERVIEW } from '../texts/overview.ts';
import type { View } from '../view.ts';

/** What waits, and for whom. */
export const overviewPage = (view: View, groups: readonly LetterGroup[]): Html => {
  const words = OVERVIEW[view.lang];
  return layout(view, {
    title: words.title,
    at: 'overview',
    body: html`<h1>${words.title}</h1>${groups.length === 0 ? html`<p>${words.none}</p>` : causeTable(view, groups)}`,
  });
};
