import type { DeadLetterQueue, EventInbox, Ledger } from '../deliver/ports.ts';
import type { EventQueue } from '../event/message.ts';
import type { SecretStore } from '../settings/secrets.ts';
import { makeDynamoDbClient } from './dynamodb-client.ts';
import { makeDynamoDbLedger } from './dynamodb-ledger.ts';
import type { AwsPlace } from './place.ts';
import { makeSecretsManager } from './secrets-manager.ts';
import { makeSqsClient, PATIENT } from './sqs-client.ts';
import { makeSqsDeadLetterQueue } from './sqs-dead-letters.ts';
import { makeSqsEventInbox, makeSqsEventQueue } from './sqs-events.ts';

export interface AwsNames {
  readonly table: string;
  readonly eventsUrl: string;
  readonly deadLettersUrl: string;
}

export interface AwsPorts {
  readonly ledger: Ledger;
  readonly events: EventQueue;
  readonly inbox: EventInbox;
  readonly deadLetters: DeadLetterQueue;
  readonly secrets: SecretStore;
}

/** Everything on AWS that work on orders needs. Functions that need less take their ports one by one, to bundle no more. */
export const makeAwsPorts = ({ table, eventsUrl, deadLettersUrl }: AwsNames, place?: AwsPlace): AwsPorts => {
  const sqs = makeSqsClient(PATIENT, place);
  return {
    ledger: makeDynamoDbLedger({ client: makeDynamoDbClient(place), table }),
    events: makeSqsEventQueue({ client: sqs, queueUrl: eventsUrl }),
    inbox: makeSqsEventInbox({ client: sqs, queueUrl: eventsUrl }),
    deadLetters: makeSqsDeadLetterQueue({ client: sqs, queueUrl: deadLettersUrl, waitSeconds: 1 }),
    secrets: makeSecretsManager(place),
  };
};
