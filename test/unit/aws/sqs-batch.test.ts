import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { deadlineOf, toBatch, toBatchResponse } from '../../../lib/aws/sqs-batch.ts';

it('hands on id, receipt and body of each message, with the deadline', () => {
  const event: SQSEvent = { Records: [aRecord('1'), aRecord('2')] };

  const batch = toBatch(event, 5_000);

  expect(batch).toStrictEqual({
    messages: [
      { id: 'id-1', receiptHandle: 'receipt-1', body: 'body-1' },
      { id: 'id-2', receiptHandle: 'receipt-2', body: 'body-2' },
    ],
    deadline: 5_000,
  });
});

it('names the messages that are to come again', () => {
  const response = toBatchResponse(['id-2']);

  expect(response).toStrictEqual({ batchItemFailures: [{ itemIdentifier: 'id-2' }] });
});

it('lets Lambda delete everything where nothing failed', () => {
  const response = toBatchResponse([]);

  expect(response).toStrictEqual({ batchItemFailures: [] });
});

it('knows when Lambda stops the invocation', () => {
  const clock = { now: () => 1_000, sleep: async () => {} };

  const deadline = deadlineOf({ getRemainingTimeInMillis: () => 60_000 }, clock);

  expect(deadline).toBe(61_000);
});

const aRecord = (number: string): SQSRecord => ({
  messageId: `id-${number}`,
  receiptHandle: `receipt-${number}`,
  body: `body-${number}`,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'sender',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:events',
  awsRegion: 'eu-central-1',
});
