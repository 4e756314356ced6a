import { describe, expect, it } from 'vitest';
import type { DeadLetterQueue, EventInbox } from '../../lib/deliver/ports.ts';
import { type EventQueue, MAX_MESSAGE_BYTES, parseEventMessage, type SentMessage } from '../../lib/event/message.ts';
import { aLetter } from './ledger-records.ts';
import { anOrder } from './orders.ts';

export interface EventsUnderTest {
  readonly queue: EventQueue;
  readonly inbox: EventInbox;
  /** Up to ten messages, as a worker gets them. */
  receive(): Promise<readonly { readonly receiptHandle: string; readonly body: string }[]>;
  /** How many messages were not deleted. */
  count(): number;
}

const ENVELOPE = JSON.stringify({ kind: 'bell', account: '' }).length;

/** What receive and deliver rely on in every queue `events`. `make` gives an empty one. */
export const describeEvents = (name: string, make: () => Promise<EventsUnderTest>): void => {
  describe(name, () => {
    it.each<SentMessage>([
      { kind: 'bell', account: 'acme' },
      { kind: 'snapshot', shop: 'acme-shop', traceId: 'trace', snapshot: anOrder({ notes: [TRICKY_NOTE] }) },
    ])('hands on a $kind as it was sent, whatever characters it holds', async (message) => {
      const { queue, receive } = await make();

      await queue.send(message);

      const [received] = await receive();
      expect(parseEventMessage(received?.body ?? '')).toStrictEqual({ ok: true, value: message });
    });

    it.each([
      { length: MAX_MESSAGE_BYTES - ENVELOPE, outcome: 'sent' },
      { length: MAX_MESSAGE_BYTES - ENVELOPE + 1, outcome: 'MessageTooLarge' },
    ])('sends what fits into a message: $length letters are $outcome', async ({ length, outcome }) => {
      const { queue } = await make();

      const result = await queue
        .send({ kind: 'bell', account: 'a'.repeat(length) })
        .then(() => 'sent')
        .catch((cause: Error) => cause.name);

      expect(result).toBe(outcome);
    });

    it('deletes more than ten messages at once', async () => {
      const { queue, inbox, receive, count } = await make();
      for (let sent = 0; sent < 12; sent += 1) await queue.send({ kind: 'bell', account: 'acme' });
      const received = [...(await receive()), ...(await receive())];

      await inbox.delete(received.map(({ receiptHandle }) => receiptHandle));

      expect({ received: received.length, left: count() }).toStrictEqual({ received: 12, left: 0 });
    });
  });
};

export interface RawQueue {
  send(body: string): Promise<void>;
  /** At most ten messages, invisible to others for so many seconds. */
  receive(visibilitySeconds: number): Promise<readonly RawMessage[]>;
  delete(receiptHandle: string): Promise<void>;
  /** The queue where messages go that were received too often. */
  readonly exhausted: Pick<RawQueue, 'receive'>;
}

export interface RawMessage {
  readonly receiptHandle: string;
  readonly body: string;
  /** How often it was received, this time included. */
  readonly receives: number;
}

/** SQS's own rules, which the bridge and its model are built on. `make` gives an empty queue whose messages are received so often at most. */
export const describeQueueRules = (name: string, make: (maxReceives: number) => Promise<RawQueue>): void => {
  describe(name, () => {
    it('hands out ten messages at once at most, and each of them to one receiver', async () => {
      const queue = await make(100);
      const bodies = Array.from({ length: 12 }, (_, index) => `message ${index}`);
      for (const body of bodies) await queue.send(body);

      const batches = [await queue.receive(60), await queue.receive(60), await queue.receive(60)];

      expect(batches.map(({ length }) => length)).toStrictEqual([10, 2, 0]);
      expect(batches.flatMap((batch) => batch.map(({ body }) => body)).toSorted()).toStrictEqual(bodies.toSorted());
    });

    it('hands a message out again that nobody has deleted, under another receipt, and counts how often', async () => {
      const queue = await make(100);
      await queue.send('message');

      const [first] = await queue.receive(0);
      const [second] = await queue.receive(0);

      expect([first?.receives, second?.receives]).toStrictEqual([1, 2]);
      expect(second?.body).toBe('message');
      expect(second?.receiptHandle).not.toBe(first?.receiptHandle);
    });

    it('never hands a message out again that was deleted while it was invisible', async () => {
      const queue = await make(100);
      await queue.send('message');
      const [message] = await queue.receive(60);

      await queue.delete(message?.receiptHandle ?? '');

      expect(await queue.receive(0)).toStrictEqual([]);
    });

    it('puts a message into the other queue that was received too often', async () => {
      const queue = await make(2);
      await queue.send('poison');
      await queue.receive(0);
      await queue.receive(0);

      const third = await queue.receive(0);

      expect(third).toStrictEqual([]);
      expect((await queue.exhausted.receive(0)).map(({ body }) => body)).toStrictEqual(['poison']);
    });
  });
};

/** What deliver and tick rely on in every queue `dead-letters`. */
export const describeDeadLetters = (name: string, make: () => Promise<DeadLetterQueue>): void => {
  describe(name, () => {
    it('hands a letter back under the id that it answered', async () => {
      const queue = await make();

      const id = await queue.send(aLetter());

      const notices = await queue.receive(60);
      expect(notices.map(({ messageId, body }) => ({ messageId, letter: JSON.parse(body) }))).toStrictEqual([
        { messageId: id, letter: aLetter() },
      ]);
    });

    it('hides a notice from others for as long as it was asked to', async () => {
      const queue = await make();
      await queue.send(aLetter());
      await queue.receive(60);

      const notices = await queue.receive(60);

      expect(notices).toStrictEqual([]);
    });

    it('shows a notice again at once that was received for no time', async () => {
      const queue = await make();
      await queue.send(aLetter());
      await queue.receive(0);

      const notices = await queue.receive(60);

      expect(notices).toHaveLength(1);
    });

    it('counts the notices that were not deleted', async () => {
      const queue = await make();
      for (const id of ['a', 'b', 'c']) await queue.send(aLetter({ id }));
      const [notice] = await queue.receive(0);
      await queue.delete(notice?.receiptHandle ?? '');

      const before = await queue.count();
      await queue.receive(60);

      expect([before, await queue.count()]).toStrictEqual([2, 2]);
    });

    it('forgets a notice that was deleted', async () => {
      const queue = await make();
      await queue.send(aLetter());
      const [notice] = await queue.receive(0);

      await queue.delete(notice?.receiptHandle ?? '');

      expect(await queue.receive(0)).toStrictEqual([]);
    });
  });
};

const TRICKY_NOTE = { name: 'note', value: 'Árvíztűrő ]]> & "😀" 測試 \u0000\u001f\u007f\ufffe\uffff\ud800' };
