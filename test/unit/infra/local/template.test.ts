import { expect, it } from 'vitest';
import { readTemplate } from '../../../../infra/local/template.ts';

const place = { region: 'eu-central-1', stack: 'bridge-local', sqs: 'http://127.0.0.1:4566' };

it('makes queues, topics, tables, functions and their sources of a packaged template', () => {
  const plan = readTemplate(PACKAGED, place);

  const events = {
    name: 'bridge-local-events',
    url: 'http://127.0.0.1:4566/000000000000/bridge-local-events',
    arn: 'arn:aws:sqs:eu-central-1:000000000000:bridge-local-events',
    attributes: {
      VisibilityTimeout: '120',
      MaximumMessageSize: '1048576',
      RedrivePolicy:
        '{"deadLetterTargetArn":"arn:aws:sqs:eu-central-1:000000000000:bridge-local-Dead","maxReceiveCount":100}',
    },
  };
  expect(plan).toStrictEqual({
    queues: [
      events,
      {
        name: 'bridge-local-Dead',
        url: 'http://127.0.0.1:4566/000000000000/bridge-local-Dead',
        arn: 'arn:aws:sqs:eu-central-1:000000000000:bridge-local-Dead',
        attributes: { MessageRetentionPeriod: '1209600' },
      },
    ],
    topics: [{ name: 'alarms', arn: 'arn:aws:sns:eu-central-1:000000000000:alarms' }],
    tables: [
      {
        TableName: 'ledger',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'due',
            KeySchema: [{ AttributeName: 'account', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      },
    ],
    functions: [
      {
        name: 'bridge-local-deliver',
        environment: {
          EVENTS_QUEUE_URL: events.url,
          TABLE_NAME: 'ledger',
          ALARM_TOPIC_ARN: 'arn:aws:sns:eu-central-1:000000000000:alarms',
        },
      },
    ],
    eventSources: [{ functionName: 'bridge-local-deliver', queue: events, batchSize: 10, reportsFailures: true }],
    scheduled: ['bridge-local-deliver'],
  });
});

it('refuses an event source whose queue is not there', () => {
  const template = {
    Resources: { Source: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn: 'x' } } },
  };

  expect(() => readTemplate(template, place)).toThrow('the event source Source names no queue of the template');
});

const PACKAGED = {
  Resources: {
    Events: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: { 'Fn::Sub': `\${AWS::StackName}-events` },
        VisibilityTimeout: 120,
        MaximumMessageSize: 1_048_576,
        SqsManagedSseEnabled: true,
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 100 },
      },
    },
    Dead: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
    Ledger: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'ledger',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'due',
            KeySchema: [{ AttributeName: 'account', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
            OnDemandThroughput: { MaxReadRequestUnits: 5 },
          },
        ],
      },
    },
    Deliver: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'bridge-local-deliver',
        Environment: {
          Variables: {
            EVENTS_QUEUE_URL: { Ref: 'Events' },
            TABLE_NAME: { Ref: 'Ledger' },
            ALARM_TOPIC_ARN: { Ref: 'Topic' },
          },
        },
      },
    },
    Source: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        BatchSize: 10,
        EventSourceArn: { 'Fn::GetAtt': ['Events', 'Arn'] },
        FunctionName: { 'Fn::GetAtt': ['Deliver', 'Arn'] },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    EachMinute: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        Targets: [{ Arn: { 'Fn::GetAtt': ['Deliver', 'Arn'] }, Id: 'tick' }],
      },
    },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } },
  },
};
