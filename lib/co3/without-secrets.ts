import type { ReadAnswer } from './answer.ts';
import type { Co3Error } from './codes.ts';

/** The answer with the call's secrets taken out of its errors: CO3 may quote what it was sent, and an error goes into a letter. */
export const withoutSecrets = (answer: ReadAnswer, secrets: readonly string[]): ReadAnswer => {
  if (answer.kind !== 'refused') return answer;
  const hide = (text: string): string =>
    secrets.filter((secret) => secret !== '').reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text);
  const hideIn = (error: Co3Error): Co3Error => ({
    ...error,
    text: hide(error.text),
    fields: error.fields.map((field) => ({ ...field, value: hide(field.value), allowed: field.allowed.map(hide) })),
  });
  const [first, ...others] = answer.errors;
  return { kind: 'refused', errors: [hideIn(first), ...others.map(hideIn)] };
};
