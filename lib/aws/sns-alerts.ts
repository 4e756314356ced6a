import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Alerts } from '../deliver/ports.ts';
import type { ClientPlace } from './place.ts';
import type { Patience } from './sqs-client.ts';

export interface TopicDeps {
  readonly client: SNSClient;
  readonly topicArn: string;
}

/** The alarm topic of SNS, which e-mail addresses are subscribed to. */
export const makeSnsAlerts = ({ client, topicArn }: TopicDeps): Alerts => ({
  tell: async ({ subject, text }) => {
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
  },
});

/** Left out, the place is the environment's, as on Lambda. */
export const makeSnsClient = (patience: Patience, place?: ClientPlace): SNSClient =>
  new SNSClient({
    ...place,
    maxAttempts: patience.attempts,
    requestHandler: { requestTimeout: patience.timeoutMs, throwOnRequestTimeout: true },
  });
