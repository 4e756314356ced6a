import { afterAll, expect, it } from 'vitest';
import { readQueueUrl } from '../../../lib/aws/queue-url.ts';
import { makeSqsClient, PATIENT } from '../../../lib/aws/sqs-client.ts';
import { startSqs } from '../../support/sqs.ts';

const sqs = await startSqs();
const client = makeSqsClient(PATIENT, sqs.place);

afterAll(async () => {
  client.destroy();
  await sqs.server.stop();
});

it('finds a queue by its name', async () => {
  const { name, url } = sqs.createQueue();

  expect(await readQueueUrl(client, name)).toBe(url);
});

it('rejects with the name of the error where there is no such queue', async () => {
  await expect(readQueueUrl(client, 'nobody')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});
