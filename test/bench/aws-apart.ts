import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AwsPlace } from '../../lib/aws/place.ts';
import { startAws } from '../support/aws-answering.ts';

export interface AwsApart {
  readonly place: AwsPlace;
  readonly endpoint: string;
  stop(): void;
}

/** AWS on this machine in a process of its own, so that its CPU time is nobody's who is measured. It takes every message, has every secret, and nothing else. */
export const startAwsApart = async (): Promise<AwsApart> => {
  const child = fork(import.meta.filename, { execArgv: [] });
  const [{ place, endpoint }] = await once(child, 'message');
  return { place, endpoint, stop: () => child.kill() };
};

// The client holds the digest against what it has sent.
const answerTo = (target: string, body: string): unknown =>
  target === 'AmazonSQS.SendMessage'
    ? { MessageId: 'message-1', MD5OfMessageBody: createHash('md5').update(JSON.parse(body).MessageBody).digest('hex') }
    : (ANSWERS[target] ?? {});

const ANSWERS: Readonly<Record<string, unknown>> = {
  'AmazonSQS.ReceiveMessage': {},
  'secretsmanager.GetSecretValue': {
    SecretString: JSON.stringify({ webhook: ['hush-hush'], apiKey: 'k', username: 'u', password: 'p' }),
  },
  'DynamoDB_20120810.GetItem': {},
  'DynamoDB_20120810.PutItem': {},
  'DynamoDB_20120810.Query': { Items: [], Count: 0, ScannedCount: 0 },
  'DynamoDB_20120810.DescribeTable': { Table: { TableId: 'table-1' } },
};

if (process.argv[1] === import.meta.filename && process.send !== undefined) {
  const { place, endpoint } = await startAws((target, body) => ({ status: 200, body: answerTo(target, body) }));
  process.send({ place, endpoint });
  process.once('disconnect', () => process.exit());
}
