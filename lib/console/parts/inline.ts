import { type Html, html } from '../html.ts';

/** A sentence whose pieces between backticks are set as code. */
export const code = (sentence: string): Html =>
  html`${sentence.split('`').map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
