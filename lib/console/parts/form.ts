import { type Html, html, type Part } from '../html.ts';
import { FORM_TOKEN } from '../security/session-guard.ts';
import type { View } from '../view.ts';

/** A form that does something, with the token that shows it to be ours. */
export const postForm = ({ formToken }: Pick<View, 'formToken'>, action: string, fields: Part, label?: string): Html =>
  html`<form method="post" action="${action}"${label === undefined ? '' : html` aria-label="${label}"`}><input type="hidden" name="${FORM_TOKEN}" value="${formToken}">${fields}</form>`;

/** A choice of one value, each with how it is shown. */
export const select = (
  label: string,
  name: string,
  chosen: string,
  options: readonly (readonly [value: string, shown: string])[],
): Html =>
  html`<label>${label} <select name="${name}">${options.map(
    ([value, shown]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${shown}</option>`,
  )}</select></label>`;
