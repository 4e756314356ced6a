import * as z from 'zod';
import { type MethodContract, PLAIN_CONTRACT } from '../../co3/contract.ts';
import { overridesSchema } from '../../co3/contract-overrides.ts';
import { below, type JsonSchema } from './json-schema.ts';

/** What `contract` of an account may hold: the form that lib/co3 reads, with every name that there is. */
export const toContractJsonSchema = (): JsonSchema => {
  const { $schema: _, additionalProperties: method, ...form } = z.toJSONSchema(overridesSchema(), { io: 'input' });
  const properties = below(form, 'properties');
  return {
    ...form,
    properties: {
      ...properties,
      values: {
        ...below(properties, 'values'),
        propertyNames: undefined,
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(PLAIN_CONTRACT.values).map(([tag, words]) => [
            tag,
            onlyNamed(below(properties, 'values', 'additionalProperties'), words),
          ]),
        ),
      },
      envelope: withTags(below(properties, 'envelope'), PLAIN_CONTRACT.envelope),
      ...Object.fromEntries(
        Object.entries(PLAIN_CONTRACT.methods).map(([name, plain]) => [
          name,
          toMethod(below({ method }, 'method'), plain),
        ]),
      ),
    },
    additionalProperties: false,
  };
};

const toMethod = (form: JsonSchema, { tags, idTag }: MethodContract): JsonSchema => {
  const { idTag: id, ...others } = below(withTags(form, tags), 'properties');
  return { ...form, properties: idTag === null ? others : { ...others, idTag: id } };
};

const withTags = (form: JsonSchema, tags: object): JsonSchema => {
  const properties = below(form, 'properties');
  return { ...form, properties: { ...properties, tags: onlyNamed(below(properties, 'tags'), tags) } };
};

/** The map of the form, by these names alone. */
const onlyNamed = ({ propertyNames: _, ...map }: JsonSchema, names: object): JsonSchema => ({
  ...map,
  propertyNames: { type: 'string', enum: Object.keys(names) },
});
