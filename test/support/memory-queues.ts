import type { DeadLetterQueue, EventInbox } from '../../lib/deliver/ports.ts';
import { type EventQueue, toAsciiJson, toMessageBody } from '../../lib/event/message.ts';
import type { Clock } from '../../lib/event/time.ts';

interface Stored {
  readonly id: string;
  readonly body: string;
  receives: number;
  visibleAt: number;
  receiptHandle: string;
  /** It was deleted, and comes once more all the same. */
  isAgain: boolean;
}

export interface MemoryMessage {
  readonly id: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** How often it was received, this time included. */
  readonly receives: number;
}

export interface MemoryQueue {
  send(body: string): string;
  /** At most ten visible messages, which nobody else sees for so long. */
  receive(visibilityMs: number): readonly MemoryMessage[];
  delete(receiptHandle: string): void;
  /** Bodies of everything that was not deleted. */
  bodies(): readonly string[];
  /** How many messages were not deleted. */
  count(): number;
  /** When the next message can be received; undefined where none is there. */
  visibleAt(): number | undefined;
}

export interface MemoryQueueOptions {
  /** Which of the visible messages comes next: a standard queue keeps no order. From 0 up to how many there are. */
  readonly pick?: (visible: number) => number;
  /** Whether a message is delivered once more although it was deleted. */
  readonly comesAgain?: () => boolean;
  /** A message that was received so often goes to the other queue instead. */
  readonly redrive?: { readonly maxReceives: number; readonly to: MemoryQueue };
}

/** SQS's rules for a standard queue: at least once, ten at a time, invisible while somebody works, a new receipt at each delivery. */
export const makeMemoryQueue = (clock: Clock, name: string, options: MemoryQueueOptions = {}): MemoryQueue => {
  const { pick = () => 0, comesAgain = () => false, redrive } = options;
  let messages: Stored[] = [];
  let sent = 0;
  const takeVisible = (): Stored[] => {
    const visible = messages.filter(({ visibleAt }) => visibleAt <= clock.now());
    const taken: Stored[] = [];
    while (visible.length > 0 && taken.length < 10) taken.push(...visible.splice(pick(visible.length), 1));
    return taken;
  };
  const isExhausted = (message: Stored): boolean => {
    if (redrive === undefined || message.receives < redrive.maxReceives) return false;
    redrive.to.send(message.body);
    messages = messages.filter((other) => other !== message);
    return true;
  };
  return {
    send: (body) => {
      sent += 1;
      const id = `${name}-${sent}`;
      messages.push({ id, body, receives: 0, visibleAt: 0, receiptHandle: '', isAgain: false });
      return id;
    },
    receive: (visibilityMs) =>
      takeVisible()
        .filter((message) => !isExhausted(message))
        .map((message) => {
          message.receives += 1;
          message.visibleAt = clock.now() + visibilityMs;
          message.receiptHandle = `${message.id}/${message.receives}`;
          return {
            id: message.id,
            receiptHandle: message.receiptHandle,
            body: message.body,
            receives: message.receives,
          };
        }),
    delete: (receiptHandle) => {
      const message = messages.find((known) => known.receiptHandle === receiptHandle);
      if (message === undefined) return;
      if (!message.isAgain && comesAgain()) Object.assign(message, { isAgain: true, receiptHandle: '' });
      else messages = messages.filter((known) => known !== message);
    },
    bodies: () => messages.map(({ body }) => body),
    count: () => messages.length,
    visibleAt: () => (messages.length === 0 ? undefined : Math.min(...messages.map(({ visibleAt }) => visibleAt))),
  };
};

export const toEventQueue = (queue: MemoryQueue): EventQueue => ({
  send: async (message) => {
    queue.send(toMessageBody(message));
  },
});

export const toInbox = (queue: MemoryQueue): EventInbox => ({
  delete: async (receiptHandles) => {
    for (const receiptHandle of receiptHandles) queue.delete(receiptHandle);
  },
});

export const toDeadLetterQueue = (queue: MemoryQueue): DeadLetterQueue => ({
  send: async (letter) => queue.send(toAsciiJson(letter)),
  count: async () => queue.count(),
  receive: async (visibilitySeconds) =>
    queue
      .receive(visibilitySeconds * 1_000)
      .map(({ id, receiptHandle, body }) => ({ messageId: id, receiptHandle, body })),
  delete: async (receiptHandle) => queue.delete(receiptHandle),
});
