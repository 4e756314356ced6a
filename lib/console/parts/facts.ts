import { type Html, html, type Part } from '../html.ts';

/** Names with what they stand for; those without a value are left out. */
export const facts = (pairs: readonly (readonly [name: string, value: Part])[]): Html =>
  html`<dl class="facts">${pairs
    .filter(([, value]) => value !== '' && value !== null && value !== false)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** A part of a page under a heading of its own. */
export const section = (id: string, title: string, body: Part): Html =>
  html`<section class="sheet" aria-labelledby="${id}-title" id="${id}"><h2 id="${id}-title">${title}</h2>${body}</section>`;

/** A text of any length: of a long one the beginning, and the rest on demand. */
export const longText = (text: string): Part => {
  if (text.length <= SHOWN) return text;
  const chars = [...text];
  return html`<details class="long"><summary>${chars.slice(0, SHOWN).join('')}…</summary>${chars.slice(SHOWN).join('')}</details>`;
};

const SHOWN = 300;
