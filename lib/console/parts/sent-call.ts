import { toPrettyXml } from '../../co3/pretty-xml.ts';
import type { Letter } from '../../dead-letters/letter.ts';
import { sentCallOf } from '../../dead-letters/sent-call.ts';
import { type Html, html, type Part } from '../html.ts';
import { LETTER } from '../texts/letter.ts';
import type { Language } from '../texts/texts.ts';
import { listing } from './listing.ts';

/** The request that was refused, as XML. */
export const sentCall = (letter: Letter, lang: Language): Part => {
  const words = LETTER[lang];
  const sent = sentCallOf(letter);
  switch (sent) {
    case 'lost':
      return html`<p>${words.lost}</p>`;
    case 'nothing-sent':
      return html`<p>${words.nothingSent}</p>`;
    case 'earlier':
      return null;
    default:
      return sheet(words.sent(sent.method), toPrettyXml(sent.xml));
  }
};

/** What was received, where nothing better can be shown of it. */
export const receivedEvent = ({ event }: Letter, lang: Language): Part =>
  sheet(LETTER[lang].event, JSON.stringify(event, null, 2));

const sheet = (title: string, text: string): Html => html`<div class="sheet">${listing(title, text)}</div>`;
