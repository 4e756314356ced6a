import { isTree } from './intrinsics.ts';
import { type Place, type Resource, readResources } from './resources.ts';

export interface LocalQueue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  /** As CreateQueue takes them: all texts. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface LocalTopic {
  readonly name: string;
  readonly arn: string;
}

export interface LocalFunction {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface LocalEventSource {
  readonly functionName: string;
  readonly queue: LocalQueue;
  readonly batchSize: number;
  readonly reportsFailures: boolean;
}

/** What the packaged template asks of this machine. */
export interface LocalPlan {
  readonly queues: readonly LocalQueue[];
  readonly topics: readonly LocalTopic[];
  /** Each as CreateTable takes it. */
  readonly tables: readonly Readonly<Record<string, unknown>>[];
  readonly functions: readonly LocalFunction[];
  readonly eventSources: readonly LocalEventSource[];
  /** Functions that a schedule calls. */
  readonly scheduled: readonly string[];
}

/** Reads a packaged CloudFormation template. Throws where an event source names no queue of it. */
export const readTemplate = (template: unknown, place: Place): LocalPlan => {
  const resources = readResources(template, place);
  const queues = resources.filter(isOf('AWS::SQS::Queue')).map(toQueue);
  return {
    queues,
    topics: resources.filter(isOf('AWS::SNS::Topic')).map(({ name, arn }) => ({ name, arn })),
    tables: resources.filter(isOf('AWS::DynamoDB::Table')).map(toTable),
    functions: resources.filter(isOf('AWS::Lambda::Function')).map(toFunction),
    eventSources: resources
      .filter(isOf('AWS::Lambda::EventSourceMapping'))
      .map((mapping) => toEventSource(mapping, queues)),
    scheduled: resources.filter(isOf('AWS::Events::Rule', 'AWS::Scheduler::Schedule')).flatMap(toScheduled),
  };
};

const isOf =
  (...types: readonly string[]) =>
  (resource: Resource): boolean =>
    types.includes(resource.type);

const QUEUE_ATTRIBUTES = [
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'MaximumMessageSize',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
];

const toQueue = ({ name, ref, arn, properties }: Resource): LocalQueue => ({
  name,
  url: ref,
  arn,
  attributes: Object.fromEntries(
    QUEUE_ATTRIBUTES.flatMap((attribute) => {
      const value = properties[attribute];
      if (value === undefined) return [];
      return [[attribute, isTree(value) ? JSON.stringify(value) : String(value)]];
    }),
  ),
});

const toTable = ({ name, properties }: Resource): Readonly<Record<string, unknown>> => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: properties['AttributeDefinitions'],
  KeySchema: properties['KeySchema'],
  ...toIndexes('GlobalSecondaryIndexes', properties),
  ...toIndexes('LocalSecondaryIndexes', properties),
});

const toIndexes = (kind: string, properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const indexes = properties[kind];
  if (!Array.isArray(indexes)) return {};
  const kept = indexes
    .filter(isTree)
    .map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
  return { [kind]: kept };
};

const toFunction = ({ name, properties }: Resource): LocalFunction => {
  const environment = isTree(properties['Environment']) ? properties['Environment']['Variables'] : undefined;
  const pairs = isTree(environment) ? Object.entries(environment) : [];
  return { name, environment: Object.fromEntries(pairs.map(([key, value]) => [key, String(value)])) };
};

const toEventSource = ({ id, properties }: Resource, queues: readonly LocalQueue[]): LocalEventSource => {
  const queue = queues.find(({ arn }) => arn === properties['EventSourceArn']);
  if (queue === undefined) throw new Error(`the event source ${id} names no queue of the template`);
  const reports = properties['FunctionResponseTypes'];
  return {
    functionName: toFunctionName(properties['FunctionName']),
    queue,
    batchSize: Number(properties['BatchSize'] ?? 10),
    reportsFailures: Array.isArray(reports) && reports.includes('ReportBatchItemFailures'),
  };
};

const toScheduled = ({ properties }: Resource): readonly string[] => {
  const targets = properties['Targets'] ?? [properties['Target']];
  if (properties['ScheduleExpression'] === undefined || !Array.isArray(targets)) return [];
  return targets.filter(isTree).map((target) => toFunctionName(target['Arn']));
};

/** A function is named by its name or its ARN, whichever the property takes. */
const toFunctionName = (nameOrArn: unknown): string => String(nameOrArn).split(':function:').at(-1) ?? '';
