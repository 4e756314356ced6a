import type { Co3Error } from '../../co3/codes.ts';
import { toPrettyXml } from '../../co3/pretty-xml.ts';
import {
  type CallDifference,
  callsDifference,
  changedParts,
  type DifferenceLine,
} from '../../dead-letters/calls-difference.ts';
import type { CorrectionDraft } from '../../dead-letters/draft-correction.ts';
import { type Html, html, type Part } from '../html.ts';
import { CORRECTION } from '../texts/correction.ts';
import type { Language } from '../texts/texts.ts';
import { headline, technicalName } from './headline.ts';
import { listing } from './listing.ts';

/** What would come of a correction, before it is kept: whether it passes, and what changes in what is sent. */
export const correctionPreview = ({ changes, before, after, remains }: CorrectionDraft, lang: Language): Html => {
  const words = CORRECTION[lang];
  return html`<section class="preview" aria-labelledby="preview-title" id="preview">
    <h3 id="preview-title">${words.looks}</h3>
    <p>${words.notYet} ${remains === null && (after === null ? words.noCalls : words.passes)}</p>
    ${remains !== null && remaining(remains, lang)}
    ${before !== null && callsDifference(before, after).map((one) => difference(one, lang))}
    ${(after?.calls ?? []).map(({ method, xml }) => listing(`${words.whole} (${method})`, toPrettyXml(xml)))}
    ${changes.map(({ lines }) => lines !== null && html`<p>${words.settings}</p><pre tabindex="0">${lines}</pre>`)}
  </section>`;
};

const remaining = (error: Co3Error, lang: Language): Html =>
  html`<p class="told bad">${CORRECTION[lang].remains} ${headline(error, lang)} <small>${technicalName(error)}</small></p>`;

const difference = ({ method, lines }: CallDifference, lang: Language): Html => {
  const words = CORRECTION[lang];
  return html`<figure class="difference">
    <figcaption>${words.difference(method)} (<del>− ${words.old}</del>, <ins>+ ${words.new}</ins>)</figcaption>
    <pre tabindex="0" aria-label="${words.difference(method)}">${changedParts(lines).map(lineOf)}</pre>
  </figure>`;
};

const lineOf = (line: DifferenceLine | null): Part => {
  if (line === null) return html`<span class="gap">⋯</span>\n`;
  const { kind, text } = line;
  if (kind === 'old') return html`<del>− ${text}</del>\n`;
  if (kind === 'new') return html`<ins>+ ${text}</ins>\n`;
  return html`  ${text}\n`;
};
