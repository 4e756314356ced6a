import { type Html, html, type Part } from '../html.ts';

/** Why nothing came of what a person asked; read out at once. */
export const refusedBox = (title: string, text: Part): Html =>
  html`<div class="told bad" role="alert"><strong>${title}.</strong> ${text}</div>`;

/** That what a person asked was done. */
export const doneBox = (text: Part): Html => html`<p class="told good" role="status">${text}</p>`;
