import { SQSClient } from '@aws-sdk/client-sqs';
import { type AwsPlace, toClientPlace } from './place.ts';

export interface Patience {
  readonly timeoutMs: number;
  readonly attempts: number;
}

/** For a webhook, which has to be answered within 4 s. */
export const IN_A_HURRY: Patience = { timeoutMs: 1_000, attempts: 2 };
export const PATIENT: Patience = { timeoutMs: 5_000, attempts: 3 };

export const makeSqsClient = (patience: Patience, place?: AwsPlace): SQSClient =>
  new SQSClient({
    ...toClientPlace(place, 'sqs'),
    maxAttempts: patience.attempts,
    requestHandler: { requestTimeout: patience.timeoutMs, throwOnRequestTimeout: true },
    // A queue of the local stack names a host of its own that no resolver knows.
    useQueueUrlAsEndpoint: false,
  });
