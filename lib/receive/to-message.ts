import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MAX_MESSAGE_BYTES, type ProblemMessage, type SentMessage, toAsciiJson } from '../event/message.ts';
import { type Snapshot, subjectOf } from '../event/snapshot.ts';
import type { Reading } from '../shops/platform.ts';

export interface Received {
  readonly shop: string;
  readonly traceId: string;
  readonly topic: string;
  readonly raw: Uint8Array;
}

/** What goes into the queue, never larger than it takes; undefined where the reading is not used. */
export const toMessage = (received: Received, reading: Reading): SentMessage | undefined => {
  if (reading.kind === 'not-used') return undefined;
  if (reading.kind === 'problem') {
    const { problem, detail, orderId } = reading;
    const whole = toProblem(received, { problem, detail, orderId, body: packed(received.raw) });
    return fits(whole) ? whole : { ...whole, body: null };
  }
  const { shop, traceId } = received;
  const { snapshot } = reading;
  const message: SentMessage = { kind: 'snapshot', shop, traceId, snapshot };
  if (fits(message)) return message;
  const detail = `the snapshot of ${subjectOf(snapshot)} is larger than ${MAX_MESSAGE_BYTES} bytes`;
  const problem = snapshot.kind === 'order' ? 'OrderTooLarge' : 'GoodsTooLarge';
  return toProblem(received, { problem, detail, orderId: idOf(snapshot), body: null });
};

const idOf = (snapshot: Snapshot): string | null => (snapshot.kind === 'order' ? snapshot.orderId : null);

const toProblem = (
  { shop, traceId, topic, raw }: Received,
  { problem, detail, orderId, body }: Pick<ProblemMessage, 'problem' | 'detail' | 'orderId' | 'body'>,
): ProblemMessage => ({
  kind: 'problem',
  shop,
  traceId,
  topic,
  bodyDigest: createHash('sha256').update(raw).digest('hex'),
  problem,
  detail: detail.length <= MAX_DETAIL ? detail : `${detail.slice(0, MAX_DETAIL)}…`,
  // What is longer is no id, and the letter is known by the body's digest.
  orderId: orderId !== null && orderId.length <= MAX_ID ? orderId : null,
  body,
});

const MAX_DETAIL = 4_000;
const MAX_ID = 100;

const packed = (raw: Uint8Array): string => gzipSync(raw).toString('base64');

// The text is ASCII: as many bytes as characters.
const fits = (message: SentMessage): boolean => toAsciiJson(message).length <= MAX_MESSAGE_BYTES;
