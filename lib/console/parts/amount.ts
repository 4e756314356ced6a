import { formatMinor, minorDigits } from '../../event/money.ts';
import type { Language } from '../texts/texts.ts';

const LOCALES = { en: 'en-GB', hu: 'hu-HU' } as const satisfies Record<Language, string>;

/** An amount as it is written in the language, with its currency. Forint without fillér show none. */
export const amount = (minor: number, currency: string, lang: Language): string => {
  const digits = minorDigits(currency);
  const shown = currency === 'HUF' && minor % 10 ** digits === 0 ? 0 : digits;
  return new Intl.NumberFormat(LOCALES[lang], {
    style: 'currency',
    currency,
    currencyDisplay: lang === 'hu' ? 'symbol' : 'code',
    useGrouping: 'always',
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
    // As text, so that no digit of a large amount is lost on the way.
  }).format(formatMinor(minor, currency) as Intl.StringNumericLiteral);
};

/** A count as it is written in the language. */
export const count = (number: number, lang: Language): string => new Intl.NumberFormat(LOCALES[lang]).format(number);
