import { type FauxqsServer, startFauxqs } from 'fauxqs';
import type { AwsPlace } from '../../lib/aws/place.ts';

export interface LocalSqs {
  readonly server: FauxqsServer;
  readonly place: AwsPlace;
  /** An empty queue with the properties given; answers its name and its URL. */
  createQueue(attributes?: Readonly<Record<string, string>>): { readonly name: string; readonly url: string };
}

const REGION = 'eu-central-1';

/** The SQS protocol on a free port of this machine. */
export const startSqs = async (): Promise<LocalSqs> => {
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: REGION });
  const endpoint = `http://127.0.0.1:${server.port}`;
  let queues = 0;
  return {
    server,
    place: { region: REGION, endpoints: { sqs: endpoint, dynamodb: endpoint, secrets: endpoint } },
    createQueue: (attributes = {}) => {
      queues += 1;
      const { queueName, queueUrl } = server.createQueue(`queue-${queues}`, { attributes: { ...attributes } });
      return { name: queueName, url: queueUrl };
    },
  };
};
