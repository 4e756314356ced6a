import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { callAws } from '../../../../infra/local/aws-json.ts';
import { closeServer, listenNear } from '../../../../infra/local/listen.ts';
import { type PollerPlan, startPoller } from '../../../../infra/local/poller.ts';
import { startQueues } from '../../../../infra/local/queues.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

it('leads the messages of each queue to its function', async () => {
  const { plan, send, nextCall } = await startGround();
  const poller = await startPoller(plan, QUIET);
  stops.push(() => poller.stop());

  await send('events', 'a snapshot');
  const first = await nextCall();
  await send('others', 'a note');
  const second = await nextCall();

  expect([first, second]).toStrictEqual(['deliver: a snapshot', 'other: a note']);
});

it.each(['is stopped', 'is told so by the signal'])('takes no message any more when it %s', async (how) => {
  const { plan, send, nextCall, calls } = await startGround();
  const ending = new AbortController();
  const poller = await startPoller(plan, { ...QUIET, signal: ending.signal });
  await send('events', 'before');
  await nextCall();

  if (how === 'is stopped') await poller.stop();
  else ending.abort();
  await send('events', 'after');
  const sources = plan.sources.map((source) => ({ ...source, functionName: 'another' }));
  const another = await startPoller({ ...plan, sources }, QUIET);
  stops.push(() => another.stop());
  // What was under way when it ended may come to the other, too.
  for (let call = ''; !call.includes('after'); ) call = await nextCall();

  expect(calls.filter((call) => call.startsWith('deliver'))).toStrictEqual(['deliver: before']);
});

const QUIET = { report: () => undefined, signal: new AbortController().signal };
// The emulator hands a message to a question that was broken off, too.
const ATTRIBUTES = { VisibilityTimeout: '1' };
const REGION = 'eu-central-1';

/** Two queues, and functions that deal with whatever they are called with. */
const startGround = async () => {
  const queues = await startQueues(0);
  stops.push(() => queues.stop());
  const queueOf = (name: string) => ({
    name,
    url: `${queues.address}/000000000000/${name}`,
    arn: '',
    attributes: ATTRIBUTES,
  });
  const [events, others] = [queueOf('events'), queueOf('others')];
  await queues.create([events, others], REGION);
  const calls: string[] = [];
  const waiting: ((call: string) => void)[] = [];
  const lambda = createServer(async (request, response) => {
    const { Records }: { readonly Records: readonly { readonly body: string }[] } = JSON.parse(await text(request));
    const call = `${request.url?.split('/').at(-2)}: ${Records.map(({ body }) => body).join(', ')}`;
    calls.push(call);
    response.end(JSON.stringify({ batchItemFailures: [] }));
    waiting.shift()?.(call);
  });
  const address = await listenNear(lambda, 0);
  stops.push(() => closeServer(lambda));
  const plan: PollerPlan = {
    sources: [
      { functionName: 'deliver', queue: events, batchSize: 10, reportsFailures: true },
      { functionName: 'other', queue: others, batchSize: 10, reportsFailures: true },
    ],
    ...{ sqs: queues.address, lambda: address, region: REGION },
  };
  let read = 0;
  return {
    plan,
    calls,
    send: (queue: string, body: string) =>
      callAws(
        { service: 'sqs', address: queues.address, region: REGION },
        'SendMessage',
        { QueueUrl: queueOf(queue).url, MessageBody: body },
        AbortSignal.timeout(5_000),
      ),
    /** The next one, come or to come. */
    nextCall: async (): Promise<string> => {
      const call = calls[read] ?? (await new Promise<string>((resolve) => waiting.push(resolve)));
      read += 1;
      return call;
    },
  };
};
