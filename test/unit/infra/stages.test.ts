import { beforeAll, describe, expect, it } from 'vitest';
import { readAwsSpecification } from '../../support/aws-specification.ts';
import { checkTemplate } from '../../support/check-template.ts';
import { type PackagedService, packageService } from '../../support/packaged-service.ts';
import { readTemplate } from '../../support/read-template.ts';

let dev: PackagedService;
let prod: PackagedService;

beforeAll(async () => {
  [dev, prod] = await Promise.all([
    packageService(),
    packageService(['--stage', 'prod', '--param', 'alarmEmail=office@acme.example']),
  ]);
}, 120_000);

it('deploys to Frankfurt and tags everything with project and stage', () => {
  const told = [dev, prod].map(({ region, stackTags }) => ({ region, stackTags }));

  expect(told).toStrictEqual(
    ['dev', 'prod'].map((stage) => ({
      region: 'eu-central-1',
      stackTags: { project: 'co3-shop-bridge', stage },
    })),
  );
});

it('deploys nothing that AWS would refuse by its published specification', () => {
  const spec = readAwsSpecification();

  expect(checkTemplate(spec, dev)).toStrictEqual([]);
  expect(checkTemplate(spec, prod)).toStrictEqual([]);
});

it('names stages apart, and protects the table of all but dev', () => {
  const differing = Object.keys({ ...dev.resources, ...prod.resources }).filter(
    (name) => named('dev', dev.resources[name]) !== named('prod', prod.resources[name]),
  );

  const protection = [dev, prod].map(
    ({ resources }) => resources['LedgerTable']?.Properties['DeletionProtectionEnabled'],
  );

  expect(protection).toStrictEqual([false, true]);
  expect(differing).toStrictEqual(['LedgerTable', 'AlarmEmail']);
  expect(named('dev', dev.outputs)).toBe(named('prod', prod.outputs));
});

it('mails the alarms to the address that is given, and to nobody without one', () => {
  const whether = [dev, prod].map(({ conditions }) => conditions);
  const subscription = prod.resources['AlarmEmail'];

  expect(whether).toStrictEqual(
    ['', 'office@acme.example'].map((given) => ({ HasAlarmEmail: { 'Fn::Not': [{ 'Fn::Equals': [given, ''] }] } })),
  );
  expect(subscription).toStrictEqual({
    Type: 'AWS::SNS::Subscription',
    Condition: 'HasAlarmEmail',
    Properties: { TopicArn: { Ref: 'AlarmTopic' }, Protocol: 'email', Endpoint: 'office@acme.example' },
  });
});

describe('nothing is public but the API:', () => {
  it('only its one route can be called without a sign-in', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties['RouteKey']);
    const others = Object.values(prod.resources).filter(({ Type }) => CALLED_FROM_OUTSIDE.has(Type));

    expect(routes).toStrictEqual(['POST /webhooks/{shop}']);
    expect(others.map(({ Type }) => Type)).toStrictEqual(['AWS::ApiGatewayV2::Api']);
  });

  it('functions are called by the API and the schedule of this stack', () => {
    const callers = ofType('AWS::Lambda::Permission').map(([, { Properties }]) => Properties);

    expect(callers).toStrictEqual([
      {
        FunctionName: arnOf('TickLambdaFunction'),
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
        SourceArn: arnOf('TickEventsRuleSchedule1'),
      },
      {
        FunctionName: arnOf('ReceiveLambdaFunction'),
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: expect.objectContaining({ 'Fn::Join': ['', expect.arrayContaining([{ Ref: 'HttpApi' }])] }),
      },
    ]);
  });

  it('the bucket of deployments is shut, and its policy only forbids', () => {
    const buckets = ofType('AWS::S3::Bucket').map(([, { Properties }]) => Properties['PublicAccessBlockConfiguration']);

    expect(buckets).toStrictEqual([
      { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    ]);
    expect(prod.resources['ServerlessDeploymentBucketPolicy']).toMatchObject({
      Properties: { PolicyDocument: { Statement: [{ Effect: 'Deny' }] } },
    });
  });

  it('no queue, topic, table or log lets anybody in by a policy of its own', () => {
    const spec = readAwsSpecification();

    const policies = Object.entries(prod.resources).flatMap(([name, { Type, Properties }]) => {
      const published = spec.resource(Type);
      if (published?.scrutinizable === 'ResourcePolicyResource') return [name];
      return Object.keys(Properties)
        .filter((property) => published?.properties[property]?.scrutinizable === 'InlineResourcePolicy')
        .map((property) => `${name}.${property}`);
    });

    expect(policies).toStrictEqual([
      'ServerlessDeploymentBucketPolicy',
      ...['ReceiveRole', 'DeliverRole', 'TickRole'].map((role) => `${role}.AssumeRolePolicyDocument`),
    ]);
  });

  it('roles are taken on by Lambda alone', () => {
    const trusted = ofType('AWS::IAM::Role').map(([, { Properties }]) => Properties['AssumeRolePolicyDocument']);

    expect(trusted).toStrictEqual(
      Array.from({ length: 3 }, () => ({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      })),
    );
  });
});

/** What gives things an address that anybody can reach, beside the one API that is meant to. */
const CALLED_FROM_OUTSIDE = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppSync::GraphQLApi',
  'AWS::CloudFront::Distribution',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Lambda::Url',
]);

const ofType = (type: string) => readTemplate(prod.resources).ofType(type);

const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });

/** A part of the template without its stage's name, and without the time at which it was packaged. */
const named = (stage: string, part: unknown): string =>
  JSON.stringify(part)
    .replace(/"S3Key":"[^"]+"/g, '"S3Key":""')
    .replace(new RegExp(`\\b${stage}\\b`, 'g'), 'STAGE');
