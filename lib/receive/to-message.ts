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
  return toProblem(received, { problem: 'OrderTooLarge', detail, orderId: idOf(snapshot), body: null });
};

const idOf = (snapshot: Snapshot): string | null => (snapshot.kind === 'order' ? snapshot.orderId : null);

const toProblem = (
  { shop, traceId, topic, raw }: Received,
  what: Pick<ProblemMessage, 'problem' | 'detail' | 'orderId' | 'body'>,
): ProblemMessage => ({
  kind: 'problem',
  shop,
  traceId,
  topic,
  bodyDigest: createHash('sha256').update(raw).digest('hex'),
  ...what,
});

const packed = (raw: Uint8Array): string => gzipSync(raw).toString('base64');

// The text is ASCII: as many bytes as characters.
const fits = (message: SentMessage): boolean => toAsciiJson(message).length <= MAX_MESSAGE_BYTES;
