import { beforeAll, describe, expect, it } from 'vitest';
import { SERVICE } from '../../../lib/aws/log.ts';
import { METRICS_NAMESPACE } from '../../../lib/aws/metrics.ts';
import type { Alarms, FigureName } from '../../../lib/deliver/ports.ts';
import { packageService } from '../../support/packaged-service.ts';
import { readTemplate, type Template } from '../../support/read-template.ts';

let template: Template;

beforeAll(async () => {
  template = readTemplate((await packageService()).resources);
}, 120_000);

describe('an alarm', () => {
  it.each([
    ['LettersAgeAlarm', 'OldestLetterHours', 'a letter is a day old', 'Maximum > 24 in 1 of 1'],
    ['DueAgeAlarm', 'OldestDueMinutes', 'work has been due for a quarter of an hour', 'Minimum > 15 in 2 of 2'],
    ['LaneHeldAlarm', 'LanesHeld', 'a lane is held for half an hour', 'Minimum > 0 in 6 of 6'],
    ['ShopNotReadAlarm', 'ShopNotRead', 'a shop is not read', 'Sum > 0 in 1 of 1'],
    ['RejectedSignaturesAlarm', 'RejectedSignatures', 'three signatures are wrong', 'Sum > 2 in 1 of 3'],
  ] as const)('%s watches our metric %s: %s', (name, metric, _, rule) => {
    const properties = template.propertiesOf(name);

    expect(properties).toMatchObject({
      Namespace: METRICS_NAMESPACE,
      MetricName: metric,
      Dimensions: [
        { Name: 'service', Value: SERVICE },
        { Name: 'stage', Value: 'dev' },
      ],
      Period: 300,
    });
    expect(WRITTEN[metric]).toBe(true);
    expect(ruleOf(properties)).toBe(rule);
  });

  it.each([
    ['DeadLettersAlarm', 'ApproximateNumberOfMessagesVisible', 'DeadLettersQueue', 0],
    ['DeadLettersExpireAlarm', 'ApproximateAgeOfOldestMessage', 'DeadLettersQueue', 12 * 86_400],
    ['EventsAgeAlarm', 'ApproximateAgeOfOldestMessage', 'EventsQueue', 600],
  ])('%s watches %s of %s', (name, metric, queue, threshold) => {
    expect(template.propertiesOf(name)).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: metric,
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      Threshold: threshold,
    });
  });

  it('is raised by a message of dead-letters that is not renewed, before SQS drops it', () => {
    const { MessageRetentionPeriod: kept } = template.propertiesOf('DeadLettersQueue');
    const { Threshold: threshold } = template.propertiesOf('DeadLettersExpireAlarm');

    expect(Number(threshold)).toBeGreaterThan(10 * 86_400);
    expect(Number(threshold)).toBeLessThan(Number(kept));
  });

  it.each([
    ['FunctionErrorsAlarm', 'Errors'],
    ['ThrottlesAlarm', 'Throttles'],
  ])('%s watches %s of every function, also of one that is not called', (name, metric) => {
    const functions = ['receive', 'deliver', 'tick'];

    const properties = template.propertiesOf(name);

    expect(properties['Metrics']).toStrictEqual([
      { Id: 'all', Expression: functions.map((id) => `FILL(${id}, 0)`).join(' + '), ReturnData: true },
      ...functions.map((id) => ({
        Id: id,
        ReturnData: false,
        MetricStat: {
          Metric: {
            Namespace: 'AWS/Lambda',
            MetricName: metric,
            Dimensions: [{ Name: 'FunctionName', Value: { Ref: functionOf(id) } }],
          },
          Stat: 'Sum',
          Period: 300,
        },
      })),
    ]);
    expect(functions.map(functionOf)).toStrictEqual(template.ofType('AWS::Lambda::Function').map(([id]) => id));
    expect(ruleOf(properties)).toBe('undefined > 0 in 2 of 3');
  });

  it('is raised when the tick is silent, which no metric of its own can tell', () => {
    expect(template.propertiesOf('TickSilentAlarm')).toMatchObject({
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'TickLambdaFunction' } }],
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });

  it('mails the topic, but for the light of what the tick has mailed', () => {
    const silent = alarms().filter(([, { Properties }]) => Properties['AlarmActions'] === undefined);
    const others = alarms().flatMap(([, { Properties }]) => Properties['AlarmActions'] ?? []);

    expect(silent.map(([name]) => name)).toStrictEqual(['DeadLettersAlarm']);
    expect(others).toStrictEqual(Array.from({ length: alarms().length - 1 }, () => ({ Ref: 'AlarmTopic' })));
  });

  it('says what it means and where to look', () => {
    for (const [, { Properties }] of alarms()) expect(Properties['AlarmDescription']).toMatch(/; .*(`bridge|log|look)/);
  });
});

it('counts wrong signatures in the log of receive, with the dimensions of our other metrics', () => {
  expect(template.propertiesOf('RejectedSignatures')).toStrictEqual({
    LogGroupName: { Ref: 'ReceiveLogGroup' },
    FilterPattern: '{ $.message = "webhook" && $.status = 401 }',
    MetricTransformations: [
      {
        MetricNamespace: METRICS_NAMESPACE,
        MetricName: 'RejectedSignatures',
        MetricValue: '1',
        Dimensions: [
          { Key: 'service', Value: '$.service' },
          { Key: 'stage', Value: '$.stage' },
        ],
      },
    ],
  });
});

describe('the dashboard', () => {
  it('shows every alarm', () => {
    const shown = widgets().flatMap(({ properties }) => properties.alarms ?? []);

    expect(shown.toSorted()).toStrictEqual(
      alarms()
        .map(([name]) => `\${${name}.Arn}`)
        .toSorted(),
    );
  });

  it('shows metrics that somebody writes, of this stage alone', () => {
    const ours = widgets()
      .flatMap(({ properties }) => properties.metrics ?? [])
      .filter(([namespace]) => namespace === METRICS_NAMESPACE);

    expect([...new Set(ours.map(([, name]) => name))].filter((name) => WRITTEN[String(name)] !== true)).toStrictEqual(
      [],
    );
    for (const [, , ...dimensions] of ours)
      expect(dimensions.slice(0, 4)).toStrictEqual(['service', SERVICE, 'stage', 'dev']);
    expect(ours.length).toBeGreaterThan(4);
  });

  it('asks the logs of this stage', () => {
    const sources = widgets().flatMap(({ properties }) => /^SOURCE '([^']+)'/.exec(properties.query ?? '')?.[1] ?? []);
    const groups = template.ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties['LogGroupName']);

    expect(sources).toStrictEqual([
      '/aws/lambda/co3-shop-bridge-dev-receive',
      '/aws/lambda/co3-shop-bridge-dev-deliver',
    ]);
    expect(groups).toEqual(expect.arrayContaining(sources));
  });

  it('refers to nothing that the template does not have', () => {
    const names = [...bodyOf().matchAll(/\$\{(\w+)(?:\.\w+)?\}/g)].map(([, name]) => name ?? '');

    expect(names.filter((name) => template.resources[name] === undefined)).toStrictEqual([]);
    expect(names).not.toStrictEqual([]);
  });
});

/** The metrics that the functions write, and what is counted in their logs. */
const WRITTEN: Readonly<Record<string, true>> = {
  Co3Calls: true,
  LanesHeld: true,
  OldestDueMinutes: true,
  OpenLetters: true,
  OldestLetterHours: true,
  LaneHeld: true,
  ShopNotRead: true,
  LetterNeedsAdmin: true,
  UnknownCode: true,
  UnknownOutcome: true,
  RejectedSignatures: true,
} satisfies Record<FigureName | Parameters<Alarms['raise']>[0] | 'RejectedSignatures', true>;

const alarms = () => template.ofType('AWS::CloudWatch::Alarm');

const functionOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}LambdaFunction`;

const ruleOf = (properties: Readonly<Record<string, unknown>>): string => {
  const { Statistic, Threshold, EvaluationPeriods: periods, DatapointsToAlarm: points = periods } = properties;
  expect(properties).toMatchObject({ ComparisonOperator: 'GreaterThanThreshold', TreatMissingData: 'notBreaching' });
  return `${Statistic} > ${Threshold} in ${points} of ${periods}`;
};

interface Widget {
  readonly properties: {
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly query?: string;
  };
}

const bodyOf = (): string => {
  const { DashboardBody: body } = template.propertiesOf('Dashboard');
  return (body as { readonly 'Fn::Sub': string })['Fn::Sub'];
};

const widgets = (): readonly Widget[] => (JSON.parse(bodyOf()) as { readonly widgets: readonly Widget[] }).widgets;
