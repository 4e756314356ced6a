import type { Addresses } from './addresses.ts';
import { type AwsEndpoint, callAws } from './aws-json.ts';

const PATIENCE_MS = 20_000;

/** Asks every endpoint something that changes nothing. Throws with the first that does not answer as it should. */
export const probeStack = async (addresses: Addresses, secretName: string | undefined): Promise<void> => {
  const { region } = addresses;
  const ask = async (endpoint: AwsEndpoint, action: string, input: unknown) => {
    await callAws(endpoint, action, input, AbortSignal.timeout(PATIENCE_MS));
  };
  const sqs = { service: 'sqs', address: addresses.sqs, region } as const;
  await ask(sqs, 'GetQueueAttributes', { QueueUrl: addresses.eventsQueueUrl });
  await ask(sqs, 'GetQueueAttributes', { QueueUrl: addresses.deadLettersQueueUrl });
  await ask({ service: 'dynamodb', address: addresses.dynamodb, region }, 'DescribeTable', {
    TableName: addresses.table,
  });
  if (secretName !== undefined)
    await ask({ service: 'secretsmanager', address: addresses.secrets, region }, 'GetSecretValue', {
      SecretId: secretName,
    });
  await fetch(addresses.co3, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await probeWebhooks(addresses.webhooks);
};

/** A shop that nobody has: only the function itself can say so. */
const probeWebhooks = async (webhooks: string): Promise<void> => {
  const response = await fetch(`${webhooks}/no-such-shop`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = await response.text();
  if (response.status !== 404 || body.includes('route not found'))
    throw new Error(`the webhooks answered ${response.status} instead of 404 for a shop that is not there: ${body}`);
};
