import { beforeAll, expect, it } from 'vitest';
import { toDeliverSchema, toReceiveSchema, toTickSchema } from '../../../functions/wiring.ts';
import { packageService } from '../../support/packaged-service.ts';
import { readTemplate, type Template } from '../../support/read-template.ts';

let template: Template;

beforeAll(async () => {
  template = readTemplate((await packageService()).resources);
}, 120_000);

it('keeps events for 14 days, encrypted, and sets aside what a hundred receives did not finish', () => {
  const queue = template.propertiesOf('EventsQueue');

  expect(queue).toStrictEqual({
    QueueName: 'co3-shop-bridge-dev-events',
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 14 * 86_400,
    VisibilityTimeout: 120,
    MaximumMessageSize: 1_048_576,
    RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLettersQueue'), maxReceiveCount: 100 },
  });
});

it('keeps dead letters for 14 days, encrypted', () => {
  const queue = template.propertiesOf('DeadLettersQueue');

  expect(queue).toStrictEqual({
    QueueName: 'co3-shop-bridge-dev-dead-letters',
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 14 * 86_400,
    VisibilityTimeout: 120,
    MaximumMessageSize: 1_048_576,
  });
});

it('keeps the ledger whatever becomes of the stack, with the indexes that the code asks', () => {
  const table = template.resources['LedgerTable'];

  expect(table).toStrictEqual({
    Type: 'AWS::DynamoDB::Table',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      TableName: 'co3-shop-bridge-dev-ledger',
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: false,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      AttributeDefinitions: ['pk', 'account', 'dueAt', 'open', 'parkedAt'].map((name) => ({
        AttributeName: name,
        AttributeType: 'S',
      })),
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        { IndexName: 'due', KeySchema: keys('account', 'dueAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
        {
          IndexName: 'letters',
          KeySchema: keys('open', 'parkedAt'),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['line'] },
        },
      ],
    },
  });
});

it('gives deliver ten events at a time, at most twenty times side by side, and lets it fail single ones', () => {
  const sources = template.ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);

  expect(sources).toStrictEqual([
    {
      EventSourceArn: arnOf('EventsQueue'),
      FunctionName: arnOf('DeliverLambdaFunction'),
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 0,
      ScalingConfig: { MaximumConcurrency: 20 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      Enabled: true,
    },
  ]);
});

it('wakes tick each minute', () => {
  const rules = template.ofType('AWS::Events::Rule').map(([, { Properties }]) => Properties);

  expect(rules).toStrictEqual([
    {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [{ Arn: arnOf('TickLambdaFunction'), Id: 'tickSchedule' }],
    },
  ]);
});

it('takes webhooks at one route, in bursts of 500', () => {
  const routes = template.ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties['RouteKey']);
  const integration = template.ofType('AWS::ApiGatewayV2::Integration').map(([, { Properties }]) => Properties);

  expect(routes).toStrictEqual(['POST /webhooks/{shop}']);
  expect(integration).toMatchObject([{ IntegrationUri: arnOf('ReceiveLambdaFunction'), PayloadFormatVersion: '2.0' }]);
  expect(template.propertiesOf('HttpApiStage')['DefaultRouteSettings']).toStrictEqual({
    DetailedMetricsEnabled: true,
    ThrottlingBurstLimit: 500,
    ThrottlingRateLimit: 250,
  });
});

it.each([
  { name: 'receive', timeout: 6, more: {} },
  { name: 'deliver', timeout: 60, more: { RecursiveLoop: 'Allow' } },
  { name: 'tick', timeout: 60, more: {} },
])('runs $name on Node 24 and arm64 for at most $timeout s, without a reserved place', ({ name, timeout, more }) => {
  const {
    Environment: _environment,
    Code: _code,
    Description: _description,
    ...rest
  } = template.propertiesOf(functionOf(name));

  expect(rest).toStrictEqual({
    FunctionName: `co3-shop-bridge-dev-${name}`,
    Handler: `functions/${name}.handler`,
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    MemorySize: 512,
    Timeout: timeout,
    TracingConfig: { Mode: 'Active' },
    Role: arnOf(`${capital(name)}Role`),
    ...more,
  });
});

it('hides a message from other workers for twice as long as deliver may run', () => {
  const { Timeout: timeout } = template.propertiesOf('DeliverLambdaFunction');
  const { VisibilityTimeout: visibility } = template.propertiesOf('EventsQueue');

  expect(visibility).toBe(Number(timeout) * 2);
});

const COMMON = { STAGE: 'dev', SETTINGS_FILE: '.settings/shops.json', EVENTS_QUEUE_URL: { Ref: 'EventsQueue' } };
const LEDGER = { TABLE_NAME: { Ref: 'LedgerTable' }, DEAD_LETTERS_QUEUE_URL: { Ref: 'DeadLettersQueue' } };
const CO3 = { CO3_BASE_URL: 'https://co3app.com/api/' };

it.each([
  { name: 'receive', schema: toReceiveSchema(), expected: COMMON },
  { name: 'deliver', schema: toDeliverSchema(), expected: { ...COMMON, ...LEDGER, ...CO3 } },
  { name: 'tick', schema: toTickSchema(), expected: { ...COMMON, ...LEDGER, ALARM_TOPIC_ARN: { Ref: 'AlarmTopic' } } },
])('gives $name the environment that its wiring reads, and nothing else', ({ name, schema, expected }) => {
  const { Environment: environment } = template.propertiesOf(functionOf(name));

  expect(environment).toStrictEqual({ Variables: expected });
  expect(Object.keys(expected).sort()).toStrictEqual(Object.keys(schema.shape).sort());
});

it('keeps the log of each function for 30 days', () => {
  const groups = template.ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);

  expect(groups).toStrictEqual(
    ['receive', 'deliver', 'tick'].map((name) => ({
      LogGroupName: `/aws/lambda/co3-shop-bridge-dev-${name}`,
      RetentionInDays: 30,
    })),
  );
});

const LOG_OF = (name: string) =>
  `arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/lambda/co3-shop-bridge-dev-${name}:*`;
const OWN_LOG = (name: string) => [`logs:CreateLogStream on ${LOG_OF(name)}`, `logs:PutLogEvents on ${LOG_OF(name)}`];
const TRACES = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'];
const SECRETS = [
  'secretsmanager:GetSecretValue on arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:co3-bridge/*',
];
const RECORDS = [
  'dynamodb:GetItem on LedgerTable.Arn',
  'dynamodb:PutItem on LedgerTable.Arn',
  'dynamodb:Query on <LedgerTable.Arn>/index/due',
];

it.each([
  { name: 'receive', rights: [...SECRETS, 'sqs:SendMessage on EventsQueue.Arn'] },
  {
    name: 'deliver',
    rights: [
      'dynamodb:DescribeTable on LedgerTable.Arn',
      ...RECORDS,
      ...SECRETS,
      'sqs:DeleteMessage on EventsQueue.Arn',
      'sqs:GetQueueAttributes on EventsQueue.Arn',
      'sqs:ReceiveMessage on EventsQueue.Arn',
      'sqs:SendMessage on DeadLettersQueue.Arn',
      'sqs:SendMessage on EventsQueue.Arn',
    ],
  },
  {
    name: 'tick',
    rights: [
      ...RECORDS,
      'dynamodb:Query on <LedgerTable.Arn>/index/letters',
      'sns:Publish on AlarmTopic',
      'sqs:DeleteMessage on DeadLettersQueue.Arn',
      'sqs:GetQueueAttributes on DeadLettersQueue.Arn',
      'sqs:ReceiveMessage on DeadLettersQueue.Arn',
      'sqs:SendMessage on DeadLettersQueue.Arn',
      'sqs:SendMessage on EventsQueue.Arn',
    ],
  },
])('lets $name do its work on its resources and no more', ({ name, rights }) => {
  const granted = template.rightsOf(`${capital(name)}Role`);

  expect(granted).toStrictEqual([...OWN_LOG(name), ...TRACES, ...rights].sort());
});

it('has a role for each function and none besides', () => {
  const roles = template.ofType('AWS::IAM::Role').map(([name]) => name);

  expect(roles.sort()).toStrictEqual(['DeliverRole', 'ReceiveRole', 'TickRole']);
});

it('allows nothing on every resource but traces', () => {
  const everything = template
    .ofType('AWS::IAM::Role')
    .flatMap(([name]) => template.rightsOf(name).filter((right) => right.endsWith(' on *')));

  expect([...new Set(everything)]).toStrictEqual(TRACES);
});

const functionOf = (name: string): string => `${capital(name)}LambdaFunction`;

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];
