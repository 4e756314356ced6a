import type { WaitingFor, WaitingLine } from '../../deliver/waiting-line.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { amount, count } from '../parts/amount.ts';
import { ago } from '../parts/moment.ts';
import { WAITING } from '../texts/waiting.ts';
import type { View } from '../view.ts';

/** The most that are shown at once: what is older comes up as those are released. */
export const ORDERS_SHOWN = 200;

const KINDS = ['release', 'shadow'] as const satisfies readonly WaitingFor[];

/** The orders that a person can release. */
export const waitingPage = (view: View, of: WaitingFor, lines: readonly WaitingLine[]): Html => {
  const words = WAITING[view.lang];
  const tab = (kind: WaitingFor): Html =>
    html`<li><a href="/orders${kind === 'shadow' && '?of=shadow'}"${kind === of && html` aria-current="page"`}>${words.kinds[kind]}</a></li>`;
  return layout(view, {
    title: words.title,
    at: 'orders',
    body: html`<h1>${words.title}</h1>
      <nav class="tabs" aria-label="${words.title}"><ul>${KINDS.map(tab)}</ul></nav>
      <p>${lines.length === 0 ? words.none[of] : words.intro[of]}</p>
      ${lines.length > 0 && table(view, lines)}`,
  });
};

const table = (view: View, lines: readonly WaitingLine[]): Html => {
  const words = WAITING[view.lang];
  const shown = lines.slice(0, ORDERS_SHOWN);
  return html`<div class="scroll"><table class="letters" data-keys>
    <caption>${words.caption(count(shown.length, view.lang), count(lines.length, view.lang))}</caption>
    <thead><tr><th scope="col">${words.number}</th><th scope="col">${words.shop}</th><th scope="col" class="wide">${words.account}</th><th scope="col" class="number">${words.amount}</th><th scope="col">${words.ordered}</th></tr></thead>
    <tbody>${shown.map(
      ({ key, number, shop, account, minor, currency, createdAt }) => html`<tr>
        <th scope="row"><a href="${orderAddress(key)}">${number}</a></th>
        <td>${shop}</td>
        <td class="wide">${account}</td>
        <td class="number">${amount(minor, currency, view.lang)}</td>
        <td>${ago(createdAt, view.now, view.lang)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
};

export const orderAddress = (key: string): string => `/orders/${encodeURIComponent(key)}`;
