import { type Html, html } from '../html.ts';
import type { Language } from '../texts/texts.ts';

/** A moment as a person reads it, in Hungarian time. */
export const time = (moment: number | string, lang: Language): Html => {
  const date = new Date(moment);
  return html`<time datetime="${date.toISOString()}">${TIMES[lang].format(date)}</time>`;
};

/** How long ago a moment was, in its largest unit; the moment itself on pointing at it. */
export const ago = (moment: number | string, now: number, lang: Language): Html => {
  const date = new Date(moment);
  return html`<time datetime="${date.toISOString()}" title="${TIMES[lang].format(date)}">${agoText(now - date.getTime(), lang)}</time>`;
};

/** A calendar day, `2026-12-02`, as it is written in the language. */
export const day = (iso: string, lang: Language): string => DAYS[lang].format(new Date(`${iso}T12:00:00Z`));

/** The time of day, `10:05`. */
export const clock = (ms: number, lang: Language): string => CLOCKS[lang].format(new Date(ms));

const agoText = (ms: number, lang: Language): string => {
  const [unit, length] = UNITS.find(([, length]) => ms >= length) ?? MINUTE;
  return SPANS[lang].format(-Math.floor(Math.max(0, ms) / length), unit);
};

const MINUTE = ['minute', 60_000] as const;
const UNITS = [['day', 86_400_000] as const, ['hour', 3_600_000] as const, MINUTE] as const;

const TIME = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Budapest' } as const;
const TIMES = { en: new Intl.DateTimeFormat('en-GB', TIME), hu: new Intl.DateTimeFormat('hu-HU', TIME) };
const DAY = { month: 'short', day: 'numeric', timeZone: 'Europe/Budapest' } as const;
const DAYS = { en: new Intl.DateTimeFormat('en-GB', DAY), hu: new Intl.DateTimeFormat('hu-HU', DAY) };
const CLOCK = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Budapest' } as const;
const CLOCKS = { en: new Intl.DateTimeFormat('en-GB', CLOCK), hu: new Intl.DateTimeFormat('hu-HU', CLOCK) };
const SPAN = { numeric: 'auto', style: 'long' } as const;
const SPANS = { en: new Intl.RelativeTimeFormat('en', SPAN), hu: new Intl.RelativeTimeFormat('hu', SPAN) };
