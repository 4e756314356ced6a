import { DAYS_SHOWN, type DailyLetters } from '../daily-letters.ts';
import { type Html, html, type Part } from '../html.ts';
import { LANES } from '../texts/lanes.ts';
import { OVERVIEW } from '../texts/overview.ts';
import type { Language } from '../texts/texts.ts';
import { count } from './amount.ts';
import { chart } from './chart.ts';
import { headline } from './headline.ts';
import { day } from './moment.ts';

/** The open letters by the day on which they came, and by what is wrong. */
export const lettersChart = ({ days, series, older }: DailyLetters, lang: Language): Html => {
  const words = OVERVIEW[lang];
  const names = series.map(({ error }) => (error === null ? words.others : headline(error, lang)));
  const rows = days.map((iso, at) => ({ label: day(iso, lang), values: series.map(({ counts }) => counts[at] ?? 0) }));
  const caption = words.chart(DAYS_SHOWN);
  return html`${series.length > 0 && chart('bars', { caption, heads: [words.day, ...names], rows }, LANES[lang].asTable, null)}${olderText(older, lang)}`;
};

const olderText = (older: number, lang: Language): Part =>
  older > 0 && html`<p class="hint">${OVERVIEW[lang].older(count(older, lang))}</p>`;
