import type { LetterRecord, LetterState } from '../../lib/dead-letters/letter.ts';

/** Sees that a letter goes from state to state as it may, and that of all who answer it at once one is heard. */
export const makeLetterWatch = () => {
  const states = new Map<string, LetterState>();
  return {
    wrote: ({ key, letter }: LetterRecord): string | undefined => {
      const before = states.get(key);
      states.set(key, letter.state);
      const { state, error } = letter;
      if (before !== undefined && before !== state && !NEXT[before].includes(state))
        return `the letter ${key} (${error.name}) was ${before} and is ${state}`;
      return isAnsweredTwice(letter.history)
        ? `the letter ${key} (${error.name}) was answered twice: ${letter.history.map(({ action }) => action).join(', ')}`
        : undefined;
    },
  };
};

const NEXT: Readonly<Record<LetterState, readonly LetterState[]>> = {
  parking: ['parked', 'redriving', 'closing', 'closed'],
  parked: ['parking', 'redriving', 'closing', 'closed'],
  redriving: ['parking', 'closing', 'closed'],
  closing: ['closed', 'parking', 'redriving'],
  closed: ['parking', 'redriving'],
};

const isAnsweredTwice = (history: LetterRecord['letter']['history']): boolean => {
  let isAnswered = false;
  for (const { action, by } of history) {
    switch (action) {
      case 'corrected':
        break;
      case 'parked':
      case 'reopened':
      case 'closed':
        isAnswered = false;
        break;
      default:
        // The AWS console asks nobody before it moves a message.
        if (isAnswered && by !== 'aws-console') return true;
        isAnswered = true;
    }
  }
  return false;
};
