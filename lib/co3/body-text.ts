/** CO3's answers are much shorter, a list of all contacts too. */
export const MAX_BODY_BYTES = 10_000_000;

/** Stands in the place of a longer body, and is no XML: nobody takes it for an answer. */
export const TOO_LONG = 'more bytes than an answer has';

/** The text of a body. What is no UTF-8 is no answer of CO3's, whatever its head says; a text that is no XML stands in its place. */
export const toBodyText = (bytes: Uint8Array): string => {
  if (bytes.byteLength > MAX_BODY_BYTES) return TOO_LONG;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'not UTF-8';
  }
};
