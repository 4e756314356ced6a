import { fail, ok, type Result } from '../../event/result.ts';

/** The body's JSON. Whole numbers that a double cannot hold (ids over 2^53) come as their own text. */
export const parseBody = (raw: Uint8Array): Result<unknown, string> => {
  let text: string;
  try {
    text = UTF8.decode(raw);
  } catch {
    return fail('the body is not UTF-8');
  }
  try {
    // A reviver costs several times what the parsing costs, and hardly a body has such a number.
    return ok(LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text));
  } catch {
    return fail('the body is not JSON');
  }
};

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const LONG_NUMBER = /[:[,]\s*-?\d{16}/;

const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (context?.source ?? value)
    : value;
