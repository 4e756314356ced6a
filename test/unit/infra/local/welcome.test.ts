import { expect, it } from 'vitest';
import { parseOptions } from '../../../../infra/local/options.ts';
import { toWelcome } from '../../../../infra/local/welcome.ts';

it.each([
  [
    'a sample order with the sample shops',
    {},
    [
      'Try it from another terminal, then look at the CO3 simulator:',
      '  npx bridge send --local --shop acme-shop --topic orders/paid infra/local/orders/paid.json',
    ],
  ],
  [
    'an order of your own with your own shops',
    { SHOPS_FILE: '/own/shops.yml' },
    [
      'Try it from another terminal, then look at the CO3 simulator:',
      '  npx bridge send --local --shop YOUR-SHOP --topic TOPIC order.json',
    ],
  ],
  [
    'no simulator where there is none',
    { CO3_BASE_URL: 'https://co3.example/api/' },
    [
      'Try it from another terminal:',
      '  npx bridge send --local --shop acme-shop --topic orders/paid infra/local/orders/paid.json',
    ],
  ],
])('names %s to try', (_, environment, lines) => {
  const options = parseOptions([], environment, '/project');
  if (options === 'help') throw new Error('no options');

  const welcome = toWelcome(ADDRESSES, options);

  expect(welcome.split('\n').slice(-5)).toStrictEqual([
    ...lines,
    '',
    'Everything is in memory; Ctrl-C ends it.',
    'ready',
  ]);
});

const ADDRESSES = {
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
};
