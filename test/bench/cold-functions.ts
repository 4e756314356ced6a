import { shopifyRequest } from '../support/webhooks.ts';
import { orderBody } from './order-body.ts';

export interface ColdFunction {
  readonly name: string;
  /** What it is called with first. */
  readonly event: unknown;
  /** The same kinds of calls by the bare SDK, once each: package, client, and what is sent. */
  readonly calls: readonly (readonly [service: string, client: string, commands: Readonly<Record<string, object>>])[];
}

const QUEUE = 'https://sqs.eu-central-1.amazonaws.com/1/events';
const TABLE = { TableName: 'ledger', Key: { pk: { S: 'lane#acme' } } };
const PUT = { TableName: 'ledger', Item: { pk: { S: 'lane#acme' } } };
const QUERY = { TableName: 'ledger', IndexName: 'due' };
const SECRETS = ['secrets-manager', 'SecretsManagerClient', { GetSecretValueCommand: { SecretId: 'acme' } }] as const;

export const COLD_FUNCTIONS: readonly ColdFunction[] = [
  {
    name: 'receive',
    event: shopifyRequest(orderBody(3)),
    calls: [SECRETS, ['sqs', 'SQSClient', { SendMessageCommand: { QueueUrl: QUEUE, MessageBody: 'body' } }]],
  },
  {
    name: 'deliver',
    // A bell: the lane is taken, and CO3 is asked for what stands there.
    event: {
      Records: [{ messageId: '1', receiptHandle: '1', body: JSON.stringify({ kind: 'bell', account: 'acme' }) }],
    },
    calls: [
      SECRETS,
      [
        'dynamodb',
        'DynamoDBClient',
        {
          GetItemCommand: TABLE,
          PutItemCommand: PUT,
          QueryCommand: QUERY,
          DescribeTableCommand: { TableName: 'ledger' },
        },
      ],
      [
        'sqs',
        'SQSClient',
        { DeleteMessageBatchCommand: { QueueUrl: QUEUE, Entries: [{ Id: '1', ReceiptHandle: '1' }] } },
      ],
    ],
  },
  {
    name: 'tick',
    event: {},
    calls: [
      ['dynamodb', 'DynamoDBClient', { GetItemCommand: TABLE, QueryCommand: QUERY }],
      ['sqs', 'SQSClient', { GetQueueAttributesCommand: { QueueUrl: QUEUE, AttributeNames: ['All'] } }],
      ['sns', 'SNSClient', {}],
    ],
  },
];

/** A function that does nothing but these calls. */
export const toFloorSource = ({ calls }: ColdFunction): string =>
  [
    ...calls.map(
      ([service, client, commands]) =>
        `import { ${[client, ...Object.keys(commands)].join(', ')} } from '@aws-sdk/client-${service}';`,
    ),
    ...calls.map(([, client]) => `const the${client} = new ${client}({ useQueueUrlAsEndpoint: false });`),
    'export const handler = async () => {',
    ...calls.flatMap(([, client, commands]) =>
      Object.entries(commands).map(
        ([name, input]) => `await the${client}.send(new ${name}(${JSON.stringify(input)}));`,
      ),
    ),
    '};',
  ].join('\n');
