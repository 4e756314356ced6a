import { DeleteMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EventInbox } from '../deliver/ports.ts';
import { type EventQueue, toMessageBody } from '../event/message.ts';

export interface QueueDeps {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** The queue `events` of SQS. */
export const makeSqsEventQueue = ({ client, queueUrl }: QueueDeps): EventQueue => ({
  send: async (message) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: toMessageBody(message) }));
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

const MAX_BATCH = 10;
