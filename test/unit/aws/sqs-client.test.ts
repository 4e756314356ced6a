import { expect, it, onTestFinished } from 'vitest';
import { IN_A_HURRY, makeSqsClient } from '../../../lib/aws/sqs-client.ts';
import { makeSqsEventQueue } from '../../../lib/aws/sqs-events.ts';
import { startAws } from '../../support/aws-answering.ts';

it('gives a silent queue up after the time-out, as often as it has attempts', async () => {
  const aws = await startAws(() => undefined);
  onTestFinished(() => aws.stop());
  const client = makeSqsClient({ timeoutMs: 50, attempts: 2 }, aws.place);

  const outcome = makeSqsEventQueue({ client, queueUrl: `${aws.endpoint}/1/events` }).send({
    kind: 'bell',
    account: 'acme',
  });

  await expect(outcome).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(aws.asked).toStrictEqual(['AmazonSQS.SendMessage', 'AmazonSQS.SendMessage']);
});

it('has two attempts of a second for a webhook, which is answered within four', () => {
  expect(IN_A_HURRY).toStrictEqual({ timeoutMs: 1_000, attempts: 2 });
});
