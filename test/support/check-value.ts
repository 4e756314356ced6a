import type { PropertyType, ResourceProperties } from '@aws-cdk/service-spec-types';
import { isTree } from '../../infra/local/intrinsics.ts';
import type { AwsSpecification } from './aws-specification.ts';

/** What is wrong with the properties of a resource, or of a structure in one, each with its place. */
export const checkProperties = (
  spec: AwsSpecification,
  place: string,
  properties: ResourceProperties,
  given: Readonly<Record<string, unknown>>,
): readonly string[] => [
  ...Object.entries(properties)
    .filter(([name, { required }]) => required === true && given[name] === undefined)
    .map(([name]) => `${place} lacks ${name}`),
  ...Object.entries(given).flatMap(([name, value]) => {
    const property = properties[name];
    return property === undefined
      ? [`${place} has no property ${name}`]
      : checkValue(spec, `${place}.${name}`, property.type, value);
  }),
];

const checkValue = (spec: AwsSpecification, place: string, type: PropertyType, value: unknown): readonly string[] => {
  const produced = producedBy(value);
  if (produced === 'anything' || (produced === 'text' && takesText(type))) return [];
  if (produced === 'text') return [`${place} is a text and not ${type.type}`];
  switch (type.type) {
    case 'json':
      return [];
    case 'array':
      if (!Array.isArray(value)) return [`${place} is no list`];
      return value.flatMap((item, index) => checkValue(spec, `${place}[${index}]`, type.element, item));
    case 'map':
      if (!isTree(value)) return [`${place} is no map`];
      return Object.entries(value).flatMap(([key, item]) => checkValue(spec, `${place}.${key}`, type.element, item));
    case 'ref':
      if (!isTree(value)) return [`${place} has no properties`];
      return checkProperties(spec, place, spec.definition(type).properties, value);
    case 'union': {
      const problems = ofItsShape(type.types, value).map((one) => checkValue(spec, place, one, value));
      return problems.find((found) => found.length === 0) ?? problems[0] ?? [`${place} has none of its types`];
    }
    case 'tag':
      return isTree(value) && typeof value['Key'] === 'string' && typeof value['Value'] === 'string'
        ? []
        : [`${place} is no tag`];
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date-time':
    case 'null':
      return checkPrimitive(place, type, value);
    default:
      return type satisfies never;
  }
};

/** Of several types those that the value can be meant as. Any JSON would do for all, so it counts only where nothing more telling does. */
const ofItsShape = (types: readonly PropertyType[], value: unknown): readonly PropertyType[] => {
  const told = types.filter(({ type }) => {
    if (Array.isArray(value)) return type === 'array';
    if (isTree(value)) return type === 'ref' || type === 'map' || type === 'tag';
    return type !== 'json';
  });
  return told.length === 0 ? types.filter(({ type }) => type === 'json') : told;
};

type Primitive = Extract<
  PropertyType,
  { readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date-time' | 'null' }
>;

const checkPrimitive = (place: string, type: Primitive, value: unknown): readonly string[] => {
  if (!isOf(type.type, value)) return [`${place} is not ${type.type}: ${JSON.stringify(value)}`];
  const allowed: readonly unknown[] | undefined = 'allowedValues' in type ? type.allowedValues : undefined;
  return allowed === undefined || allowed.includes(value)
    ? []
    : [`${place} is none of ${allowed.join(', ')}: ${JSON.stringify(value)}`];
};

const isOf = (type: Primitive['type'], value: unknown): boolean => {
  switch (type) {
    case 'string':
    case 'date-time':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    default:
      return type satisfies never;
  }
};

const TEXT_FUNCTIONS = new Set(['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join']);

/** What an intrinsic function comes to; undefined where the value is none. What those that make texts refer to is looked at elsewhere. */
const producedBy = (value: unknown): 'text' | 'anything' | undefined => {
  const [name, ...more] = isTree(value) ? Object.keys(value) : [];
  if (name === undefined || more.length > 0) return undefined;
  if (TEXT_FUNCTIONS.has(name)) return 'text';
  return name.startsWith('Fn::') ? 'anything' : undefined;
};

const takesText = (type: PropertyType): boolean =>
  type.type === 'string' || type.type === 'json' || (type.type === 'union' && type.types.some(takesText));
