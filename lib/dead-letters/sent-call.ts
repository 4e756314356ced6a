import type { Letter } from './letter.ts';

/** `lost`: its worker ended before the call could be kept. `earlier`: the letter is about what was sent in other calls. */
export type SentCall = NonNullable<Letter['call']> | 'lost' | 'earlier' | 'nothing-sent';

/** What a letter has of the call that it is about. */
export const sentCallOf = ({ call, error }: Pick<Letter, 'call' | 'error'>): SentCall => {
  if (call !== null) return call;
  if (error.name === 'OutcomeUnknown') return 'lost';
  return ABOUT_SENT.has(error.name) ? 'earlier' : 'nothing-sent';
};

const ABOUT_SENT: ReadonlySet<string> = new Set([
  'DocumentIdUnknown',
  'DuplicateFound',
  'AmountDiffers',
  'InvoiceMissingInCo3',
  'ProductNotConfirmed',
]);
