import type { Addresses } from './addresses.ts';
import { type AwsEndpoint, callAws } from './aws-json.ts';

export interface ProbeInput {
  readonly addresses: Addresses;
  readonly secretName: string | undefined;
  /** A real CO3 is not asked: it counts every call, and the bridge has to live with its outages. */
  readonly isSimulator: boolean;
}

const PATIENCE_MS = 20_000;

/** Asks every endpoint something that changes nothing. Throws with the first that does not answer as it should. */
export const probeStack = async ({ addresses, secretName, isSimulator }: ProbeInput): Promise<void> => {
  const { region, eventsQueueUrl, deadLettersQueueUrl, table } = addresses;
  const sqs = { service: 'sqs', address: addresses.sqs, region } as const;
  await ask(sqs, 'GetQueueAttributes', { QueueUrl: eventsQueueUrl });
  await ask(sqs, 'GetQueueAttributes', { QueueUrl: deadLettersQueueUrl });
  await ask({ service: 'dynamodb', address: addresses.dynamodb, region }, 'DescribeTable', { TableName: table });
  const secrets = { service: 'secretsmanager', address: addresses.secrets, region } as const;
  if (secretName !== undefined) await ask(secrets, 'GetSecretValue', { SecretId: secretName });
  if (isSimulator) await fetch(addresses.co3, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await probeWebhooks(addresses.webhooks);
};

const ask = (endpoint: AwsEndpoint, action: string, input: unknown): Promise<unknown> =>
  callAws(endpoint, action, input, AbortSignal.timeout(PATIENCE_MS));

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
    throw new Error(
      `the webhooks answered ${response.status} instead of 404 for a shop that is not there: ${toProblem(body)}`,
    );
};

const toProblem = (body: string): string => {
  const message = /"errorMessage":("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  return message === undefined ? body : String(JSON.parse(message));
};
