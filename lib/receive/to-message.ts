import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MAX_MESSAGE_BYTES, type ProblemMessage, type SentMessage } from '../event/message.ts';
import { type Snapshot, subjectOf } from '../event/snapshot.ts';
import { LONGEST_ID } from '../event/snapshot-parts.ts';
import type { Reading } from '../shops/platform.ts';

export type UsedReading = Exclude<Reading, { kind: 'not-used' }>;

export interface Received {
  readonly shop: string;
  readonly traceId: string;
  readonly topic: string;
  readonly raw: Uint8Array;
}

/** What goes into the queue. */
export const toMessage = (received: Received, reading: UsedReading): SentMessage => {
  const { shop, traceId, raw } = received;
  if (reading.kind === 'snapshot') return { kind: 'snapshot', shop, traceId, snapshot: reading.snapshot };
  if (reading.kind === 'redact') return { kind: 'redact', shop, traceId, orders: [...reading.orders] };
  const { problem, detail, orderId } = reading;
  // The body of a buyer's request holds their data; its ids are all that is needed.
  return toProblem(received, { problem, detail, orderId, body: problem === 'DataRequested' ? null : packed(raw) });
};

/** What goes there in the place of a message that is too large for the queue. */
export const toSmallMessage = (received: Received, reading: UsedReading): SentMessage => {
  // Its ids fit by far.
  if (reading.kind === 'redact') return toMessage(received, reading);
  if (reading.kind === 'problem') {
    const { problem, detail, orderId } = reading;
    return toProblem(received, { problem, detail, orderId, body: null });
  }
  const { snapshot } = reading;
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
  orderId: orderId !== null && orderId.length <= LONGEST_ID ? orderId : null,
  body,
});

const MAX_DETAIL = 4_000;

const packed = (raw: Uint8Array): string => gzipSync(raw).toString('base64');
