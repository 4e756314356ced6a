import type { LetterGroup } from '../../dead-letters/groups.ts';
import type { ReadLane } from '../../deliver/lane-line.ts';
import type { DailyLetters } from '../daily-letters.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { causeTable } from '../parts/cause-table.ts';
import { lanesPart } from '../parts/lanes.ts';
import { lettersChart } from '../parts/letters-chart.ts';
import { OVERVIEW } from '../texts/overview.ts';
import type { View } from '../view.ts';

export interface OverviewData {
  readonly groups: readonly LetterGroup[];
  readonly daily: DailyLetters;
  readonly lanes: readonly ReadLane[];
}

/** What waits, and for whom; since when; and whether calls go to CO3. */
export const overviewPage = (view: View, { groups, daily, lanes }: OverviewData): Html => {
  const words = OVERVIEW[view.lang];
  return layout(view, {
    title: words.title,
    at: 'overview',
    body: html`<h1>${words.title}</h1>
      <div class="overview">
        <div>${groups.length === 0 ? html`<p>${words.none}</p>` : causeTable(view, groups)}${lettersChart(daily, view.lang)}</div>
        ${lanesPart(view, lanes)}
      </div>`,
  });
};
