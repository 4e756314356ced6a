import { createHmac, timingSafeEqual } from 'node:crypto';

/** Base64 of the HMAC-SHA256 of the bytes. */
export const signatureOf = (raw: Uint8Array, secret: string): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

/** Whether any of the secrets has made this signature. Takes the same time whichever it was, and however much of it is right. */
export const isSignedByAny = (raw: Uint8Array, given: string, secrets: readonly string[]): boolean => {
  const claimed = Buffer.from(given);
  let isSigned = false;
  for (const secret of secrets) {
    // Texts are compared and not what they decode to: base64 has several texts for the same bytes.
    const expected = Buffer.from(signatureOf(raw, secret));
    if (expected.length === claimed.length && timingSafeEqual(expected, claimed)) isSigned = true;
  }
  return isSigned;
};
