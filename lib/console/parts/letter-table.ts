import type { LetterLine, LinePlace } from '../../dead-letters/letter-line.ts';
import { type Html, html } from '../html.ts';
import { STATES } from '../texts/letter-words.ts';
import { LETTERS } from '../texts/letters.ts';
import type { Language } from '../texts/texts.ts';
import type { View } from '../view.ts';
import { amount } from './amount.ts';
import { headline, technicalName } from './headline.ts';
import { ago } from './moment.ts';

/** A table of letters, whose first cells lead to them. */
export const letterTable = (view: View, caption: string, lines: readonly LetterLine[]): Html => {
  const words = LETTERS[view.lang];
  return html`<div class="scroll"><table class="letters" data-keys>
    <caption>${caption}</caption>
    <thead><tr>
      <th scope="col">${words.about}</th>
      <th scope="col">${words.what}</th>
      <th scope="col">${words.where}</th>
      <th scope="col" class="wide">${words.shop}</th>
      <th scope="col" class="number">${words.atStake}</th>
      <th scope="col">${words.since}</th>
      <th scope="col" class="wide">${words.state}</th>
    </tr></thead>
    <tbody>${lines.map((line) => row(view, line))}</tbody>
  </table></div>`;
};

const row = ({ lang, now }: View, line: LetterLine): Html =>
  html`<tr>
    <th scope="row"><a href="${letterAddress(line.id)}">${line.label}</a></th>
    <td>${headline(line, lang)} <small>${technicalName(line)}</small></td>
    <td>${line.places.map(place)}</td>
    <td class="wide shop">${line.shop}</td>
    <td class="number">${line.atStake === null ? '—' : amount(line.atStake.minor, line.atStake.currency, lang)}</td>
    <td>${ago(line.parkedAt, now, lang)}</td>
    <td class="wide">${stateBadge(line.state, lang)}</td>
  </tr>`;

const place = ({ path, tag, value }: LinePlace): Html =>
  html`<div><code>${path === '' ? tag : path}</code>${value !== '' && html` <bdi>${value}</bdi>`}</div>`;

export const stateBadge = (state: LetterLine['state'], lang: Language): Html =>
  html`<span class="badge ${state}">${STATES[lang][state]}</span>`;

export const letterAddress = (id: string): string => `/letters/${encodeURIComponent(id)}`;
