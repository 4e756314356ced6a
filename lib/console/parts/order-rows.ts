import type { OrderRow, OrderSnapshot } from '../../event/snapshot.ts';
import { type Html, html } from '../html.ts';
import { ORDER } from '../texts/order.ts';
import type { Language } from '../texts/texts.ts';
import { amount } from './amount.ts';
import { longText } from './facts.ts';
import { scroll } from './scroll.ts';

/** The order's rows with net, VAT and gross, their sums by rate, and the total that the shop names. */
export const orderRows = (order: OrderSnapshot, lang: Language): Html => {
  const words = ORDER[lang];
  const { rows, currency } = order;
  const money = (minor: number): string => amount(minor, currency, lang);
  const rates = Map.groupBy(rows, rateText);
  return scroll(
    words.rows,
    html`<table class="rows">
    <caption>${words.rows}</caption>
    <thead><tr>
      <th scope="col">${words.item}</th>
      ${[words.quantity, words.vat, words.net, words.tax, words.gross].map((head) => html`<th scope="col" class="number">${head}</th>`)}
    </tr></thead>
    <tbody>${rows.map((row) => rowOf(row, money))}</tbody>
    <tfoot>
      ${rates.size > 1 && [...rates].map(([rate, some]) => sumRow(`${words.sum}, ${rate}`, some, money))}
      ${sumRow(words.sum, rows, money)}
      ${totalRow(words.total, money(order.totalMinor))}
      ${order.currentTotalMinor !== order.totalMinor && totalRow(words.afterEdits, money(order.currentTotalMinor))}
    </tfoot>
  </table>`,
  );
};

type Money = (minor: number) => string;

const rowOf = (row: OrderRow, money: Money): Html =>
  html`<tr>
    <th scope="row">${longText(row.name)}${row.sku !== '' && html` <small>${row.sku}</small>`}</th>
    <td class="number">${row.quantity === row.currentQuantity ? row.quantity : `${row.quantity} → ${row.currentQuantity}`}</td>
    <td class="number">${rateText(row)}</td>
    ${cells(row.netMinor, row.taxMinor, row.grossMinor, money)}
  </tr>`;

const sumRow = (label: string, rows: readonly OrderRow[], money: Money): Html => {
  const sum = (of: 'netMinor' | 'taxMinor' | 'grossMinor'): number => rows.reduce((total, row) => total + row[of], 0);
  return html`<tr><th scope="row" colspan="3">${label}</th>${cells(sum('netMinor'), sum('taxMinor'), sum('grossMinor'), money)}</tr>`;
};

const totalRow = (label: string, total: string): Html =>
  html`<tr><th scope="row" colspan="5">${label}</th><td class="number">${total}</td></tr>`;

const cells = (net: number, tax: number, gross: number, money: Money): Html =>
  html`${[net, tax, gross].map((minor) => html`<td class="number">${money(minor)}</td>`)}`;

const rateText = ({ rates }: OrderRow): string =>
  rates.length === 0 ? '0%' : rates.map((rate) => `${rate}%`).join(' + ');
