import { expect, it } from 'vitest';
import { toFailure } from '../../../lib/cli/failure.ts';

const named = (name: string, message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { name });

it.each([
  [
    'a refused connection',
    named('TypeError', 'fetch failed', new Error('connect ECONNREFUSED 127.0.0.1:3000')),
    'npm start',
  ],
  [
    'a refused connection on two addresses',
    new AggregateError([new Error('connect ECONNREFUSED ::1:3000')]),
    'npm start',
  ],
  ['missing credentials', named('CredentialsProviderError', 'Could not load credentials'), 'aws sso login'],
  ['a stage that is not there', named('QueueDoesNotExist', 'The specified queue does not exist.'), 'serverless deploy'],
  ['a right that is missing', named('AccessDeniedException', 'not authorized to perform'), 'as one who may'],
  ['what nobody expected', new RangeError('odd'), 'report it'],
  ['what is no error', 'odd', 'report it'],
])('%s says what to do next', (_, cause, next) => {
  const failure = toFailure(cause);

  expect(failure.code).toBe(1);
  expect(failure.text.split('\n').at(-1)).toContain(next);
});
