import { afterEach, expect, it } from 'vitest';
import { callAws } from '../../../../infra/local/aws-json.ts';
import type { Invocation } from '../../../../infra/local/invoke.ts';
import { pollOnce, pollQueue } from '../../../../infra/local/poll.ts';
import { startQueues } from '../../../../infra/local/queues.ts';

const REGION = 'eu-central-1';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

it('deletes what the function has dealt with and leaves what it reported', async () => {
  const { source, send, deps, left } = await startQueue();
  await send('good');
  await send('bad');

  await pollOnce(source, {
    ...deps,
    invoke: async (_name, event) => {
      const bad = readRecords(event).find(({ body }) => body === 'bad');
      return { ok: true, answer: { batchItemFailures: [{ itemIdentifier: bad?.messageId }] } };
    },
  });

  expect(await left()).toStrictEqual({ visible: '0', invisible: '1' });
});

it('leaves a message that the function has deleted itself deleted', async () => {
  const { source, send, deps, left, sqs } = await startQueue();
  await send('own');

  await pollOnce(source, {
    ...deps,
    invoke: async (_name, event) => {
      const [record] = readRecords(event);
      await sqs('DeleteMessage', { QueueUrl: source.queue.url, ReceiptHandle: record?.receiptHandle });
      return { ok: true, answer: { batchItemFailures: [] } };
    },
  });

  expect(await left()).toStrictEqual({ visible: '0', invisible: '0' });
  expect(deps.reports).toStrictEqual([]);
});

it('keeps every message of an invocation that failed, and says so', async () => {
  const { source, send, deps, left } = await startQueue();
  await send('any');

  await pollOnce(source, { ...deps, invoke: async () => ({ ok: false, problem: 'time-out' }) });

  expect(await left()).toStrictEqual({ visible: '0', invisible: '1' });
  expect(deps.reports).toStrictEqual(['deliver failed, its 1 message(s) come back later: time-out']);
});

it('gives a message back to the function when its visibility time-out is over', async () => {
  const { source, send, deps } = await startQueue({ VisibilityTimeout: '0' });
  await send('again');
  const ending = new AbortController();
  const seen: string[] = [];

  await pollQueue(source, {
    ...deps,
    signal: ending.signal,
    invoke: async (_name, event): Promise<Invocation> => {
      seen.push(...readRecords(event).map(({ body }) => body));
      if (seen.length >= 2) ending.abort();
      return { ok: false, problem: 'not yet' };
    },
  });

  expect(seen.slice(0, 2)).toStrictEqual(['again', 'again']);
});

it('makes the queues with their attributes', async () => {
  const { sqs, source } = await startQueue({ VisibilityTimeout: '120', MaximumMessageSize: '1048576' });

  const answer = await sqs('GetQueueAttributes', { QueueUrl: source.queue.url, AttributeNames: ['All'] });

  expect(answer).toMatchObject({
    Attributes: {
      VisibilityTimeout: '120',
      MaximumMessageSize: '1048576',
      RedrivePolicy: `{"deadLetterTargetArn":"${DEAD_ARN}","maxReceiveCount":100}`,
    },
  });
});

const DEAD_ARN = `arn:aws:sqs:${REGION}:000000000000:dead`;

const startQueue = async (attributes: Readonly<Record<string, string>> = {}) => {
  const queues = await startQueues(0);
  stops.push(() => queues.stop());
  const queue = {
    name: 'events',
    url: `${queues.address}/000000000000/events`,
    arn: `arn:aws:sqs:${REGION}:000000000000:events`,
    attributes: {
      ...attributes,
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: DEAD_ARN, maxReceiveCount: 100 }),
    },
  };
  const dead = { name: 'dead', url: `${queues.address}/000000000000/dead`, arn: DEAD_ARN, attributes: {} };
  await queues.create([queue, dead], REGION);
  const sqs = (action: string, input: unknown) =>
    callAws({ service: 'sqs', address: queues.address, region: REGION }, action, input, AbortSignal.timeout(5_000));
  const reports: string[] = [];
  return {
    source: { functionName: 'deliver', queue, batchSize: 10, reportsFailures: true },
    sqs,
    send: (body: string) => sqs('SendMessage', { QueueUrl: queue.url, MessageBody: body }),
    left: async () => {
      const counts = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'];
      const answer = await sqs('GetQueueAttributes', { QueueUrl: queue.url, AttributeNames: counts });
      const { Attributes } = answer as { readonly Attributes: Readonly<Record<string, string>> };
      return { visible: Attributes[counts[0] ?? ''], invisible: Attributes[counts[1] ?? ''] };
    },
    deps: {
      sqs: queues.address,
      region: REGION,
      report: (problem: string) => reports.push(problem),
      reports,
      signal: new AbortController().signal,
    },
  };
};

interface Seen {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
}

const readRecords = (event: unknown): readonly Seen[] => (event as { readonly Records: readonly Seen[] }).Records;
