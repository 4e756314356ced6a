import type { ContactDraft, InvoiceDraft } from '../translate/drafts.ts';
import { CO3_CODES, type Co3CodeNumber, type Co3Error } from './codes.ts';
import { decodeError, type SentTag } from './decode.ts';

export interface Prediction {
  readonly error: Co3Error;
  /** CO3 is sure to refuse, so that no call need be made; otherwise it is very likely. */
  readonly certain: boolean;
}

/** What CO3 would refuse, as far as it can be told without asking; decoded as CO3's own answer would be. */
export const predictRefusals = (contact: ContactDraft, invoice: InvoiceDraft): readonly Prediction[] =>
  RULES.flatMap(({ code, certain, method, refuses, tags, tail }) =>
    refuses(contact, invoice)
      ? [{ error: decodeError(code, said(code, tail(invoice)), { method, tags: tags(contact, invoice) }), certain }]
      : [],
  );

interface Rule {
  readonly code: Co3CodeNumber;
  readonly certain: boolean;
  readonly method: 'setContact' | 'setInvoice';
  readonly refuses: (contact: ContactDraft, invoice: InvoiceDraft) => boolean;
  readonly tags: (contact: ContactDraft, invoice: InvoiceDraft) => readonly SentTag[];
  /** What CO3's text would go on with. */
  readonly tail: (invoice: InvoiceDraft) => string;
}

const leaf = (tag: string, value: string): SentTag => ({ tag, path: '', value });
const isBlank = (text: string): boolean => text.trim() === '';

const RULES: readonly Rule[] = [
  {
    code: 206,
    certain: true,
    method: 'setContact',
    refuses: ({ lastName, firstName, firm }) => [lastName, firstName, firm].every(isBlank),
    tags: (contact) => [
      leaf('contact_lastname', contact.lastName),
      leaf('contact_firstname', contact.firstName),
      leaf('contact_firm', contact.firm),
    ],
    tail: () => '',
  },
  {
    code: 22,
    certain: false,
    method: 'setContact',
    refuses: ({ email }) => !isBlank(email) && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim()),
    tags: (contact) => [leaf('contact_email', contact.email)],
    tail: () => '',
  },
  {
    code: 20,
    certain: false,
    method: 'setContact',
    refuses: ({ taxNumber, country }) => !isBlank(taxNumber) && !canBeTaxNumber(taxNumber, country),
    tags: (contact) => [leaf('contact_vat_number', contact.taxNumber)],
    tail: () => '',
  },
  {
    code: 311,
    certain: false,
    method: 'setInvoice',
    // CO3 takes other currencies on request, so this is likely and no more.
    refuses: (_, { currency }) => !isOneOf(CO3_CODES[311].allowed, currency),
    tags: (_, { currency }) => [leaf('currency', currency)],
    tail: ({ currency }) => currency,
  },
  {
    code: 308,
    certain: false,
    method: 'setInvoice',
    refuses: (_, { language }) => !/^[a-z]{2}_[A-Z]{2}$/.test(language),
    tags: (_, { language }) => [leaf('language', language)],
    tail: ({ language }) => language,
  },
  {
    code: 303,
    certain: false,
    method: 'setInvoice',
    refuses: (_, { payment }) => !isOneOf(CO3_CODES[303].allowed, payment),
    tags: (_, { payment }) => [leaf('method', payment)],
    tail: () => '',
  },
];

const said = (code: Co3CodeNumber, tail: string): string => `${CO3_CODES[code].text} ${tail}`.trim();

const isOneOf = (allowed: readonly string[], value: string): boolean => allowed.includes(value);

const canBeTaxNumber = (taxNumber: string, country: string): boolean => {
  const bare = taxNumber.replace(/[\s.-]/g, '').toUpperCase();
  if (country === 'HU') return /^(HU\d{8}|\d{8}|\d{11})$/.test(bare) && hasHungarianCheckDigit(bare.replace('HU', ''));
  return /^(?=.*\d)[A-Z0-9+*]{5,20}$/.test(bare);
};

// The eighth digit of a Hungarian tax number makes the sum of the first seven, weighted 9, 7, 3, 1, 9, 7, 3, end in 0.
const hasHungarianCheckDigit = (digits: string): boolean =>
  [9, 7, 3, 1, 9, 7, 3, 1].reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0) % 10 === 0;
