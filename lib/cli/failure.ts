import type { Failure } from './outcome.ts';

/** What an exception means to the person at the terminal, and what to do next. */
export const toFailure = (cause: unknown): Failure => {
  const error = innermost(cause);
  return { code: 1, text: `${error.name}: ${error.message}\n${nextAfter(cause)}` };
};

/** What to do after an exception. */
export const nextAfter = (cause: unknown): string => {
  const error = innermost(cause);
  return RULES.find(({ pattern }) => pattern.test(`${error.name} ${error.message}`))?.next ?? UNEXPECTED;
};

const UNEXPECTED = 'This was not expected. Try once more; if it comes again, report it with this text.';

const RULES: readonly { readonly pattern: RegExp; readonly next: string }[] = [
  {
    pattern: /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|TimeoutError|fetch failed/,
    next: 'Nothing answers there. With --local: start the stack with `npm start`. On AWS: look at the address and the network.',
  },
  {
    pattern: /credential|CredentialsProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|\bSSO\b/i,
    next: 'AWS does not know you. Sign in (`aws sso login`, or AWS_PROFILE), or add --local for the stack on this machine.',
  },
  {
    pattern: /QueueDoesNotExist|NonExistentQueue|queue does not exist|Requested resource not found/i,
    next: 'There is no such stack. Look at --stage and --region, deploy it with `npx serverless deploy`, or add --local.',
  },
  {
    pattern: /ResourceNotFoundException/,
    next: 'That does not exist there. Look at --stage, --region and the names in shops.yml (docs/operations.md).',
  },
  {
    pattern: /AccessDenied|not authorized/i,
    next: 'Your AWS user may not do this. Sign in as one who may (docs/operations.md).',
  },
];

/** `fetch failed` and the SDK's errors keep what happened in their cause. */
export const innermost = (cause: unknown): Error => {
  if (!(cause instanceof Error)) return new Error(String(cause));
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return innermost(cause.errors[0]);
  return cause.cause instanceof Error ? innermost(cause.cause) : cause;
};
