import { isTree } from './intrinsics.ts';
import type { LocalEventSource } from './template.ts';

export interface ReceivedMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, ReceivedAttribute>>;
}

interface ReceivedAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

/** What a function is called with for messages of a queue. */
export const toSqsEvent = (
  messages: readonly ReceivedMessage[],
  source: LocalEventSource,
  region: string,
): unknown => ({
  Records: messages.map((message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: source.queue.arn,
    awsRegion: region,
  })),
});

/**
 * The messages that are dealt with and leave the queue; the others come back after their visibility time-out.
 * As on AWS an answer that cannot be understood, or names a message that was not in the batch, fails the whole batch.
 */
export const toHandled = (
  messages: readonly ReceivedMessage[],
  answer: unknown,
  reportsFailures: boolean,
): readonly ReceivedMessage[] => {
  if (!reportsFailures || answer === null || answer === undefined || answer === '') return messages;
  if (!isTree(answer)) return [];
  const failures = answer['batchItemFailures'] ?? [];
  if (!Array.isArray(failures)) return [];
  const failed = failures.map((failure: unknown) => (isTree(failure) ? failure['itemIdentifier'] : undefined));
  const known = new Set<unknown>(messages.map(({ MessageId }) => MessageId));
  if (!failed.every((id) => known.has(id))) return [];
  return messages.filter(({ MessageId }) => !failed.includes(MessageId));
};
