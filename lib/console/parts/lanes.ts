import { MOST_CALLS_A_MINUTE } from '../../co3/call-minutes.ts';
import { rowOf } from '../../co3/codes.ts';
import type { ReadLane } from '../../deliver/lane-line.ts';
import type { Hold } from '../../deliver/lane-records.ts';
import { ADDRESS_LANE } from '../../deliver/lane-state.ts';
import { type Html, html, type Part } from '../html.ts';
import { HOLDS, LANE_STATES, LANES } from '../texts/lanes.ts';
import type { Language } from '../texts/texts.ts';
import type { View } from '../view.ts';
import { count } from './amount.ts';
import { asksAgain } from './asks-again.ts';
import { chart } from './chart.ts';
import { section } from './facts.ts';
import { code } from './inline.ts';
import { clock, time } from './moment.ts';

/** Where the accounts' lanes stand; the browser asks for it again every ten seconds. */
export const lanesPart = (view: View, lanes: readonly ReadLane[]): Html =>
  html`<div id="lanes"${asksAgain('/lanes', 10)}>${section('accounts', LANES[view.lang].title, html`${lanesTable(view, lanes)}${callCharts(view, lanes)}`)}</div>`;

const lanesTable = ({ lang, now }: View, lanes: readonly ReadLane[]): Html => {
  const words = LANES[lang];
  return html`<div class="scroll"><table>
    <caption>${words.caption}</caption>
    <thead><tr><th scope="col">${words.account}</th><th scope="col">${words.state}</th><th scope="col" class="number">${words.lastHour}</th><th scope="col" class="number">${words.most}</th></tr></thead>
    <tbody>${lanes.map(({ line }) => {
      const isAddress = line.account === ADDRESS_LANE;
      return html`<tr>
        <th scope="row">${isAddress ? words.address : line.account}</th>
        <td><span class="badge ${line.state}">${LANE_STATES[lang][line.state]}</span>${troubles(line, lang, now)}</td>
        <td class="number">${isAddress ? '—' : count(line.lastHour.calls, lang)}</td>
        <td class="number">${isAddress ? '—' : `${line.lastHour.mostInAMinute} / ${MOST_CALLS_A_MINUTE}`}</td>
      </tr>`;
    })}</tbody>
  </table></div>`;
};

const troubles = (
  { hold, catalogueHold, unknownRun, pausedShops }: ReadLane['line'],
  lang: Language,
  now: number,
): Html => {
  const words = LANES[lang];
  return html`${hold !== null && holdText(hold, lang, now)}
    ${catalogueHold !== null && html`<div>${words.catalogue}</div>${holdText(catalogueHold, lang, now)}`}
    ${unknownRun > 0 && html`<div>${words.unknown(unknownRun)}</div>`}
    ${pausedShops.map(({ shop, detail, since }) => html`<div>${words.paused(shop)} ${detail} (${time(since, lang)})</div>`)}`;
};

const holdText = ({ reason, code: number, method, since, until }: Hold, lang: Language, now: number): Html => {
  const known = rowOf(number);
  return html`<div class="hold">${HOLDS[lang][reason]}${known !== undefined && html`: ${known.title[lang]} (CO3 ${number})`}${method !== null && html` <code>${method}</code>`},
    ${time(since, lang)}. ${nextTry(until, reason, lang, now)}
    ${known !== undefined && html`<p>${code(known.advice[lang])}</p>`}</div>`;
};

const nextTry = (until: number | null, reason: Hold['reason'], lang: Language, now: number): Part => {
  const words = LANES[lang];
  if (until === null) return code(reason === 'ledger-lost' ? words.byRebuild : words.byResume);
  return html`(${words.next}: ${time(Math.max(until, now), lang)})`;
};

const callCharts = ({ lang }: View, lanes: readonly ReadLane[]): readonly Html[] => {
  const words = LANES[lang];
  return lanes
    .filter(({ line }) => line.account !== ADDRESS_LANE && line.lastHour.calls > 0)
    .map(({ line, minutes }) =>
      chart(
        'line',
        {
          caption: words.chart(line.account),
          heads: [words.minute, words.calls],
          rows: minutes.map(({ at, calls }) => ({ label: clock(at, lang), values: [calls] })),
        },
        words.asTable,
        MOST_CALLS_A_MINUTE,
      ),
    );
};
