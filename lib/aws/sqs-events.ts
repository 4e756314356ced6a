import { DeleteMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EventInbox } from '../deliver/ports.ts';
import { type EventQueue, MAX_MESSAGE_BYTES, toAsciiJson } from '../event/message.ts';

export interface QueueDeps {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** The queue `events` of SQS. */
export const makeSqsEventQueue = ({ client, queueUrl }: QueueDeps): EventQueue => ({
  send: async (message) => {
    const body = toAsciiJson(message);
    if (body.length > MAX_MESSAGE_BYTES) throw new MessageTooLarge();
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  },
});

export const makeSqsEventInbox = ({ client, queueUrl }: QueueDeps): EventInbox => ({
  delete: async (receiptHandles) => {
    for (let start = 0; start < receiptHandles.length; start += MAX_BATCH) {
      const handles = receiptHandles.slice(start, start + MAX_BATCH);
      const { Failed: failed = [] } = await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: handles.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle })),
        }),
      );
      if (failed.length > 0) throw new Error(`${failed.length} of ${handles.length} messages were not deleted`);
    }
  },
});

/** SQS would refuse it: whoever builds messages has to keep below MAX_MESSAGE_BYTES. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
}

const MAX_BATCH = 10;
