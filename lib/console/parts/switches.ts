import { type Html, html } from '../html.ts';
import { FRAME } from '../texts/frame.ts';
import { LANGUAGES } from '../texts/texts.ts';
import { THEMES, type View } from '../view.ts';
import { postForm } from './form.ts';

const LANGUAGE_NAMES = { en: 'English', hu: 'Magyar' } as const;

/** The choice of language and of light or dark. */
export const switches = (view: View): Html => {
  const words = FRAME[view.lang];
  const languages = LANGUAGES.map((lang) => choice('lang', lang, LANGUAGE_NAMES[lang], lang === view.lang, lang));
  const themes = THEMES.map((theme) => choice('theme', theme, words.themes[theme], theme === view.theme, null));
  return postForm(
    view,
    '/preferences',
    html`<input type="hidden" name="back" value="${view.path}">
      <div class="switches">
        <div role="group" aria-label="${words.language}">${languages}</div>
        <div role="group" aria-label="${words.theme}">${themes}</div>
      </div>`,
  );
};

const choice = (name: string, value: string, words: string, isChosen: boolean, lang: string | null): Html =>
  html`<button name="${name}" value="${value}" aria-pressed="${isChosen ? 'true' : 'false'}"${lang === null ? '' : html` lang="${lang}"`}>${words}</button>`;
