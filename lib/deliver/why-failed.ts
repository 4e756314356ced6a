import type { Co3Answer } from '../co3/answer-types.ts';

type CallProblem = Exclude<Co3Answer, { kind: 'data' } | { kind: 'acknowledged' } | { kind: 'no-time' }>;

/** Why a call brought no data, as a sentence for the person at the terminal. */
export const whyFailed = (problem: CallProblem): string => {
  switch (problem.kind) {
    case 'refused': {
      const [{ code, name, text }] = problem.errors;
      return `CO3 refuses: ${code ?? ''} ${name} (${text}).`;
    }
    case 'unreadable':
      return `CO3’s answer cannot be read: ${problem.why}.`;
    case 'no-answer':
      return `CO3 gave no answer: ${toText(problem.cause)}.`;
    case 'never-left':
      return `CO3 was not reached: ${toText(problem.cause)}.`;
    default:
      return problem satisfies never;
  }
};

const toText = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'for no known reason';
  return cause.cause instanceof Error ? `${cause.message}: ${toText(cause.cause)}` : cause.message;
};
