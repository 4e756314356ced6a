import { createHmac, timingSafeEqual } from 'node:crypto';

/** A text, or the bytes that one stands for. */
export type Secret = string | Uint8Array;

/** Base64 of the HMAC-SHA256 of the bytes. */
export const signatureOf = (raw: Uint8Array, secret: Secret): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

/** Whether any of the secrets has made this signature. Takes the same time whichever it was, and however much of it is right. */
export const isSignedByAny = (raw: Uint8Array, given: string, secrets: readonly Secret[]): boolean =>
  isAnySignedByAny(raw, [given], secrets);

/** The same where several signatures are given, of which any may fit. The bytes are signed once per secret, however many these are. */
export const isAnySignedByAny = (raw: Uint8Array, given: readonly string[], secrets: readonly Secret[]): boolean => {
  const claims = given.map((one) => Buffer.from(one));
  let isSigned = false;
  for (const secret of secrets) {
    // Texts are compared and not what they decode to: base64 has several texts for the same bytes.
    const expected = Buffer.from(signatureOf(raw, secret));
    for (const claim of claims)
      if (expected.length === claim.length && timingSafeEqual(expected, claim)) isSigned = true;
  }
  return isSigned;
};
