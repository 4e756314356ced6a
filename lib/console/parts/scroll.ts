import { type Html, html } from '../html.ts';

/** A table that may be wider than its place. Where no link in it takes the focus, the keyboard could not scroll it otherwise. */
export const scroll = (label: string, table: Html): Html =>
  html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${table}</div>`;
