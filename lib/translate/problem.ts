import type { ProblemField, TranslateProblem } from './drafts.ts';

export const problem = (
  name: TranslateProblem['name'],
  text: string,
  ...fields: readonly ProblemField[]
): { readonly ok: false; readonly problem: TranslateProblem } => ({ ok: false, problem: { name, text, fields } });

export const field = (path: string, value: string, allowed: readonly string[] = []): ProblemField => ({
  path,
  value,
  allowed,
});
