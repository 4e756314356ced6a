import { correctionsOf } from '../../deliver/corrections/correction.ts';
import type { OrderRecord } from '../../deliver/records.ts';
import { html, type Part } from '../html.ts';
import { CORRECTION } from '../texts/correction.ts';
import type { Language } from '../texts/texts.ts';
import { longText } from './facts.ts';

/** What people have put in the place of what the shop sends; what holds no more is told so. */
export const correctionsMade = (order: OrderRecord, lang: Language): Part => {
  const words = CORRECTION[lang];
  const all = correctionsOf(order);
  if (all.length === 0) return null;
  const heads = [words.place, words.shopSays, words.here, words.by, words.why];
  const shown = (text: string): Part => (text === '' ? words.nothing : longText(text));
  return html`<div class="scroll"><table>
    <caption>${words.made}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${all.map(
      ({ path, old, new: value, by, why, endedAt }) => html`<tr>
        <th scope="row"><code>${path}</code>${endedAt !== null && html` <small>${words.ended}</small>`}</th>
        <td>${shown(old)}</td>
        <td>${endedAt === null ? html`<ins>${shown(value)}</ins>` : html`<del>${shown(value)}</del>`}</td>
        <td>${by}</td>
        <td>${why === '' ? '—' : why}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
};
