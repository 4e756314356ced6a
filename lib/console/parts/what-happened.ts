import { wordsOf } from '../../co3/error-words.ts';
import type { Letter } from '../../dead-letters/letter.ts';
import { type Html, html } from '../html.ts';
import { LETTER } from '../texts/letter.ts';
import { MENDERS } from '../texts/letter-words.ts';
import type { Language } from '../texts/texts.ts';
import { adviceText } from './advice.ts';
import { facts, longText, section } from './facts.ts';
import { scroll } from './scroll.ts';

/** The error in plain words, with CO3's own and with what to do. */
export const whatHappened = ({ error }: Letter, lang: Language): Html => {
  const words = LETTER[lang];
  const { means } = wordsOf(error);
  return section(
    'happened',
    words.happened,
    html`${means !== null && html`<p>${means[lang]}</p>`}
      ${facts([
        [
          error.code === null ? words.bridgeSays : words.co3Says,
          quote(error.text === '' ? words.nothingSaid : error.text),
        ],
        [words.mender, MENDERS[lang][error.fixedBy]],
        [words.advice, adviceText(error, lang)],
      ])}
      ${error.fields.length > 0 && placesTable(error.fields, lang)}`,
  );
};

const quote = (text: string): Html => html`<q lang="en">${longText(text)}</q>`;

const placesTable = (fields: Letter['error']['fields'], lang: Language): Html => {
  const words = LETTER[lang];
  return scroll(
    words.places,
    html`<table>
    <caption>${words.places}</caption>
    <thead><tr><th scope="col">${words.place}</th><th scope="col" class="wide">${words.tag}</th><th scope="col">${words.value}</th><th scope="col">${words.allowed}</th></tr></thead>
    <tbody>${fields.map(
      ({ path, tag, value, allowed }) => html`<tr>
        <th scope="row">${path === '' ? '—' : html`<code>${path}</code>`}</th>
        <td class="wide">${tag === '' ? '—' : html`<code>${tag}</code>`}</td>
        <td><mark>${value === '' ? '—' : longText(value)}</mark></td>
        <td>${allowed.length === 0 ? '—' : longText(allowed.join(', '))}</td>
      </tr>`,
    )}</tbody>
  </table>`,
  );
};
