import type { Bilingual } from '../co3/codes.ts';
import { ROW_PATH } from '../deliver/corrections/places.ts';
import { compare, formatDecimal, toDecimal } from '../event/decimal.ts';
import { own } from '../event/own.ts';
import { PAYMENTS } from '../settings/payments.ts';
import { isOneLine } from './one-line.ts';

/** What may be put into a place of an order, for people and for the program. */
export interface CorrectionRule {
  readonly label: Bilingual;
  readonly rule: Bilingual;
  /** The only values that are allowed; empty where there are too many to name. */
  readonly allowed: readonly string[];
  /** The value as it is kept, or undefined where it breaks the rule. */
  readonly parse: (text: string) => string | undefined;
}

/** The places of a buyer, of a row and of the order's own settings, in the order in which they are shown. */
export const BUYER_PATHS = [
  ...['buyer.name.last', 'buyer.name.first', 'buyer.company', 'buyer.taxNumber', 'buyer.email', 'buyer.phone'],
  ...['buyer.country', 'buyer.address.zip', 'buyer.address.city', 'buyer.address.street'],
];
export const ROW_NAMES = ['name', 'rates'] as const;

/** The rule of a path that can be corrected. */
export const ruleOf = (path: string): CorrectionRule | undefined => {
  const [, name] = ROW_PATH.exec(path) ?? [];
  return name === undefined ? own(RULES, path) : own(ROW_RULES, name);
};

const LONGEST = 200;

const line = (text: string): string | undefined => (isOneLine(text, LONGEST) ? text : undefined);

const ANY_LINE: Bilingual = {
  en: `One line of at most ${LONGEST} characters; may be empty.`,
  hu: `Egy sor, legfeljebb ${LONGEST} karakter; üres is lehet.`,
};

const ofText = (en: string, hu: string, rule: Bilingual = ANY_LINE): CorrectionRule => ({
  label: { en, hu },
  rule,
  allowed: [],
  parse: line,
});

const positive = (text: string): string | undefined => {
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined;
  const decimal = toDecimal(text);
  return decimal.units > 0n ? formatDecimal(decimal, 0) : undefined;
};

const percent = (text: string): string | undefined => {
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text)) return undefined;
  const decimal = toDecimal(text);
  return compare(decimal, toDecimal('100')) <= 0 ? formatDecimal(decimal, 0) : undefined;
};

const percents = (text: string): string | undefined => {
  const rates = text.split('+').map((rate) => percent(rate.trim()));
  return rates.includes(undefined) ? undefined : rates.join(' + ');
};

const RULES: Readonly<Record<string, CorrectionRule>> = {
  'buyer.name.last': ofText('last name', 'vezetéknév'),
  'buyer.name.first': ofText('first name', 'keresztnév'),
  'buyer.company': ofText('company', 'cégnév'),
  'buyer.taxNumber': ofText('tax number', 'adószám', {
    en: 'A Hungarian tax number such as 12345676-1-42, or a VAT number of the EU such as DE123456789; empty for none.',
    hu: 'Magyar adószám, például 12345676-1-42, vagy közösségi adószám, például DE123456789; üres, ha nincs.',
  }),
  'buyer.email': ofText('e-mail', 'e-mail-cím', {
    en: 'An address such as anna@example.hu; may be empty.',
    hu: 'Egy cím, például anna@example.hu; üres is lehet.',
  }),
  'buyer.phone': ofText('phone', 'telefonszám'),
  'buyer.country': {
    label: { en: 'country', hu: 'ország' },
    rule: { en: 'Two capital letters (ISO 3166-1), such as HU.', hu: 'Két nagybetű (ISO 3166-1), például HU.' },
    allowed: [],
    parse: (text) => (/^[A-Z]{2}$/.test(text) ? text : undefined),
  },
  'buyer.address.zip': ofText('postal code', 'irányítószám'),
  'buyer.address.city': ofText('city', 'település'),
  'buyer.address.street': ofText('street and number', 'utca, házszám'),
  'settings.payments': {
    label: { en: 'way of payment', hu: 'fizetési mód' },
    rule: { en: 'One of CO3’s ways of payment.', hu: 'A CO3 fizetési módjainak egyike.' },
    allowed: PAYMENTS,
    parse: (text) => PAYMENTS.find((payment) => payment === text),
  },
  'settings.fxRate': {
    label: { en: 'exchange rate', hu: 'árfolyam' },
    rule: {
      en: 'How much one unit of the order’s currency is worth in the account’s own, such as 398.5.',
      hu: 'A rendelés pénznemének egy egysége a fiók saját pénznemében, például 398.5.',
    },
    allowed: [],
    parse: positive,
  },
};

const ROW_RULES: Readonly<Record<(typeof ROW_NAMES)[number], CorrectionRule>> = {
  name: {
    ...ofText('name', 'megnevezés', {
      en: `One line of 1 to ${LONGEST} characters.`,
      hu: `Egy sor, 1–${LONGEST} karakter.`,
    }),
    parse: (text) => (text === '' ? undefined : line(text)),
  },
  rates: {
    label: { en: 'VAT rate', hu: 'áfakulcs' },
    rule: {
      en: 'A percent such as 27; several are joined by +. It has to agree with the tax of the row.',
      hu: 'Százalék, például 27; több kulcsot + köt össze. Egyeznie kell a tétel áfájával.',
    },
    allowed: [],
    parse: percents,
  },
};
