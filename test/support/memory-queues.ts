import type { DeadLetterQueue, EventInbox } from '../../lib/deliver/ports.ts';
import { type EventQueue, toAsciiJson } from '../../lib/event/message.ts';
import type { Clock } from '../../lib/event/time.ts';

interface Stored {
  readonly id: string;
  readonly body: string;
  receives: number;
  visibleAt: number;
  receiptHandle: string;
}

export interface MemoryQueue {
  send(body: string): string;
  /** At most ten visible messages, which nobody else sees for so long. */
  receive(
    visibilityMs: number,
  ): readonly { readonly id: string; readonly receiptHandle: string; readonly body: string }[];
  delete(receiptHandle: string): void;
  /** Bodies of everything that was not deleted. */
  bodies(): readonly string[];
}

/** SQS's rules for a standard queue: at least once, ten at a time, invisible while somebody works, a new receipt at each delivery. */
export const makeMemoryQueue = (clock: Clock, name: string): MemoryQueue => {
  let messages: Stored[] = [];
  let sent = 0;
  return {
    send: (body) => {
      sent += 1;
      const id = `${name}-${sent}`;
      messages.push({ id, body, receives: 0, visibleAt: 0, receiptHandle: '' });
      return id;
    },
    receive: (visibilityMs) =>
      messages
        .filter(({ visibleAt }) => visibleAt <= clock.now())
        .slice(0, 10)
        .map((message) => {
          message.receives += 1;
          message.visibleAt = clock.now() + visibilityMs;
          message.receiptHandle = `${message.id}/${message.receives}`;
          return { id: message.id, receiptHandle: message.receiptHandle, body: message.body };
        }),
    delete: (receiptHandle) => {
      messages = messages.filter((message) => message.receiptHandle !== receiptHandle);
    },
    bodies: () => messages.map(({ body }) => body),
  };
};

export const toEventQueue = (queue: MemoryQueue): EventQueue => ({
  send: async (message) => {
    queue.send(toAsciiJson(message));
  },
});

export const toInbox = (queue: MemoryQueue): EventInbox => ({
  delete: async (receiptHandles) => {
    for (const receiptHandle of receiptHandles) queue.delete(receiptHandle);
  },
});

export const toDeadLetterQueue = (queue: MemoryQueue): DeadLetterQueue => ({
  send: async (letter) => queue.send(toAsciiJson(letter)),
  receive: async (visibilitySeconds) =>
    queue
      .receive(visibilitySeconds * 1_000)
      .map(({ id, receiptHandle, body }) => ({ messageId: id, receiptHandle, body })),
  delete: async (receiptHandle) => queue.delete(receiptHandle),
});
