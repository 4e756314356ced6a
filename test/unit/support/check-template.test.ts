import { beforeAll, describe, expect, it } from 'vitest';
import { type AwsSpecification, readAwsSpecification } from '../../support/aws-specification.ts';
import { type CheckedTemplate, checkTemplate } from '../../support/check-template.ts';

let spec: AwsSpecification;
beforeAll(() => {
  spec = readAwsSpecification();
});

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'events', VisibilityTimeout: 120 } };
const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  DeletionPolicy: 'Retain',
  Properties: {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    Tags: [{ Key: 'stage', Value: 'dev' }],
  },
};
const MAPPING = {
  Type: 'AWS::Lambda::EventSourceMapping',
  DependsOn: ['Queue'],
  Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: 'deliver', BatchSize: 10 },
};
const ALARM = {
  Type: 'AWS::CloudWatch::Alarm',
  Condition: 'Watched',
  Properties: {
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateAgeOfOldestMessage',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::Sub': `\${Queue.QueueName}` } }],
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 1,
  },
};
const GOOD = { Queue: QUEUE, Table: TABLE, Mapping: MAPPING, Alarm: ALARM };

it('finds nothing wrong with a template that is right', () => {
  expect(check(GOOD)).toStrictEqual([]);
});

describe('finds', () => {
  it.each([
    ['a type that is not there', { Other: { Type: 'AWS::SQS::Que' } }, 'Other: AWS knows no AWS::SQS::Que'],
    ['a misspelt property', queue({ VisibilityTimeOut: 120 }), 'Queue has no property VisibilityTimeOut'],
    ['a text for a number', queue({ VisibilityTimeout: '120' }), 'Queue.VisibilityTimeout is not integer: "120"'],
    ['a fraction for a whole number', queue({ VisibilityTimeout: 1.5 }), 'Queue.VisibilityTimeout is not integer: 1.5'],
    ['a number for a text', queue({ QueueName: 7 }), 'Queue.QueueName is not string: 7'],
    ['a text for yes or no', queue({ FifoQueue: 'yes' }), 'Queue.FifoQueue is not boolean: "yes"'],
    [
      'a name for a number',
      queue({ VisibilityTimeout: { Ref: 'Table' } }),
      'Queue.VisibilityTimeout is a text and not integer',
    ],
    [
      'an attribute beside the properties',
      { Queue: { ...QUEUE, Deletion: 'Retain' } },
      'Queue has no attribute Deletion',
    ],
    ['a required property that is missing', { Table: { ...TABLE, Properties: {} } }, 'Table lacks KeySchema'],
    ['one that is missing inside', table({ KeySchema: [{ AttributeName: 'pk' }] }), 'Table.KeySchema[0] lacks KeyType'],
    [
      'a misspelt property inside',
      table({ SSESpecification: { SSEEnabled: true, SseType: 'KMS' } }),
      'Table.SSESpecification has no property SseType',
    ],
    ['one thing for a list', table({ Tags: { Key: 'stage', Value: 'dev' } }), 'Table.Tags is no list'],
    ['what is no tag', table({ Tags: [{ key: 'stage' }] }), 'Table.Tags[0] is no tag'],
    [
      'a word that is not among those allowed',
      {
        Work: { Type: 'AWS::Lambda::Function', Properties: { Code: {}, Role: 'role', TracingConfig: { Mode: 'On' } } },
      },
      'Work.TracingConfig.Mode is none of Active, PassThrough: "On"',
    ],
    [
      'a reference to nothing',
      mapping({ FunctionName: { Ref: 'Deliver' } }),
      'Mapping refers to Deliver, which is not there',
    ],
    [
      'an attribute that a resource does not have',
      mapping({ EventSourceArn: { 'Fn::GetAtt': ['Queue', 'ARN'] } }),
      'Mapping refers to Queue.ARN, which AWS::SQS::Queue has not',
    ],
    [
      'the same in a text',
      mapping({ EventSourceArn: { 'Fn::Sub': `\${AWS::Partition} \${!Not} \${Queue.Name}` } }),
      'Mapping refers to Queue.Name, which AWS::SQS::Queue has not',
    ],
    [
      'a resource that waits for nothing',
      { Mapping: { ...MAPPING, DependsOn: 'Que' } },
      'Mapping waits for Que, which is not there',
    ],
    [
      'a condition that is not there',
      { Alarm: { ...ALARM, Condition: 'Watch' } },
      'Alarm has the condition Watch, which is not there',
    ],
    [
      "a metric that AWS's service does not write",
      alarm({ MetricName: 'AgeOfOldestMessage' }),
      'Alarm watches AWS/SQS AgeOfOldestMessage by QueueName, which AWS does not publish',
    ],
    [
      'a metric by other dimensions than it has',
      alarm({ Dimensions: [{ Name: 'Queue', Value: 'events' }] }),
      'Alarm watches AWS/SQS ApproximateAgeOfOldestMessage by Queue, which AWS does not publish',
    ],
  ])('%s', (_, faulty, problem) => {
    expect(check({ ...GOOD, ...faulty })).toStrictEqual([problem]);
  });

  it('an output that names an attribute which is not there', () => {
    const outputs = { Url: { Value: { 'Fn::GetAtt': 'Queue.Url' } } };

    expect(check(GOOD, outputs)).toStrictEqual(['Url refers to Queue.Url, which AWS::SQS::Queue has not']);
  });
});

function check(
  resources: CheckedTemplate['resources'],
  outputs: CheckedTemplate['outputs'] = { Url: { Value: { 'Fn::GetAtt': 'Queue.QueueUrl' } } },
): readonly string[] {
  return checkTemplate(spec, { resources, outputs, conditions: { Watched: {} } });
}

function queue(properties: object) {
  return { Queue: { ...QUEUE, Properties: { ...QUEUE.Properties, ...properties } } };
}

function table(properties: object) {
  return { Table: { ...TABLE, Properties: { ...TABLE.Properties, ...properties } } };
}

function mapping(properties: object) {
  return { Mapping: { ...MAPPING, Properties: { ...MAPPING.Properties, ...properties } } };
}

function alarm(properties: object) {
  return { Alarm: { ...ALARM, Properties: { ...ALARM.Properties, ...properties } } };
}
