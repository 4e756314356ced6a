import { gzipSync } from 'node:zlib';
import { fromItem, readLetterLine } from '../../../lib/aws/ledger-item.ts';
import { strayMessageOf, toStrayLetter } from '../../../lib/dead-letters/stray.ts';
import { RecordUnreadable } from '../../../lib/deliver/ports.ts';
import { parseEventMessage } from '../../../lib/event/message.ts';
import { aLaneRecord, aLetter, aLetterRecord, anOrderRecord } from '../../support/ledger-records.ts';
import { anOrder } from '../../support/orders.ts';
import type { FuzzTarget } from '../target.ts';

const NOW = Date.parse('2026-12-06T10:00:00Z');

/** Messages of the queue, and the letter of one that nobody could read. */
const messages: FuzzTarget = {
  name: 'messages',
  format: 'json',
  seeds: () =>
    [
      { kind: 'snapshot', shop: 'acme-shop', traceId: 't', snapshot: anOrder() },
      { kind: 'bell', account: 'acme' },
      {
        ...{ kind: 'problem', shop: 'acme-shop', traceId: 't', problem: 'UnreadablePayload', detail: 'x', topic: 'x' },
        ...{ orderId: null, bodyDigest: 'abc', body: null },
      },
      aLetter(),
    ].map((message) => Buffer.from(JSON.stringify(message))),
  run: (input) => {
    const body = Buffer.from(input).toString('utf8');
    const parsed = parseEventMessage(body);
    strayMessageOf(toStrayLetter({ messageId: 'message-1', body }, NOW));
    return parsed.ok ? [] : [parsed.problem];
  },
};

/** Records as the table keeps them: whole ones, and bytes that are none. */
const records: FuzzTarget = {
  name: 'records',
  format: 'json',
  seeds: () => [anOrderRecord(), aLetterRecord(), aLaneRecord()].map((record) => Buffer.from(JSON.stringify(record))),
  run: (input) => [gzipSync(input), input].flatMap((packed) => whyUnreadable(packed)),
};

const whyUnreadable = (packed: Uint8Array): readonly string[] => {
  const readings = [
    () => fromItem({ pk: { S: 'order#1' }, record: { B: packed } }),
    () => readLetterLine({ pk: { S: 'letter#1' }, line: { S: Buffer.from(packed).toString('utf8') } }),
  ];
  return readings.flatMap((read) => {
    try {
      read();
      return [];
    } catch (cause) {
      if (cause instanceof RecordUnreadable) return [cause.message];
      throw cause;
    }
  });
};

export const LEDGER_TARGETS: readonly FuzzTarget[] = [messages, records];
