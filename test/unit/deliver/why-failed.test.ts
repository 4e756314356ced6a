import { expect, it } from 'vitest';
import { whyFailed } from '../../../lib/deliver/why-failed.ts';

const REFUSED = new Error('connect ECONNREFUSED 127.0.0.1:8787');

it.each([
  [
    'CO3 was not reached: the secret of the account cannot be read: connect ECONNREFUSED 127.0.0.1:8787.',
    { kind: 'never-left', cause: new Error('the secret of the account cannot be read', { cause: REFUSED }) } as const,
  ],
  ['CO3 gave no answer: for no known reason.', { kind: 'no-answer', cause: 'reset' } as const],
  ['CO3’s answer cannot be read: no XML.', { kind: 'unreadable', status: 502, why: 'no XML' } as const],
])('says: %s', (text, problem) => {
  expect(whyFailed(problem)).toBe(text);
});
