import { wordsOf } from '../../co3/error-words.ts';
import type { LetterError } from '../../dead-letters/letter.ts';
import type { Language } from '../texts/texts.ts';

/** What is wrong, in a few words. */
export const headline = (error: Pick<LetterError, 'code' | 'name'>, lang: Language): string =>
  wordsOf(error).title[lang];

/** `CO3 22 InvalidEmail`: what developers and CO3's people know it by. */
export const technicalName = ({ code, name }: Pick<LetterError, 'code' | 'name'>): string =>
  code === null ? name : `CO3 ${code} ${name}`;
