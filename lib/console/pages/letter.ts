import type { AskedFact, AskRefusal } from '../../dead-letters/ask-co3.ts';
import type { CorrectionDraft } from '../../dead-letters/draft-correction.ts';
import type { Letter } from '../../dead-letters/letter.ts';
import type { Answer } from '../../dead-letters/possible-answers.ts';
import type { Result } from '../../event/result.ts';
import type { CorrectionForm } from '../correction-form.ts';
import { type Html, html, type Part } from '../html.ts';
import { layout } from '../layout.ts';
import type { LetterData } from '../letter-data.ts';
import { co3Asked } from '../parts/co3-asked.ts';
import { correctionFields } from '../parts/correction-fields.ts';
import { correctionPreview } from '../parts/correction-preview.ts';
import { evidence } from '../parts/evidence.ts';
import { facts } from '../parts/facts.ts';
import { headline, technicalName } from '../parts/headline.ts';
import { letterAnswers, type Typed } from '../parts/letter-answers.ts';
import { letterHistory } from '../parts/letter-history.ts';
import { letterState } from '../parts/letter-state.ts';
import { ago } from '../parts/moment.ts';
import { orderSheet } from '../parts/order-sheet.ts';
import { receivedEvent, sentCall } from '../parts/sent-call.ts';
import { doneBox, refusedBox } from '../parts/told-box.ts';
import { whatHappened } from '../parts/what-happened.ts';
import { ANSWERING, ANSWERS } from '../texts/answers.ts';
import { CORRECTION } from '../texts/correction.ts';
import { LETTER } from '../texts/letter.ts';
import type { View } from '../view.ts';

export type Done = Answer | 'corrected';

/** What came of what a person has just asked. */
export type Given =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'refused'; readonly text: string; readonly typed: Typed }
  | { readonly kind: 'preview'; readonly draft: CorrectionDraft; readonly typed: Typed }
  | { readonly kind: 'asked'; readonly asked: Result<readonly AskedFact[], AskRefusal> };

/** One letter: what happened, what can be done, the order, what was sent, and all that happened to it. */
export const letterPage = (
  view: View,
  data: LetterData,
  form: CorrectionForm | undefined,
  given: Given | null,
): Html => {
  const { letter } = data.record;
  const { lang } = view;
  const typed = given?.kind === 'refused' || given?.kind === 'preview' ? given.typed : {};
  const asked = given?.kind === 'asked' ? given.asked : null;
  const preview = given?.kind === 'preview' ? correctionPreview(given.draft, lang) : null;
  return layout(view, {
    title: `${letter.subject.label}: ${headline(letter.error, lang)}`,
    at: 'letters',
    body: html`<header class="letter-head">
        <h1>${headline(letter.error, lang)}</h1>
        ${headFacts(view, letter)}
        ${letterState(data, lang)}
      </header>
      ${given !== null && toldOf(given, lang)}
      <div class="columns">
        <div class="lead">
          ${whatHappened(letter, lang)}
          ${(data.isAskable || asked !== null) && co3Asked(view, letter.id, asked)}
          ${form !== undefined && correctionFields(view, form, typed, preview)}
          ${data.order !== undefined && data.sought !== undefined && evidence(data.order, data.sought, lang)}
        </div>
        <aside>${letterAnswers(view, data, typed)}</aside>
        <div>${about(data, lang)} ${sentCall(letter, lang)} ${letterHistory(letter, lang)}</div>
      </div>`,
  });
};

const headFacts = ({ lang, now }: View, { subject, shop, account, parkedAt, tries, error }: Letter): Html => {
  const words = LETTER[lang];
  return facts([
    [words.of[subject.kind], subject.label],
    [words.shop, shop],
    [words.account, account],
    [words.parked, html`${ago(parkedAt, now, lang)} · ${words.tried(tries.count)}`],
    [words.code, html`<code>${technicalName(error)}</code>`],
  ]);
};

const about = ({ record: { letter }, order, shop }: LetterData, lang: View['lang']): Part => {
  if (order === undefined) return receivedEvent(letter, lang);
  const paths = new Set(letter.error.fields.map(({ path }) => path));
  return orderSheet(order, shop, (path) => paths.has(path), lang);
};

const toldOf = (given: Given, lang: View['lang']): Part => {
  switch (given.kind) {
    case 'done':
      return doneBox(given.done === 'corrected' ? CORRECTION[lang].done : ANSWERS[lang][given.done].done);
    case 'refused':
      return refusedBox(ANSWERING[lang].refused, given.text);
    case 'preview':
    case 'asked':
      return null;
    default:
      return given satisfies never;
  }
};
