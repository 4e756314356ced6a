import { expect, it } from 'vitest';
import { readAwsCall } from '../../../../infra/local/aws-call.ts';

const signedFor = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=deliver/20261202/eu-central-1/${service}/aws4_request, Signature=0`,
});

it.each([
  {
    service: 'sqs',
    target: 'AmazonSQS.SendMessage',
    body: { QueueUrl: 'http://127.0.0.1/0/events', MessageBody: '{}' },
    action: 'SendMessage',
    on: 'http://127.0.0.1/0/events',
  },
  {
    service: 'dynamodb',
    target: 'DynamoDB_20120810.GetItem',
    body: { TableName: 'ledger', Key: {} },
    action: 'GetItem',
    on: 'ledger',
  },
  {
    service: 'dynamodb',
    target: 'DynamoDB_20120810.Query',
    body: { TableName: 'ledger', IndexName: 'due' },
    action: 'Query',
    on: 'ledger/index/due',
  },
  {
    service: 'secretsmanager',
    target: 'secretsmanager.GetSecretValue',
    body: { SecretId: 'co3-bridge/acme' },
    action: 'GetSecretValue',
    on: 'co3-bridge/acme',
  },
])('reads $action of $service, who calls it, and on what', ({ service, target, body, action, on }) => {
  const call = readAwsCall({ ...signedFor(service), 'x-amz-target': target }, JSON.stringify(body));

  expect(call).toStrictEqual({ by: 'deliver', service, action, on });
});

it('reads a form of SNS', () => {
  const body = new URLSearchParams({ Action: 'Publish', TopicArn: 'arn:aws:sns:eu-central-1:0:alarms' }).toString();

  expect(readAwsCall(signedFor('sns'), body)).toStrictEqual({
    by: 'deliver',
    service: 'sns',
    action: 'Publish',
    on: 'arn:aws:sns:eu-central-1:0:alarms',
  });
});

it('refuses a call that it could not name', () => {
  const read = () => readAwsCall({ ...signedFor('sqs'), 'x-amz-target': 'AmazonSQS.ListQueues' }, '{}');

  expect(read).toThrow('sqs ListQueues names nothing that it is about');
});
