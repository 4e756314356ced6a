import { type Html, html } from '../html.ts';
import { bare, layout } from '../layout.ts';
import { FRAME } from '../texts/frame.ts';
import type { View } from '../view.ts';

/** Pages that say in a sentence why there is nothing to see. */

export const shutPage = (preferences: Pick<View, 'lang' | 'theme'>): Html =>
  bare(preferences, FRAME[preferences.lang].shut, FRAME[preferences.lang].shutText);

export const noSuchPage = (view: View): Html => {
  const words = FRAME[view.lang];
  return told(view, words.notFound, [words.notFoundText]);
};

export const refusedPage = (view: View, why: 'refusedFormText' | 'tooLarge'): Html => {
  const words = FRAME[view.lang];
  return told(view, words.refusedForm, [words[why]]);
};

export const failedPage = (preferences: Pick<View, 'lang' | 'theme'>, cause: Error): Html => {
  const words = FRAME[preferences.lang];
  const { name, message } = innermost(cause);
  return bare(preferences, words.failed, `${words.failedText(`${name}: ${message}`)} ${words.failedNext}`);
};

const told = (view: View, title: string, sentences: readonly string[]): Html => {
  const words = FRAME[view.lang];
  return layout(view, {
    title,
    body: html`<h1>${title}</h1>${sentences.map((words) => html`<p>${words}</p>`)}<p><a href="/">${words.toOverview}</a></p>`,
  });
};

// The SDK's errors and those of sockets keep what happened in their cause.
const innermost = (cause: Error): Error => (cause.cause instanceof Error ? innermost(cause.cause) : cause);
