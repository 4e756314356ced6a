import type { LetterGroup } from '../../dead-letters/groups.ts';
import { type Html, html } from '../html.ts';
import { MENDERS } from '../texts/letter-words.ts';
import { OVERVIEW } from '../texts/overview.ts';
import type { View } from '../view.ts';
import { amount, count } from './amount.ts';
import { headline, technicalName } from './headline.ts';
import { ago } from './moment.ts';

/** The causes for which letters are open; each leads to its letters. */
export const causeTable = (view: View, groups: readonly LetterGroup[]): Html => {
  const words = OVERVIEW[view.lang];
  const letters = groups.reduce((sum, group) => sum + group.count, 0);
  return html`<div class="scroll"><table data-keys>
    <caption>${words.causes(count(letters, view.lang), count(groups.length, view.lang))}</caption>
    <thead><tr>
      <th scope="col">${words.what}</th>
      <th scope="col" class="wide">${words.shop}</th>
      <th scope="col" class="wide">${words.mender}</th>
      <th scope="col" class="number">${words.letters}</th>
      <th scope="col" class="number">${words.atStake}</th>
      <th scope="col" class="wide">${words.newest}</th>
    </tr></thead>
    <tbody>${groups.map((group) => row(view, group))}</tbody>
  </table></div>`;
};

const row = ({ lang, now }: View, group: LetterGroup): Html =>
  html`<tr>
    <th scope="row"><a href="${causeAddress(group.cause)}">${headline(group, lang)}</a>
      <small>${technicalName(group)}</small>
      ${group.places.map(({ path, value }) => html`<div class="place-line"><code>${path}</code>${value !== '' && html` <bdi>${value}</bdi>`}</div>`)}</th>
    <td class="wide shop">${group.shop}</td>
    <td class="wide">${MENDERS[lang][group.fixedBy]}</td>
    <td class="number">${count(group.count, lang)}</td>
    <td class="number">${group.atStake.length === 0 ? '—' : group.atStake.map(({ minor, currency }) => html`<div>${amount(minor, currency, lang)}</div>`)}</td>
    <td class="wide">${ago(group.newest, now, lang)}</td>
  </tr>`;

export const causeAddress = (cause: string): string => `/causes/${encodeURIComponent(cause)}`;
