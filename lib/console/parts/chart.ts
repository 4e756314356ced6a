import { type Html, html } from '../html.ts';

/** Figures over time: a row for each day or minute, a column for each series. */
export interface ChartData {
  readonly caption: string;
  /** Of the first column, and of the others. */
  readonly heads: readonly [string, ...string[]];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/**
 * A picture that `charts.js` draws from the very table that stands below it: without scripts, and for who reads by ear, the table is all there is.
 * `limit` is drawn as a line.
 */
export const chart = (kind: 'bars' | 'line', data: ChartData, asTable: string, limit: number | null): Html => {
  const [first, ...series] = data.heads;
  return html`<figure class="chart" data-chart="${kind}"${limit !== null && html` data-limit="${limit}"`}>
    <figcaption>${data.caption}</figcaption>
    <div class="plot" aria-hidden="true"></div>
    <ul class="legend" aria-hidden="true"${series.length < 2 && html` hidden`}>${series.map((name, at) => html`<li><span class="swatch s${at}"></span>${name}</li>`)}</ul>
    <details><summary>${asTable}</summary><div class="scroll"><table>
      <caption class="unseen">${data.caption}</caption>
      <thead><tr><th scope="col">${first}</th>${series.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
      <tbody>${data.rows.map(({ label, values }) => html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td class="number">${value}</td>`)}</tr>`)}</tbody>
    </table></div></details>
  </figure>`;
};
