import { type Html, html } from '../html.ts';

/** A text kept line by line, on demand. */
export const listing = (title: string, text: string): Html =>
  html`<details class="listing"><summary>${title}</summary><pre tabindex="0" aria-label="${title}"><code>${text}</code></pre></details>`;
