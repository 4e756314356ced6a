import { type Html, html } from '../html.ts';

/** A sentence whose pieces between backticks are set as code. */
export const code = (sentence: string): Html =>
  html`${sentence.split('`').map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;

/** A moment as a person reads it, in Hungarian time. */
export const time = (moment: number | string, lang: 'en' | 'hu'): Html => {
  const date = new Date(moment);
  return html`<time datetime="${date.toISOString()}">${TIMES[lang].format(date)}</time>`;
};

const TIME = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Budapest' } as const;
const TIMES = { en: new Intl.DateTimeFormat('en-GB', TIME), hu: new Intl.DateTimeFormat('hu-HU', TIME) };
