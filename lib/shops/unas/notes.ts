import type { OrderSnapshot } from '../../event/snapshot.ts';

/** Where an order's free texts stand; besides them the shop's own questions at the checkout, by their wording. */
export const NOTE_PLACES = ['invoice.taxNumber', 'invoice.euTaxNumber', 'comment'] as const;
export const QUESTIONS = 'orderParameters.';
export const TAX_NUMBER_PLACES = ['invoice.taxNumber', 'invoice.euTaxNumber', `${QUESTIONS}Adószám`] as const;

export const note = (name: string, value: string): OrderSnapshot['notes'][number] => ({ name, value });

export const isFilled = ({ value }: OrderSnapshot['notes'][number]): boolean => value !== '';

/** A buyer who gives a number of this form buys for a company: webhooks do not say it otherwise. */
export const looksLikeTaxNumber = (text: string): boolean => /^[A-Za-z]{0,2}\d[\d -]{7,14}$/.test(text);
