import { type Html, html } from './html.ts';
import { code } from './parts/inline.ts';
import { switches } from './parts/switches.ts';
import { FRAME } from './texts/frame.ts';
import type { View } from './view.ts';

export interface Page {
  /** The heading, and the window's title. */
  readonly title: string;
  readonly body: Html;
  /** Which entry of the navigation it belongs to. */
  readonly at?: Entry;
}

type Entry = 'overview' | 'letters' | 'orders';

/** A whole page of the desk. */
export const layout = (view: View, { title, body, at }: Page): Html => {
  const words = FRAME[view.lang];
  const entry = (href: string, name: Entry): Html =>
    html`<li><a href="${href}"${at === name ? html` aria-current="page"` : ''}>${words[name]}</a></li>`;
  return documentOf(
    view,
    title,
    html`<a class="skip" href="#main">${words.skip}</a>
      <header class="top">
        <p class="brand"><span>${words.desk}</span> <span class="place" title="${words.stack(view.place)}">${view.place}</span></p>
        <nav aria-label="${words.pages}"><ul>${entry('/', 'overview')}${entry('/letters', 'letters')}${entry('/orders', 'orders')}</ul></nav>
        ${switches(view)}
      </header>
      <main id="main" tabindex="-1">${body}</main>`,
  );
};

/** A page for who has not come in: without navigation, since nothing could be reached by it. */
export const bare = (view: Pick<View, 'lang' | 'theme'>, title: string, words: string, refreshTo?: string): Html =>
  documentOf(view, title, html`<main id="main" class="bare"><h1>${title}</h1><p>${code(words)}</p></main>`, refreshTo);

const documentOf = (
  { lang, theme }: Pick<View, 'lang' | 'theme'>,
  title: string,
  body: Html,
  refreshTo?: string,
): Html =>
  html`<!doctype html>
<html lang="${lang}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refreshTo === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${refreshTo}">`}
<meta name="htmx-config" content="${HTMX_CONFIG}">
<title>${title} · ${FRAME[lang].desk}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${SHEETS.map((sheet) => html`<link rel="stylesheet" href="/assets/${sheet}.css">`)}
${SCRIPTS.map((script) => html`<script src="/assets/${script}.js" defer></script>`)}
</head>
<body>
${body}
</body>
</html>`;

const SHEETS = ['uplot', 'base', 'frame', 'tables', 'letter', 'correct', 'charts'];
const SCRIPTS = ['htmx', 'uplot', 'charts', 'keys'];

// Nothing of htmx that would need eval or an inline style; and no page is kept in the browser's storage, since it may show a buyer.
const HTMX_CONFIG = JSON.stringify({
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyEnabled: false,
  historyCacheSize: 0,
});
