import { type Decimal, fromInteger, minus, toDecimal } from '../event/decimal.ts';
import type { DocumentRow } from './drafts.ts';

const WORDS = {
  hu: { quantity: 'Mennyiség', price: 'Árkülönbözet' },
  en: { quantity: 'Quantity', price: 'Price difference' },
} as const;

/** What a row of one piece at the whole price says about how many it stands for. */
export const quantityNote = (language: string, quantity: string, unit: string): string =>
  `${wordsOf(language).quantity}: ${quantity} ${unit}`;

/** What a row says that changes a price and takes or adds no pieces. */
export const priceNote = (language: string): string => wordsOf(language).price;

/** How many pieces a row stands for, negative where it takes back. */
export const piecesOf = ({ quantity, note }: Pick<DocumentRow, 'quantity' | 'note'>): Decimal => {
  if (note === WORDS.hu.price || note === WORDS.en.price) return fromInteger(0);
  const [, noted] = QUANTITY_NOTE.exec(note) ?? [];
  if (noted === undefined) return toDecimal(quantity);
  return quantity.startsWith('-') ? minus(fromInteger(0), toDecimal(noted)) : toDecimal(noted);
};

const QUANTITY_NOTE = new RegExp(`^(?:${WORDS.hu.quantity}|${WORDS.en.quantity}): (\\d+(?:\\.\\d+)?) `);

const wordsOf = (language: string): { readonly quantity: string; readonly price: string } =>
  language.startsWith('hu') ? WORDS.hu : WORDS.en;
