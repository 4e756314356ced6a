import type { ReadAnswer } from './answer.ts';
import type { Co3Error } from './codes.ts';

/** The answer with the call's secrets taken out of its errors: CO3 may quote what it was sent, and an error goes into a letter. */
export const withoutSecrets = (answer: ReadAnswer, secrets: readonly string[]): ReadAnswer => {
  if (answer.kind !== 'refused') return answer;
  // The longest first: one may stand within another, whose rest would be left.
  const texts = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  const hide = (text: string): string => texts.reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text);
  const hideIn = (error: Co3Error): Co3Error => ({
    ...error,
    text: hide(error.text),
    fields: error.fields.map(({ tag, path, value, allowed }) => ({
      tag: hide(tag),
      path: hide(path),
      value: hide(value),
      allowed: allowed.map(hide),
    })),
  });
  const [first, ...others] = answer.errors;
  return { kind: 'refused', errors: [hideIn(first), ...others.map(hideIn)] };
};
