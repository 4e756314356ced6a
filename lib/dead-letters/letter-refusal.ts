import type { Letter } from './letter.ts';

/** Why nothing came of what a person asked of a letter. */
export interface LetterRefusal {
  readonly why:
    | 'no-such-letter'
    | 'not-parked'
    | 'no-order'
    | 'not-kept' // the message of a letter that is about nothing else
    | 'outcome-unknown' // only adopting or sending again helps
    | 'other-letter' // neither helps with this one
    | 'nothing-unknown'
    | 'faulty-number'
    | 'payment'
    | 'still-searched'
    | 'too-early'
    | 'faulty-reason'
    | 'redrive-instead'
    | 'being-tried'
    | 'answered-meanwhile'
    | 'not-in-settings'
    | 'not-correctable'
    | 'settings-instead' // the lines of shops.yml stand in the text
    | 'faulty-value'
    | 'as-it-stands'
    | 'changed-meanwhile'
    | 'still-wrong';
  /** For the person who asked: what is so, and what to do instead. */
  readonly text: string;
}

export const NO_SUCH_LETTER: LetterRefusal = {
  why: 'no-such-letter',
  text: 'There is no letter of this id. `bridge dlq list` shows those that are open.',
};

export const NO_ORDER: LetterRefusal = {
  why: 'no-order',
  text: 'Nothing that the letter is about could be tried again. Mend what it names and let the shop send it once more.',
};

export const notParked = ({ id, state }: Letter): LetterRefusal => ({
  why: 'not-parked',
  text: `The letter is ${state}. Only a parked letter can be answered; \`bridge dlq show ${id}\` shows what happened to it.`,
});

export const nothingUnknown = ({ id }: Letter): LetterRefusal => ({
  why: 'nothing-unknown',
  text: `The order has nothing any more whose outcome is unknown: it was found meanwhile, or somebody else has answered. \`bridge dlq show ${id}\` shows what happened.`,
});

export const answeredMeanwhile = ({ id }: Letter): LetterRefusal => ({
  why: 'answered-meanwhile',
  text: `What the letter is about has moved on, and the letter closes by itself. \`bridge dlq show ${id}\` shows what happened.`,
});
