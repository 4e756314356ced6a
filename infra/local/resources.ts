import { isTree, LOCAL_AWS_ACCOUNT, type Physical, resolveIntrinsics, type Surroundings } from './intrinsics.ts';

export interface Place {
  readonly region: string;
  readonly stack: string;
  /** The base address of the local queues. */
  readonly sqs: string;
}

/** A resource of the template with its properties resolved. */
export interface Resource extends Physical {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Every resource of a packaged template. One that has no name there is named as CloudFormation would. */
export const readResources = (template: unknown, place: Place): readonly Resource[] => {
  const found = isTree(template) && isTree(template['Resources']) ? Object.entries(template['Resources']) : [];
  const trees = found.flatMap(([id, resource]) => (isTree(resource) ? [{ id, resource }] : []));
  const nameless: Surroundings = { region: place.region, stack: place.stack, resources: new Map() };
  const named = trees.map(({ id, resource }) => {
    const type = String(resource['Type']);
    const raw = isTree(resource['Properties']) ? resource['Properties'] : {};
    const name = resolveIntrinsics(raw[NAME_PROPERTY.get(type) ?? ''], nameless) ?? `${place.stack}-${id}`;
    return { id, type, raw, name: String(name), ...toPhysical(type, String(name), place) };
  });
  const around = { ...nameless, resources: new Map(named.map(({ id, ref, arn }) => [id, { ref, arn }])) };
  return named.map(({ raw, ...rest }) => {
    const properties = resolveIntrinsics(raw, around);
    return { ...rest, properties: isTree(properties) ? properties : {} };
  });
};

const NAME_PROPERTY: ReadonlyMap<string, string> = new Map([
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::SNS::Topic', 'TopicName'],
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::Lambda::Function', 'FunctionName'],
]);

const toPhysical = (type: string, name: string, place: Place): Physical => {
  const toArn = (rest: string) => `arn:aws:${rest}`;
  const owner = `${place.region}:${LOCAL_AWS_ACCOUNT}`;
  if (type === 'AWS::SQS::Queue')
    return { ref: `${place.sqs}/${LOCAL_AWS_ACCOUNT}/${name}`, arn: toArn(`sqs:${owner}:${name}`) };
  if (type === 'AWS::SNS::Topic') {
    const arn = toArn(`sns:${owner}:${name}`);
    return { ref: arn, arn };
  }
  if (type === 'AWS::DynamoDB::Table') return { ref: name, arn: toArn(`dynamodb:${owner}:table/${name}`) };
  if (type === 'AWS::Lambda::Function') return { ref: name, arn: toArn(`lambda:${owner}:function:${name}`) };
  return { ref: `local-${name}`, arn: toArn(`local:${owner}:${name}`) };
};
