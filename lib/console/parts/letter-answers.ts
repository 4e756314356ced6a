import type { Answer } from '../../dead-letters/possible-answers.ts';
import { sendAgainFrom } from '../../dead-letters/send-again.ts';
import { type Html, html, type Part } from '../html.ts';
import type { LetterData } from '../letter-data.ts';
import { ANSWERING, ANSWERS } from '../texts/answers.ts';
import type { View } from '../view.ts';
import { section } from './facts.ts';
import { postForm } from './form.ts';
import { letterAddress } from './letter-table.ts';
import { time } from './moment.ts';

/** What a person has typed before it was refused, by the field's name. */
export type Typed = Readonly<Record<string, string>>;

/** A form for each answer that the letter takes. */
export const letterAnswers = (view: View, data: LetterData, typed: Typed): Html => {
  const words = ANSWERING[view.lang];
  const { answers } = data;
  return section(
    'answers',
    words.title,
    answers.length === 0
      ? html`<p>${words.nothing}</p>`
      : answers.map((answer) => answerForm(view, data, answer, typed)),
  );
};

export const answerAddress = (id: string, answer: Answer): string => `${letterAddress(id)}/${answer}`;

const answerForm = (view: View, data: LetterData, answer: Answer, typed: Typed): Html => {
  const { name, effect } = ANSWERS[view.lang][answer];
  return postForm(
    view,
    answerAddress(data.record.key, answer),
    html`<p class="hint" id="effect-${answer}">${effect}</p>
      ${fieldsOf(view, data, answer, typed)}
      <button class="${answer}" aria-describedby="effect-${answer}">${name}</button>`,
    name,
  );
};

const fieldsOf = ({ lang }: View, data: LetterData, answer: Answer, typed: Typed): Part => {
  const words = ANSWERING[lang];
  switch (answer) {
    case 'discard':
      return html`<label>${words.reason} <input name="reason" value="${typed['reason'] ?? ''}" required minlength="3" maxlength="200" aria-describedby="reason-hint" autocomplete="off"></label>
        <p class="hint" id="reason-hint">${words.reasonHint}</p>`;
    case 'adopt':
      return html`<label>${words.number} <input name="as" value="${typed['as'] ?? ''}" required maxlength="64" autocomplete="off"></label>`;
    case 'send-again':
      return html`${earliest(data, lang)}<label class="check"><input type="checkbox" name="certain" value="yes" required> ${words.certain}</label>`;
    case 'redrive':
    case 'accept':
    case 'take-back':
      return null;
    default:
      return answer satisfies never;
  }
};

const earliest = ({ sought, account }: LetterData, lang: View['lang']): Part =>
  sought === undefined || account === undefined
    ? null
    : html`<p>${ANSWERING[lang].from} ${time(sendAgainFrom(sought, account.readBack), lang)}</p>`;
