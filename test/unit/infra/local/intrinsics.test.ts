import { expect, it } from 'vitest';
import { resolveIntrinsics } from '../../../../infra/local/intrinsics.ts';

const around = {
  region: 'eu-central-1',
  stack: 'bridge-local',
  resources: new Map([['Events', { ref: 'http://127.0.0.1:4566/000000000000/events', arn: 'arn:aws:sqs:x:0:events' }]]),
};

it.each([
  ['a plain value', { a: [1, 'b', null] }, { a: [1, 'b', null] }],
  ['a resource', { url: { Ref: 'Events' } }, { url: 'http://127.0.0.1:4566/000000000000/events' }],
  ['an ARN', { 'Fn::GetAtt': ['Events', 'Arn'] }, 'arn:aws:sqs:x:0:events'],
  ['an ARN in one text', { 'Fn::GetAtt': 'Events.Arn' }, 'arn:aws:sqs:x:0:events'],
  ['a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-central-1'],
  [
    'a substitution',
    { 'Fn::Sub': `\${AWS::StackName}/\${Events.Arn}/\${!kept}` },
    `bridge-local/arn:aws:sqs:x:0:events/\${kept}`,
  ],
  [
    'a substitution with its own names',
    { 'Fn::Sub': [`\${Own}-\${AWS::Region}`, { Own: { Ref: 'AWS::StackName' } }] },
    'bridge-local-eu-central-1',
  ],
  ['a join', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::AccountId' }]] }, 'a/000000000000'],
  ['a resource that is not run here', { Ref: 'AlarmTopic' }, 'local-AlarmTopic'],
  ['an attribute that is not known here', { 'Fn::GetAtt': ['Events', 'QueueName'] }, 'local-Events-QueueName'],
])('resolves %s', (_name, value, expected) => {
  const resolved = resolveIntrinsics(value, around);

  expect(resolved).toStrictEqual(expected);
});
