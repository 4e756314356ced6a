import type { CorrectionProgress } from '../../dead-letters/correct-group.ts';
import type { StepsProgress } from '../../dead-letters/redrive-in-steps.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Job } from '../jobs.ts';
import { layout } from '../layout.ts';
import { count } from '../parts/amount.ts';
import { asksAgain } from '../parts/asks-again.ts';
import { causeAddress } from '../parts/cause-table.ts';
import { postForm } from '../parts/form.ts';
import { letterAddress } from '../parts/letter-table.ts';
import { JOB } from '../texts/cause.ts';
import type { Language } from '../texts/texts.ts';
import type { View } from '../view.ts';

/** How far the work on a cause is. */
export const jobPage = (view: View, job: Job): Html =>
  layout(view, {
    title: JOB[view.lang].title,
    at: 'letters',
    body: html`<h1>${JOB[view.lang].title}</h1>${jobState(view, job)}<p><a href="${causeAddress(job.cause)}">${JOB[view.lang].toCause}</a></p>`,
  });

/** The same without what stands around it; as long as it is under way the browser asks again each second. */
export const jobState = (view: View, job: Job): Html => {
  const words = JOB[view.lang];
  const isRunning = job.state === 'running';
  return html`<div id="job" class="sheet"${isRunning && asksAgain(`/jobs/${job.id}/state`, 1)}>
    <p${!isRunning && html` role="status"`}><span class="badge ${job.state}">${words.states[job.state]}</span></p>
    ${job.correction !== null && correcting(job.correction, view.lang)}
    ${job.steps !== null && redriving(job.steps, view.lang)}
    ${job.failure !== null && html`<p class="told bad">${job.failure}</p>`}
    ${(job.state === 'failed' || job.state === 'stopped' || job.steps?.stopped != null) && html`<p>${words.again}</p>`}
    ${isRunning && postForm(view, `/jobs/${job.id}/stop`, html`<p class="hint">${words.stopEffect}</p><button>${words.stop}</button>`)}
  </div>`;
};

const bar = (label: string, done: number, all: number, lang: Language): Html =>
  html`<p><label>${label} <progress value="${done}" max="${Math.max(1, all)}"></progress> ${JOB[lang].of(count(done, lang), count(all, lang))}</label></p>`;

const correcting = ({ of, corrected, remaining, refused, refusal }: CorrectionProgress, lang: Language): Html => {
  const words = JOB[lang];
  return html`${bar(words.correcting, corrected + refused, of, lang)}
    ${remaining > 0 && html`<p>${words.remaining(count(remaining, lang))}</p>`}
    ${refused > 0 && html`<p>${words.notCorrected(count(refused, lang))} ${lastRefusal(refusal, lang)}</p>`}`;
};

const redriving = ({ step, of, done, refused, pending, refusal, stopped }: StepsProgress, lang: Language): Html => {
  const words = JOB[lang];
  const counts = [
    [words.done, done],
    [words.refused, refused],
    [words.pending, pending],
    [words.untried, of - done - refused - pending],
  ] as const;
  return html`${bar(words.redriving, done + refused, of, lang)}
    <p>${words.step(step)}: ${counts.map(([name, number]) => `${count(number, lang)} ${name}`).join(', ')}. ${lastRefusal(refusal, lang)}</p>
    ${stopped !== null && html`<p class="told bad" role="alert">${words.stopped[stopped.why]} <a href="${letterAddress(stopped.letter)}">${words.toLetter}</a></p>`}`;
};

const lastRefusal = (refusal: string | null, lang: Language): Part =>
  refusal !== null && html`${JOB[lang].last} <q lang="en">${refusal}</q>`;
