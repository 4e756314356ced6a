import { buildApp } from 'fauxqs';
import { callAws } from './aws-json.ts';
import { findFreePort, HOST } from './listen.ts';
import type { LocalQueue } from './template.ts';

export interface LocalQueues {
  readonly address: string;
  create(queues: readonly LocalQueue[], region: string): Promise<void>;
  stop(): Promise<void>;
}

/** The SQS protocol over memory. */
export const startQueues = async (wantedPort: number): Promise<LocalQueues> => {
  const app = buildApp({ logger: false });
  const address = await app.listen({ port: await findFreePort(wantedPort), host: HOST });
  return { address, create: createQueuesAt(address), stop: () => app.close() };
};

/** Makes queues at an address that speaks SQS. */
export const createQueuesAt =
  (address: string): LocalQueues['create'] =>
  async (queues, region) => {
    for (const { name, attributes } of queues)
      await callAws(
        { service: 'sqs', address, region },
        'CreateQueue',
        { QueueName: name, Attributes: attributes },
        AbortSignal.timeout(5_000),
      );
  };
