import { createHash } from 'node:crypto';
import type { RequestHeaders } from '../platform.ts';
import { isAnySignedByAny, signatureOf } from '../signature.ts';

/** What a message is signed with (Standard Webhooks 1.0.0). */
export interface SignatureHeaders {
  readonly id: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** `v1,<base64>`, several of them with blanks between. */
  readonly signature: string;
}

const ID = 'webhook-id';
const TIMESTAMP = 'webhook-timestamp';
const SIGNATURE = 'webhook-signature';

/** Undefined where one is missing. */
export const findSignature = (headers: RequestHeaders): SignatureHeaders | undefined => {
  const id = headers.get(ID) ?? '';
  const timestamp = headers.get(TIMESTAMP) ?? '';
  const signature = headers.get(SIGNATURE) ?? '';
  return id === '' || timestamp === '' || signature === '' ? undefined : { id, timestamp, signature };
};

/** Whether one of the secrets has signed these bytes within five minutes of `now`. */
export const isSigned = (
  raw: Uint8Array,
  { id, timestamp, signature }: SignatureHeaders,
  secrets: readonly string[],
  now: number,
): boolean => {
  // With a full stop in the id, the same signed text could be cut into id, time and body in two ways.
  if (id.includes('.') || !isRecent(timestamp, now)) return false;
  const claims = signature
    .split(' ')
    .filter((one) => one.startsWith(V1))
    .map((one) => one.slice(V1.length));
  return isAnySignedByAny(
    toSigned(id, timestamp, raw),
    claims,
    secrets.map(toKey).filter((key) => key !== undefined),
  );
};

/** The headers of a message that leaves now. The same bytes bear the same id: a repeat is one. */
export const toSignatureHeaders = (raw: Uint8Array, secret: string, now: number): Readonly<Record<string, string>> => {
  const id = `msg_${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`;
  const timestamp = String(Math.floor(now / 1000));
  const key = toKey(secret);
  return {
    [ID]: id,
    [TIMESTAMP]: timestamp,
    [SIGNATURE]: `${V1}${key === undefined ? '' : signatureOf(toSigned(id, timestamp, raw), key)}`,
  };
};

const V1 = 'v1,';
const TOLERANCE_S = 300;

const isRecent = (timestamp: string, now: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(Math.floor(now / 1000) - Number(timestamp)) <= TOLERANCE_S;

const toSigned = (id: string, timestamp: string, raw: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), raw]);

/** The bytes that a secret stands for; undefined where it is no base64 of 24 to 64 bytes, and can sign nothing. */
const toKey = (secret: string): Uint8Array | undefined => {
  const text = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : secret;
  const key = Buffer.from(text, 'base64');
  // Node skips what is no base64, so that other texts would come to a shorter key.
  if (key.toString('base64') !== text) return undefined;
  return key.length >= 24 && key.length <= 64 ? key : undefined;
};
