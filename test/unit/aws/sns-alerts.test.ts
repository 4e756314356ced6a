import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { makeSnsAlerts, makeSnsClient } from '../../../lib/aws/sns-alerts.ts';
import { makeSqsClient, PATIENT } from '../../../lib/aws/sqs-client.ts';
import { startAws } from '../../support/aws-answering.ts';
import { startSqs } from '../../support/sqs.ts';

const REGION = 'eu-central-1';
const ANYBODY = { accessKeyId: 'local', secretAccessKey: 'local' };
const sqs = await startSqs();
const placeAt = (endpoint: string) => ({ region: REGION, endpoint, credentials: ANYBODY });
const client = makeSnsClient(PATIENT, placeAt(`http://127.0.0.1:${sqs.server.port}`));

afterAll(async () => {
  client.destroy();
  await sqs.server.stop();
});

it('comes to whoever is subscribed, in their letters', async () => {
  const { topicArn } = sqs.server.createTopic('alarms');
  const queue = sqs.createQueue();
  sqs.server.subscribe({ topic: 'alarms', queue: queue.name });

  await makeSnsAlerts({ client, topicArn }).tell({ subject: 'acme: 2 new reasons', text: 'Utánvét (GLS)\n  «ő»\n' });

  const reader = makeSqsClient(PATIENT, sqs.place);
  onTestFinished(() => reader.destroy());
  const { Messages: [message] = [] } = await reader.send(new ReceiveMessageCommand({ QueueUrl: queue.url }));
  expect(JSON.parse(message?.Body ?? '')).toMatchObject({
    Subject: 'acme: 2 new reasons',
    Message: 'Utánvét (GLS)\n  «ő»\n',
  });
});

it('rejects where there is no such topic', async () => {
  const alerts = makeSnsAlerts({ client, topicArn: `arn:aws:sns:${REGION}:000000000000:nowhere` });

  await expect(alerts.tell({ subject: 'any', text: 'any' })).rejects.toMatchObject({ name: 'NotFoundException' });
});

it('gives a silent topic up after the time-out, as often as it has attempts', async () => {
  const aws = await startAws(() => undefined);
  onTestFinished(() => aws.stop());
  const hurried = makeSnsClient({ timeoutMs: 50, attempts: 2 }, placeAt(aws.endpoint));
  const alerts = makeSnsAlerts({ client: hurried, topicArn: `arn:aws:sns:${REGION}:000000000000:alarms` });

  await expect(alerts.tell({ subject: 'any', text: 'any' })).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(aws.asked).toHaveLength(2);
});
