import { expect, it } from 'vitest';
import { readResources } from '../../../infra/local/resources.ts';
import { allows, rightFor, rightsOf } from '../../support/role-rights.ts';

const PLACE = { region: 'eu-central-1', stack: 'bridge-dev', sqs: 'http://127.0.0.1' };
const TEMPLATE = {
  Resources: {
    Deliver: {
      Type: 'AWS::Lambda::Function',
      Properties: { FunctionName: 'deliver', Role: { 'Fn::GetAtt': ['DeliverRole', 'Arn'] } },
    },
    DeliverRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [
          {
            PolicyDocument: {
              Statement: [
                { Action: ['sqs:SendMessage', 'sqs:DeleteMessage'], Resource: { 'Fn::GetAtt': ['Events', 'Arn'] } },
                { Action: 'xray:PutTraceSegments', Resource: '*' },
              ],
            },
          },
        ],
      },
    },
    Events: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'events' } },
  },
};
const EVENTS = 'arn:aws:sqs:eu-central-1:000000000000:events';

it("reads what a function's role allows", () => {
  const rights = rightsOf(readResources(TEMPLATE, PLACE), 'deliver');

  expect(rights).toStrictEqual([
    `sqs:SendMessage on ${EVENTS}`,
    `sqs:DeleteMessage on ${EVENTS}`,
    'xray:PutTraceSegments on *',
  ]);
});

it.each([
  ['sqs', 'SendMessage', 'http://127.0.0.1/000000000000/events', `sqs:SendMessage on ${EVENTS}`],
  ['sqs', 'DeleteMessageBatch', 'http://127.0.0.1/000000000000/events', `sqs:DeleteMessage on ${EVENTS}`],
  [
    'dynamodb',
    'Query',
    'ledger/index/due',
    'dynamodb:Query on arn:aws:dynamodb:eu-central-1:000000000000:table/ledger/index/due',
  ],
  [
    'secretsmanager',
    'GetSecretValue',
    'co3-bridge/acme',
    'secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-central-1:000000000000:secret:co3-bridge/acme',
  ],
  [
    'sns',
    'Publish',
    'arn:aws:sns:eu-central-1:000000000000:alarms',
    'sns:Publish on arn:aws:sns:eu-central-1:000000000000:alarms',
  ],
])('knows what %s %s needs', (service, action, on, right) => {
  expect(rightFor({ by: 'deliver', service, action, on }, 'eu-central-1', '000000000000')).toBe(right);
});

it.each([
  [`sqs:SendMessage on ${EVENTS}`, true],
  ['sqs:SendMessage on arn:aws:sqs:eu-central-1:000000000000:*', true],
  ['sqs:SendMessage on *', true],
  [`sqs:ReceiveMessage on ${EVENTS}`, false],
  ['sqs:SendMessage on arn:aws:sqs:eu-central-1:000000000000:dead-letters', false],
  [`${EVENTS} on *`, false],
] as const)('tells that %s allows to send to events: %s', (right, expected) => {
  expect(allows(right, `sqs:SendMessage on ${EVENTS}`)).toBe(expected);
});
