import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { StackLook } from '../deliver/ports.ts';
import { makeHeardClock } from '../event/heard-clock.ts';
import { makeDynamoDbClient } from './dynamodb-client.ts';
import type { AwsPlace } from './place.ts';
import type { AwsNames } from './ports.ts';
import { makeSqsClient, PATIENT } from './sqs-client.ts';

/** The stack as AWS describes it, by clients of its own. */
export const makeStackLook = (names: AwsNames, place: AwsPlace, now: () => number): StackLook => {
  const clock = makeHeardClock(now);
  const dynamodb = makeDynamoDbClient(place);
  const sqs = makeSqsClient(PATIENT, place);
  dynamodb.middlewareStack.add(
    (next) => async (given) => {
      const result = await next(given);
      clock.hear(dateOf(result.response));
      return result;
    },
    { step: 'deserialize', name: 'hearDate' },
  );
  return {
    table: async () => {
      const { Table: table } = await dynamodb.send(new DescribeTableCommand({ TableName: names.table }));
      return table?.TableStatus ?? 'UNKNOWN';
    },
    queues: async () => ({
      events: await countOf(sqs, names.eventsUrl),
      deadLetters: await countOf(sqs, names.deadLettersUrl),
    }),
    clockAheadMs: () => clock.aheadMs(),
  };
};

const countOf = async (client: SQSClient, url: string): Promise<number> => {
  const { Attributes: attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(attributes?.ApproximateNumberOfMessages ?? '0');
};

/** The SDK does not say what a response is; over HTTP it has headers. */
const dateOf = (response: unknown): string | undefined => {
  const headers = fieldOf(response, 'headers');
  const date = fieldOf(headers, 'date');
  return typeof date === 'string' ? date : undefined;
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
