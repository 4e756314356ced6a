import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSqsClient, PATIENT } from '../../../lib/aws/sqs-client.ts';
import { type MemoryQueue, makeMemoryQueue } from '../../support/memory-queues.ts';
import { describeQueueRules, type RawQueue } from '../../support/queue-conformance.ts';
import { startSqs } from '../../support/sqs.ts';
import { makeVirtualClock } from '../../support/virtual-clock.ts';

const sqs = await startSqs();
const client = makeSqsClient(PATIENT, sqs.place);

afterAll(async () => {
  client.destroy();
  await sqs.server.stop();
});

describeQueueRules('a queue in SQS', async (maxReceives) => {
  const exhausted = sqs.createQueue();
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: exhausted.url, AttributeNames: ['QueueArn'] }),
  );
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: Attributes?.['QueueArn'],
    maxReceiveCount: maxReceives,
  });
  const { QueueUrl = '' } = await client.send(
    new CreateQueueCommand({ QueueName: `rules-of-${exhausted.name}`, Attributes: { RedrivePolicy } }),
  );
  return { ...toRawSqs(QueueUrl), exhausted: toRawSqs(exhausted.url) };
});

describeQueueRules('a queue in memory', async (maxReceives) => {
  const clock = makeVirtualClock(0);
  const exhausted = makeMemoryQueue(clock, 'exhausted');
  const queue = makeMemoryQueue(clock, 'queue', { redrive: { maxReceives, to: exhausted } });
  return { ...toRawMemory(queue), exhausted: toRawMemory(exhausted) };
});

describe('a queue in memory', () => {
  it('hands out what it is told to first: a standard queue keeps no order', () => {
    const queue = makeMemoryQueue(makeVirtualClock(0), 'queue', { pick: (visible) => visible - 1 });
    for (const body of ['first', 'second', 'third']) queue.send(body);

    const received = queue.receive(0);

    expect(received.map(({ body }) => body)).toStrictEqual(['third', 'second', 'first']);
  });

  it('hands a message out once more that was deleted, where it is told to', () => {
    const queue = makeMemoryQueue(makeVirtualClock(0), 'queue', { comesAgain: () => true });
    queue.send('message');
    queue.delete(queue.receive(0)[0]?.receiptHandle ?? '');

    const again = queue.receive(0);
    queue.delete(again[0]?.receiptHandle ?? '');

    expect(again.map(({ body }) => body)).toStrictEqual(['message']);
    expect(queue.bodies()).toStrictEqual([]);
  });

  it('tells when its next message can be received', () => {
    const clock = makeVirtualClock(0);
    const queue = makeMemoryQueue(clock, 'queue');
    const before = queue.visibleAt();
    queue.send('message');
    queue.receive(60_000);

    const after = queue.visibleAt();

    expect([before, after]).toStrictEqual([undefined, 60_000]);
  });
});

function toRawSqs(QueueUrl: string): Omit<RawQueue, 'exhausted'> {
  return {
    send: async (MessageBody) => {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
    receive: async (VisibilityTimeout) => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          VisibilityTimeout,
          MaxNumberOfMessages: 10,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
      );
      return Messages.map(({ ReceiptHandle = '', Body = '', Attributes }) => ({
        receiptHandle: ReceiptHandle,
        body: Body,
        receives: Number(Attributes?.ApproximateReceiveCount),
      }));
    },
    delete: async (ReceiptHandle) => {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
  };
}

function toRawMemory(queue: MemoryQueue): Omit<RawQueue, 'exhausted'> {
  return {
    send: async (body) => {
      queue.send(body);
    },
    receive: async (visibilitySeconds) =>
      queue
        .receive(visibilitySeconds * 1_000)
        .map(({ receiptHandle, body, receives }) => ({ receiptHandle, body, receives })),
    delete: async (receiptHandle) => queue.delete(receiptHandle),
  };
}
