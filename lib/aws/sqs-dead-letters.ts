import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { Letter } from '../dead-letters/letter.ts';
import type { DeadLetterQueue, Notice } from '../deliver/ports.ts';
import { MAX_MESSAGE_BYTES, toAsciiJson } from '../event/message.ts';
import type { QueueDeps } from './sqs-events.ts';

export interface DeadLetterDeps extends QueueDeps {
  /** How long `receive` waits for a message, up to 20; with 0 SQS asks only some of its servers. */
  readonly waitSeconds: number;
}

/** The queue `dead-letters` of SQS. The attributes are what the AWS console shows beside a message. */
export const makeSqsDeadLetterQueue = ({ client, queueUrl, waitSeconds }: DeadLetterDeps): DeadLetterQueue => ({
  send: async (letter) => {
    const { MessageId: id } = await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: toBody(letter),
        MessageAttributes: toAttributes(letter),
      }),
    );
    if (id === undefined) throw new Error('SQS took the notice without naming it');
    return id;
  },

  count: async () => {
    const { Attributes: attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: queueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    const { ApproximateNumberOfMessages: seen = 0, ApproximateNumberOfMessagesNotVisible: unseen = 0 } =
      attributes ?? {};
    return Number(seen) + Number(unseen);
  },

  receive: async (visibilitySeconds) => {
    const { Messages: messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: visibilitySeconds,
        WaitTimeSeconds: waitSeconds,
      }),
    );
    return messages.flatMap(({ MessageId, ReceiptHandle, Body }): readonly Notice[] =>
      MessageId === undefined || ReceiptHandle === undefined
        ? []
        : [{ messageId: MessageId, receiptHandle: ReceiptHandle, body: Body ?? '' }],
    );
  },

  delete: async (receiptHandle) => {
    await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle }));
  },
});

/** The notice of a letter that is too large for a message leaves out the order and the call: the ledger has them. */
const toBody = (letter: Letter): string => {
  const body = toAsciiJson(letter);
  return body.length <= MAX_MESSAGE_BYTES - ATTRIBUTES_BYTES
    ? body
    : toAsciiJson({ ...letter, event: null, call: null });
};

// Attributes count towards the size of a message.
const ATTRIBUTES_BYTES = 4_096;

const toAttributes = (letter: Letter): Record<string, MessageAttributeValue> => ({
  errorCode: toAttribute(letter.error.code === null ? '' : String(letter.error.code)),
  errorName: toAttribute(letter.error.name),
  fixedBy: toAttribute(letter.error.fixedBy),
  shop: toAttribute(letter.shop),
  subject: toAttribute(letter.subject.id),
});

// SQS refuses an empty value, and control characters in one.
const toAttribute = (text: string): MessageAttributeValue => ({
  DataType: 'String',
  StringValue: text.replace(/[^ -~]/g, '?').slice(0, 512) || 'none',
});
