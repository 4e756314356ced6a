import { describe, expect, it } from 'vitest';
import type { DeadLetterQueue, EventInbox } from '../../lib/deliver/ports.ts';
import { type EventQueue, parseEventMessage, type SentMessage } from '../../lib/event/message.ts';
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

    it('deletes more than ten messages at once', async () => {
      const { queue, inbox, receive, count } = await make();
      for (let sent = 0; sent < 12; sent += 1) await queue.send({ kind: 'bell', account: 'acme' });
      const received = [...(await receive()), ...(await receive())];

      await inbox.delete(received.map(({ receiptHandle }) => receiptHandle));

      expect({ received: received.length, left: count() }).toStrictEqual({ received: 12, left: 0 });
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
