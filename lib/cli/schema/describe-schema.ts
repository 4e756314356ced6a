import type { Descriptions } from '../../settings/descriptions.ts';
import { toPlainDescription } from '../docs/description-text.ts';
import { below, isSchema, type JsonSchema } from './json-schema.ts';

/** The paths of everything that has a name in the schema, as descriptions bear them. */
export const pathsOf = (schema: JsonSchema, path = ''): readonly string[] => [
  ...Object.entries(below(schema, 'properties')).flatMap(([name, one]) => {
    const own = join(path, name);
    return isSchema(one) ? [own, ...pathsOf(one, own)] : [own];
  }),
  ...(isSchema(schema['additionalProperties']) ? pathsOf(schema['additionalProperties'], join(path, '*')) : []),
];

/** The schema with what each setting is for, where an editor shows it. */
export const describeSchema = (schema: JsonSchema, descriptions: Descriptions, path = ''): JsonSchema => {
  const { properties, additionalProperties, ...rest } = schema;
  const description = descriptions[path];
  return {
    ...(description === undefined ? {} : { description: toPlainDescription(description) }),
    ...rest,
    ...(isSchema(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [
              name,
              isSchema(one) ? describeSchema(one, descriptions, join(path, name)) : one,
            ]),
          ),
        }
      : {}),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties: isSchema(additionalProperties)
            ? describeSchema(additionalProperties, descriptions, join(path, '*'))
            : additionalProperties,
        }),
  };
};

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
