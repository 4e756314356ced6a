import type { AskedFact, AskRefusal } from '../../dead-letters/ask-co3.ts';
import type { Result } from '../../event/result.ts';
import { type Html, html } from '../html.ts';
import { ASKING } from '../texts/asking.ts';
import type { View } from '../view.ts';
import { facts, longText, section } from './facts.ts';
import { postForm } from './form.ts';
import { letterAddress } from './letter-table.ts';

/** The button that asks CO3 about a letter, and what it has just answered. */
export const co3Asked = (view: View, id: string, asked: Result<readonly AskedFact[], AskRefusal> | null): Html => {
  const words = ASKING[view.lang];
  return section(
    'ask',
    words.title,
    html`${asked !== null && answerOf(asked, view.lang)}${postForm(
      view,
      `${letterAddress(id)}/ask`,
      html`<p class="hint" id="ask-effect">${words.effect}</p><button aria-describedby="ask-effect">${words.ask}</button>`,
      words.ask,
    )}`,
  );
};

const answerOf = (asked: Result<readonly AskedFact[], AskRefusal>, lang: View['lang']): Html =>
  html`<div role="status" class="asked">${
    asked.ok
      ? facts(asked.value.map(({ label, value }) => [label[lang], longText(value[lang])] as const))
      : html`<p class="told bad">${asked.problem.text[lang]}</p>`
  }</div>`;
