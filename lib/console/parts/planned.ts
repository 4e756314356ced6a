import type { Prediction } from '../../co3/predict.ts';
import { toPrettyXml } from '../../co3/pretty-xml.ts';
import type { PlannedCalls } from '../../deliver/planned-calls.ts';
import type { DocumentRow } from '../../translate/drafts.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../texts/texts.ts';
import { WAITING } from '../texts/waiting.ts';
import { amount } from './amount.ts';
import { longText } from './facts.ts';
import { headline, technicalName } from './headline.ts';
import { listing } from './listing.ts';

/** What would be sent: the rows with their sum, what CO3 is likely to say of it, and the requests. */
export const planned = ({ rows, owedMinor, currency, calls, predictions }: PlannedCalls, lang: Language): Html => {
  const words = WAITING[lang];
  const money = (minor: number): string => amount(minor, currency, lang);
  return html`${predictions.map((one) => prediction(one, lang))}
    <div class="scroll"><table class="rows">
      <caption>${words.owed}: ${money(owedMinor)}</caption>
      <thead><tr><th scope="col">${words.item}</th>${[words.quantity, words.net, words.vat, words.gross].map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => rowOf(row, money))}</tbody>
      <tfoot><tr><th scope="row" colspan="4">${words.sum}</th><td class="number">${money(rows.reduce((sum, row) => sum + row.grossMinor, 0))}</td></tr></tfoot>
    </table></div>
    ${calls.map(({ method, xml }) => listing(method, toPrettyXml(xml)))}`;
};

const rowOf = (
  { name, quantity, unit, unitNet, vat, grossMinor }: DocumentRow,
  money: (minor: number) => string,
): Html =>
  html`<tr><th scope="row">${longText(name)}</th><td class="number">${quantity} ${unit}</td><td class="number">${unitNet}</td><td class="number">${vat}</td><td class="number">${money(grossMinor)}</td></tr>`;

const prediction = ({ error, certain }: Prediction, lang: Language): Html =>
  html`<p class="told bad">${certain ? WAITING[lang].certain : WAITING[lang].likely} ${headline(error, lang)} <small>${technicalName(error)}</small></p>`;
