import { callAws } from './aws-json.ts';
import { type ReceivedMessage, toHandled, toSqsEvent } from './batch.ts';
import type { Invoke } from './invoke.ts';
import type { LocalEventSource } from './template.ts';
import { LONG_POLL_SECONDS, untilStopped } from './until-stopped.ts';

export interface PollDeps {
  readonly sqs: string;
  readonly region: string;
  readonly invoke: Invoke;
  readonly report: (problem: string) => void;
  readonly signal: AbortSignal;
}

/** Enough to see invocations side by side; on AWS it is the event source's `maximumConcurrency`. */
const POLLERS = 3;

/** Leads the messages of a queue to their function until the signal ends it. */
export const pollQueue = async (source: LocalEventSource, deps: PollDeps): Promise<void> => {
  const report = (problem: unknown): void => deps.report(`${source.queue.name}: ${String(problem)}`);
  await Promise.all(
    Array.from({ length: POLLERS }, () => untilStopped(deps.signal, () => pollOnce(source, deps), report)),
  );
};

/** Receives one batch, calls the function, and deletes what it has dealt with. */
export const pollOnce = async (source: LocalEventSource, deps: PollDeps): Promise<void> => {
  const { queue, functionName, batchSize, reportsFailures } = source;
  const sqs = { service: 'sqs', address: deps.sqs, region: deps.region } as const;
  const received = await callAws(
    sqs,
    'ReceiveMessage',
    {
      QueueUrl: queue.url,
      MaxNumberOfMessages: Math.min(batchSize, 10),
      WaitTimeSeconds: LONG_POLL_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    },
    deps.signal,
  );
  const messages = (received as { readonly Messages?: readonly ReceivedMessage[] }).Messages ?? [];
  if (messages.length === 0) return;
  const invocation = await deps.invoke(functionName, toSqsEvent(messages, source, deps.region));
  if (!invocation.ok) {
    deps.report(`${functionName} failed, its ${messages.length} message(s) come back later: ${invocation.problem}`);
    return;
  }
  const handled = toHandled(messages, invocation.answer, reportsFailures);
  if (handled.length === 0) return;
  await callAws(
    sqs,
    'DeleteMessageBatch',
    {
      QueueUrl: queue.url,
      Entries: handled.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle })),
    },
    deps.signal,
  );
};
