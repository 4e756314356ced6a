import { type Html, html } from '../html.ts';

/** A sentence whose pieces between backticks are set as code, or as `render` has them. */
export const code = (sentence: string, render = asCode): Html =>
  html`${sentence.split('`').map((piece, at) => (at % 2 === 1 ? render(piece) : piece))}`;

const asCode = (piece: string): Html => html`<code>${piece}</code>`;
