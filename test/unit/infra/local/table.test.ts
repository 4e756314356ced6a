import { expect, it } from 'vitest';
import { formatAddresses } from '../../../../infra/local/table.ts';

it('lays the addresses out in two columns', () => {
  const text = formatAddresses(
    {
      pid: 1,
      webhooks: 'http://127.0.0.1:3000/webhooks',
      sqs: 'http://127.0.0.1:4566',
      dynamodb: 'http://127.0.0.1:8000',
      co3: 'http://127.0.0.1:8787',
      co3BaseUrl: 'http://127.0.0.1:8787/api/',
      console: null,
      secrets: 'http://127.0.0.1:4570',
      lambda: 'http://127.0.0.1:3002',
      region: 'eu-central-1',
      eventsQueueUrl: 'http://127.0.0.1:4566/000000000000/events',
      deadLettersQueueUrl: 'http://127.0.0.1:4566/000000000000/dead-letters',
      table: 'ledger',
      stage: 'local',
      shopsFile: '/shops.yml',
    },
    true,
  );

  expect(text.split('\n')).toStrictEqual([
    '  webhooks         http://127.0.0.1:3000/webhooks/{shop}',
    '  CO3 simulator    http://127.0.0.1:8787',
    '  SQS              http://127.0.0.1:4566',
    '    events         http://127.0.0.1:4566/000000000000/events',
    '    dead-letters   http://127.0.0.1:4566/000000000000/dead-letters',
    '  DynamoDB         http://127.0.0.1:8000 (table ledger)',
    '  Secrets Manager  http://127.0.0.1:4570',
    '  Lambda           http://127.0.0.1:3002',
    '  settings         /shops.yml',
  ]);
});
