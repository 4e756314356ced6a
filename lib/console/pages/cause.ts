import type { CorrectionDraft } from '../../dead-letters/draft-correction.ts';
import type { LetterGroup } from '../../dead-letters/groups.ts';
import type { CauseData } from '../cause-data.ts';
import type { CorrectionForm } from '../correction-form.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Job } from '../jobs.ts';
import { layout } from '../layout.ts';
import { amount, count } from '../parts/amount.ts';
import { causeAddress } from '../parts/cause-table.ts';
import { correctionField } from '../parts/correction-fields.ts';
import { correctionPreview } from '../parts/correction-preview.ts';
import { facts, section } from '../parts/facts.ts';
import { postForm } from '../parts/form.ts';
import { headline, technicalName } from '../parts/headline.ts';
import type { Typed } from '../parts/letter-answers.ts';
import { letterTable } from '../parts/letter-table.ts';
import { refusedBox } from '../parts/told-box.ts';
import { ANSWERING } from '../texts/answers.ts';
import { CAUSE } from '../texts/cause.ts';
import { CORRECTION } from '../texts/correction.ts';
import { MENDERS } from '../texts/letter-words.ts';
import type { View } from '../view.ts';
import { filterAddress } from './letter-filter.ts';

/** What came of what a person has just asked of a cause. */
export type CauseGiven =
  | { readonly kind: 'refused'; readonly text: string; readonly typed: Typed }
  | { readonly kind: 'preview'; readonly draft: CorrectionDraft; readonly typed: Typed };

const SAMPLE = 5;

/** The letters of a cause: how many, a sample, and what can be done for all of them at once. */
export const causePage = (view: View, data: CauseData, running: Job | undefined, given: CauseGiven | null): Html => {
  const { lang } = view;
  const words = CAUSE[lang];
  const { group } = data;
  const sample = group.lines.slice(0, SAMPLE);
  return layout(view, {
    title: headline(group, lang),
    at: 'letters',
    body: html`<header class="letter-head"><h1>${headline(group, lang)}</h1>${groupFacts(view, group)}</header>
      ${given?.kind === 'refused' && refusedBox(ANSWERING[lang].refused, given.text)}
      ${running !== undefined && html`<p class="told good">${words.running} <a href="/jobs/${running.id}">${words.toJob}</a></p>`}
      ${running === undefined && actions(view, data, given)}
      ${letterTable(view, words.sample(count(sample.length, lang), count(group.count, lang)), sample)}
      <p><a href="${filterAddress({ cause: group.cause })}">${words.allOf}</a></p>`,
  });
};

export const goneCausePage = (view: View): Html =>
  layout(view, {
    title: CAUSE[view.lang].cause,
    at: 'letters',
    body: html`<h1>${CAUSE[view.lang].cause}</h1><p>${CAUSE[view.lang].gone}</p>`,
  });

const groupFacts = ({ lang }: View, group: LetterGroup): Html => {
  const words = CAUSE[lang];
  return facts([
    [words.letters, count(group.count, lang)],
    [words.atStake, group.atStake.map(({ minor, currency }) => amount(minor, currency, lang)).join(', ')],
    [words.shop, group.shop],
    [words.mender, MENDERS[lang][group.fixedBy]],
    [words.cause, html`<code>${technicalName(group)} · ${group.cause}</code>`],
    ...group.places.map(({ path, value }) => [path, value === '' ? '—' : value] as const),
  ]);
};

const actions = (view: View, { group, ids, canRedrive, form }: CauseData, given: CauseGiven | null): Part => {
  const words = CAUSE[view.lang];
  const all = count(ids.length, view.lang);
  if (ids.length === 0) return html`<p>${words.noneParked}</p>`;
  const draft = given?.kind === 'preview' ? given.draft : null;
  return html`<div class="overview">
    ${form !== undefined && section('correct', words.correct(all), correctForm(view, group.cause, form, all, draft, given?.typed ?? {}))}
    ${canRedrive && section('redrive', words.redrive(all), redriveForm(view, group.cause, all))}
  </div>`;
};

const redriveForm = (view: View, cause: string, all: string): Html =>
  postForm(
    view,
    `${causeAddress(cause)}/redrive`,
    html`<p class="hint" id="redrive-effect">${CAUSE[view.lang].redriveEffect}</p><button class="primary" aria-describedby="redrive-effect">${CAUSE[view.lang].redrive(all)}</button>`,
  );

const correctForm = (
  view: View,
  cause: string,
  { places }: CorrectionForm,
  all: string,
  draft: CorrectionDraft | null,
  typed: Typed,
): Html => {
  const words = CAUSE[view.lang];
  return postForm(
    view,
    `${causeAddress(cause)}/correct`,
    html`<p class="hint">${words.correctEffect}</p>
      ${places.map((place) => correctionField(view, place, typed))}
      <label>${CORRECTION[view.lang].reason} <input name="why" value="${typed['why'] ?? ''}" maxlength="200" autocomplete="off"></label>
      ${draft !== null && correctionPreview(draft, view.lang)}
      <div class="buttons"><button name="intent" value="preview">${CORRECTION[view.lang].preview}</button>
      ${draft !== null && html`<button name="intent" value="redrive" class="primary">${words.saveAndRedrive(all)}</button><button name="intent" value="save">${words.save(all)}</button>`}</div>`,
  );
};
