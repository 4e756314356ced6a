import type { CorrectablePlace } from '../../dead-letters/correctable-places.ts';
import { type CorrectionForm, seenField, shownAt, valueField } from '../correction-form.ts';
import { type Html, html, type Part } from '../html.ts';
import { CORRECTION } from '../texts/correction.ts';
import type { View } from '../view.ts';
import { section } from './facts.ts';
import { postForm } from './form.ts';
import type { Typed } from './letter-answers.ts';
import { letterAddress } from './letter-table.ts';

/** The form that corrects a letter's order: the fields that the error points at, and the others on demand. `preview` stands above its buttons. */
export const correctionFields = (
  view: View,
  { correcting, places }: CorrectionForm,
  typed: Typed,
  preview: Part,
): Html => {
  const words = CORRECTION[view.lang];
  const pointedAt = places.filter(({ isPointedAt }) => isPointedAt);
  const others = places.filter(({ isPointedAt }) => !isPointedAt);
  const isOtherTyped = others.some(
    (place) => typed[valueField(place.path)] !== undefined && typedAt(place, typed) !== shownAt(place),
  );
  const fieldOf = (place: CorrectablePlace): Html => correctionField(view, place, typed);
  return section(
    'correct',
    words.title,
    postForm(
      view,
      `${letterAddress(correcting.letter.id)}/correct`,
      html`<p class="hint">${words.intro}</p>
        ${pointedAt.map(fieldOf)}
        ${others.length > 0 && html`<details class="others"${(isOtherTyped || pointedAt.length === 0) && html` open`}><summary>${words.others}</summary><div class="fields">${others.map(fieldOf)}</div></details>`}
        <label>${words.reason} <input name="why" value="${typed['why'] ?? ''}" maxlength="200" autocomplete="off"></label>
        ${preview}
        <div class="buttons">
          <button name="intent" value="preview"${preview === null ? html` class="primary"` : ''}>${words.preview}</button>
          ${preview !== null && html`<button name="intent" value="redrive" class="primary">${words.saveAndRedrive}</button><button name="intent" value="save">${words.save}</button>`}
        </div>`,
      words.title,
    ),
  );
};

const typedAt = (place: CorrectablePlace, typed: Typed): string => typed[valueField(place.path)] ?? shownAt(place);

/** The field of one place, with its rule. */
export const correctionField = ({ lang }: View, place: CorrectablePlace, typed: Typed): Html => {
  const { path, label, rule, allowed, value, isPointedAt } = place;
  const id = `field-${path.replaceAll('.', '-')}`;
  return html`<div class="field${isPointedAt && ' pointed'}">
    <label for="${id}">${capital(label[lang])}${rowText(path)}</label>
    <input type="hidden" name="${seenField(path)}" value="${typed[seenField(path)] ?? value}">
    ${allowed.length === 0 ? textInput(place, id, typed) : choice(place, id, typed)}
    <p class="hint" id="${id}-rule">${settingText(place, lang)}${rule[lang]} <code>${path}</code></p>
  </div>`;
};

const textInput = (place: CorrectablePlace, id: string, typed: Typed): Html =>
  html`<input id="${id}" name="${valueField(place.path)}" value="${typedAt(place, typed)}" aria-describedby="${id}-rule" autocomplete="off">`;

const choice = (place: CorrectablePlace, id: string, typed: Typed): Html => {
  const chosen = typedAt(place, typed);
  const options = place.allowed.includes(shownAt(place)) ? place.allowed : ['', ...place.allowed];
  return html`<select id="${id}" name="${valueField(place.path)}" aria-describedby="${id}-rule">${options.map(
    (option) =>
      html`<option value="${option}"${option === chosen && html` selected`}>${option === '' ? '—' : option}</option>`,
  )}</select>`;
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** `rows.2.name` → ` (3)`: people count from one. */
const rowText = (path: string): string => {
  const [, index] = /^rows\.(\d+)\./.exec(path) ?? [];
  return index === undefined ? '' : ` (${Number(index) + 1}.)`;
};

const settingText = ({ path, value, means }: CorrectablePlace, lang: View['lang']): Part =>
  path.startsWith('settings.') &&
  html`<q>${value}</q> ${means === '' ? CORRECTION[lang].counts : CORRECTION[lang].means(means)}. `;
