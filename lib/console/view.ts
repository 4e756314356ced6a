import type { Language } from './texts/texts.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How a page is to be shown, and to whom. */
export interface View {
  readonly lang: Language;
  readonly theme: Theme;
  readonly formToken: string;
  /** The page itself, so that a form can lead back to it. */
  readonly path: string;
  readonly place: string;
  readonly now: number;
}
