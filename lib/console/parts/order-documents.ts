import type { LiveDocument } from '../../deliver/step-records.ts';
import { html, type Part } from '../html.ts';
import { ORDER } from '../texts/order.ts';
import type { Language } from '../texts/texts.ts';
import { amount } from './amount.ts';
import { time } from './moment.ts';
import { scroll } from './scroll.ts';

/** What CO3 has of an order. */
export const orderDocuments = (documents: readonly LiveDocument[], lang: Language): Part => {
  const words = ORDER[lang];
  if (documents.length === 0) return null;
  return scroll(
    words.documents,
    html`<table>
    <caption>${words.documents}</caption>
    <thead><tr><th scope="col">${words.document}</th><th scope="col">${words.id}</th><th scope="col">${words.issued}</th><th scope="col" class="number">${words.amount}</th></tr></thead>
    <tbody>${documents.map(
      ({ purpose, id, issuedAt, totalMinor, shownMinor, currency }) => html`<tr>
        <th scope="row">${purpose}</th>
        <td>${id ?? '—'}</td>
        <td>${time(issuedAt, lang)}</td>
        <td class="number">${amount(totalMinor, currency, lang)}${shownMinor !== null && html`<div><mark>${words.shown(amount(shownMinor, currency, lang))}</mark></div>`}</td>
      </tr>`,
    )}</tbody>
  </table>`,
  );
};
