import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { makeSqsClient, PATIENT } from '../../../lib/aws/sqs-client.ts';
import { makeSqsEventInbox, makeSqsEventQueue } from '../../../lib/aws/sqs-events.ts';
import { MAX_MESSAGE_BYTES } from '../../../lib/event/message.ts';
import { startAws } from '../../support/aws-answering.ts';
import { describeEvents } from '../../support/queue-conformance.ts';
import { startSqs } from '../../support/sqs.ts';

const sqs = await startSqs();
const client = makeSqsClient(PATIENT, sqs.place);

afterAll(async () => {
  client.destroy();
  await sqs.server.stop();
});

const makeEvents = () => {
  const { name, url: queueUrl } = sqs.createQueue({ MaximumMessageSize: String(MAX_MESSAGE_BYTES) });
  return {
    queueUrl,
    queue: makeSqsEventQueue({ client, queueUrl }),
    inbox: makeSqsEventInbox({ client, queueUrl }),
    receive: async () => {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
      );
      return messages.map(({ ReceiptHandle = '', Body = '' }) => ({ receiptHandle: ReceiptHandle, body: Body }));
    },
    count: () => {
      const { ready = [], inflight = [] } = sqs.server.inspectQueue(name)?.messages ?? {};
      return ready.length + inflight.length;
    },
  };
};

describeEvents('the queue events in SQS', async () => makeEvents());

it('sends bodies of ASCII alone', async () => {
  const { queue, receive } = makeEvents();

  await queue.send({ kind: 'bell', account: 'győr-😀' });

  const [received] = await receive();
  expect(received?.body).toBe('{"kind":"bell","account":"gy\\u0151r-\\ud83d\\ude00"}');
});

it('rejects where a message could not be deleted', async () => {
  const Failed = [{ Id: '0', SenderFault: true, Code: 'ReceiptHandleIsInvalid' }];
  const aws = await startAws(() => ({ status: 200, body: { Successful: [], Failed } }));
  onTestFinished(() => aws.stop());
  const deps = { client: makeSqsClient(PATIENT, aws.place), queueUrl: `${aws.endpoint}/1/events` };

  const outcome = makeSqsEventInbox(deps).delete(['receipt']);

  await expect(outcome).rejects.toThrow('1 of 1 messages were not deleted');
});

it('rejects where the queue is not there', async () => {
  const queue = makeSqsEventQueue({ client, queueUrl: `${makeEvents().queueUrl}-gone` });

  const outcome = queue.send({ kind: 'bell', account: 'acme' });

  await expect(outcome).rejects.toThrow('queue does not exist');
});
