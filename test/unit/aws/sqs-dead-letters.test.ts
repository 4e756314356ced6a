import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, expect, it } from 'vitest';
import { makeSqsClient, PATIENT } from '../../../lib/aws/sqs-client.ts';
import { makeSqsDeadLetterQueue } from '../../../lib/aws/sqs-dead-letters.ts';
import type { Letter } from '../../../lib/dead-letters/letter.ts';
import { MAX_MESSAGE_BYTES } from '../../../lib/event/message.ts';
import { aLetter } from '../../support/ledger-records.ts';
import { describeDeadLetters } from '../../support/queue-conformance.ts';
import { startSqs } from '../../support/sqs.ts';

const sqs = await startSqs();
const client = makeSqsClient(PATIENT, sqs.place);

afterAll(async () => {
  client.destroy();
  await sqs.server.stop();
});

const makeQueue = () => {
  const { url: queueUrl } = sqs.createQueue({ MaximumMessageSize: String(MAX_MESSAGE_BYTES) });
  return { queueUrl, queue: makeSqsDeadLetterQueue({ client, queueUrl, waitSeconds: 0 }) };
};

describeDeadLetters('the queue dead-letters in SQS', async () => makeQueue().queue);

it('shows code, name, who mends it, shop and subject as attributes', async () => {
  const attributes = await sendAndReadAttributes(aLetter());

  expect(attributes).toStrictEqual({
    errorCode: '22',
    errorName: 'InvalidEmail',
    fixedBy: 'buyer-data',
    shop: 'acme-shop',
    subject: 'shopify:acme.myshopify.com#1001',
  });
});

it('has an attribute also where there is no code and where a value is none that SQS takes', async () => {
  const { error } = aLetter();

  const attributes = await sendAndReadAttributes(
    aLetter({
      error: { ...error, code: null, name: 'UnreadablePayload' },
      subject: { kind: 'message', id: '', label: '' },
      shop: 'győr\u0000',
    }),
  );

  expect(attributes).toStrictEqual({
    errorCode: 'none',
    errorName: 'UnreadablePayload',
    fixedBy: 'buyer-data',
    shop: 'gy?r?',
    subject: 'none',
  });
});

it('leaves order and call out of a notice that would not fit', async () => {
  const { queue } = makeQueue();
  const large = aLetter({ event: { note: 'ő'.repeat(MAX_MESSAGE_BYTES / 4) } });

  await queue.send(large);

  const [notice] = await queue.receive(60);
  expect(JSON.parse(notice?.body ?? '')).toStrictEqual({ ...large, event: null, call: null });
});

const sendAndReadAttributes = async (letter: Letter): Promise<Record<string, string | undefined>> => {
  const { queueUrl, queue } = makeQueue();
  await queue.send(letter);
  const { Messages: [message] = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MessageAttributeNames: ['All'] }),
  );
  return Object.fromEntries(
    Object.entries(message?.MessageAttributes ?? {}).map(([name, { StringValue }]) => [name, StringValue]),
  );
};
