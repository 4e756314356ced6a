import { isTree } from '../../infra/local/intrinsics.ts';
import type { AwsSpecification } from './aws-specification.ts';
import { checkProperties } from './check-value.ts';

export interface CheckedTemplate {
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** What of a template AWS would refuse by its published specification, each with its place. */
export const checkTemplate = (spec: AwsSpecification, template: CheckedTemplate): readonly string[] => [
  ...Object.entries(template.resources).flatMap(([id, resource]) => checkResource(spec, id, resource)),
  ...Object.entries(template.resources).flatMap(([id, resource]) => checkConnections(template, id, resource)),
  ...Object.entries({ ...template.resources, ...template.outputs }).flatMap(([id, part]) => [
    ...findReferences(part).flatMap((reference) => checkReference(spec, template, id, reference)),
    ...findMetrics(part).flatMap((metric) => checkMetric(spec, id, metric)),
  ]),
];

const checkResource = (
  spec: AwsSpecification,
  id: string,
  { Type, Properties, ...rest }: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const published = spec.resource(String(Type));
  if (published === undefined) return [`${id}: AWS knows no ${Type}`];
  return [
    ...Object.keys(rest)
      .filter((name) => !BESIDE_PROPERTIES.has(name))
      .map((name) => `${id} has no attribute ${name}`),
    ...checkProperties(spec, id, published.properties, isTree(Properties) ? Properties : {}),
  ];
};

const BESIDE_PROPERTIES = new Set(['Condition', 'DeletionPolicy', 'DependsOn', 'UpdateReplacePolicy']);

const checkConnections = (
  { resources, conditions }: CheckedTemplate,
  id: string,
  { DependsOn: before = [], Condition: condition }: Readonly<Record<string, unknown>>,
): readonly string[] => [
  ...[before]
    .flat()
    .filter((name) => resources[String(name)] === undefined)
    .map((name) => `${id} waits for ${name}, which is not there`),
  ...(condition === undefined || conditions[String(condition)] !== undefined
    ? []
    : [`${id} has the condition ${condition}, which is not there`]),
];

/** What is referred to: a resource or a pseudo parameter, and an attribute of it where one is named. */
type Reference = readonly [name: string, attribute?: string];

const checkReference = (
  spec: AwsSpecification,
  { resources }: CheckedTemplate,
  place: string,
  [name, attribute]: Reference,
): readonly string[] => {
  if (attribute === undefined && PSEUDO_PARAMETERS.has(name)) return [];
  const resource = resources[name];
  if (resource === undefined) return [`${place} refers to ${name}, which is not there`];
  const type = String(resource['Type']);
  return attribute === undefined || spec.resource(type)?.attributes[attribute] !== undefined
    ? []
    : [`${place} refers to ${name}.${attribute}, which ${type} has not`];
};

const PSEUDO_PARAMETERS = new Set(
  ['AccountId', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map((name) => `AWS::${name}`),
);

const findReferences = (value: unknown): readonly Reference[] => {
  if (Array.isArray(value)) return value.flatMap(findReferences);
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Reference[] => {
    if (key === 'Ref') return [[String(inner)]];
    if (key === 'Fn::GetAtt') return [toReference([inner].flat().join('.'))];
    if (key === 'Fn::Sub' && typeof inner === 'string')
      return [...inner.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, named = '']) => toReference(named));
    return findReferences(inner);
  });
};

/** An attribute's own name may have dots. */
const toReference = (text: string): Reference => {
  const [name = '', ...attribute] = text.split('.');
  return attribute.length === 0 ? [name] : [name, attribute.join('.')];
};

interface Metric {
  readonly Namespace: unknown;
  readonly MetricName: unknown;
  readonly Dimensions?: unknown;
}

const findMetrics = (value: unknown): readonly Metric[] => {
  if (Array.isArray(value)) return value.flatMap(findMetrics);
  if (!isTree(value)) return [];
  const inner = Object.values(value).flatMap(findMetrics);
  return isMetric(value) ? [value, ...inner] : inner;
};

const isMetric = (value: object): value is Metric => 'Namespace' in value && 'MetricName' in value;

// Of metrics of our own AWS publishes nothing.
const checkMetric = (spec: AwsSpecification, id: string, metric: Metric): readonly string[] => {
  const namespace = String(metric.Namespace);
  if (!namespace.startsWith('AWS/')) return [];
  const sets = spec.dimensionsOf(namespace, String(metric.MetricName));
  const names = (Array.isArray(metric.Dimensions) ? metric.Dimensions : []).map(({ Name }) => String(Name)).sort();
  return sets.some((set) => set.join() === names.join())
    ? []
    : [`${id} watches ${namespace} ${metric.MetricName} by ${names.join(', ')}, which AWS does not publish`];
};
