import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Batch } from '../deliver/deliver.ts';
import type { Clock } from '../event/time.ts';

export const toBatch = (event: SQSEvent, deadline: number): Batch => ({
  messages: event.Records.map(({ messageId, receiptHandle, body }) => ({ id: messageId, receiptHandle, body })),
  deadline,
});

/** Lambda deletes all messages but these. */
export const toBatchResponse = (failed: readonly string[]): SQSBatchResponse => ({
  batchItemFailures: failed.map((id) => ({ itemIdentifier: id })),
});

/** When Lambda stops the invocation, in ms. */
export const deadlineOf = (context: Pick<Context, 'getRemainingTimeInMillis'>, clock: Clock): number =>
  clock.now() + context.getRemainingTimeInMillis();
