import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource, TypeDefinition } from '@aws-cdk/service-spec-types';

export interface AwsSpecification {
  /** What AWS publishes of a type of resource; undefined where it has none of this name. */
  resource(type: string): Resource | undefined;
  /** The structure that a property's type names. */
  definition(type: Extract<PropertyType, { readonly type: 'ref' }>): TypeDefinition;
  /** The names of the dimensions that a metric of AWS's own comes with, each set sorted; empty where there is no such metric. */
  dimensionsOf(namespace: string, metric: string): readonly (readonly string[])[];
}

/** The resources of CloudFormation as AWS publishes them. Takes about a second to read. */
export const readAwsSpecification = (): AwsSpecification => {
  const db = loadAwsServiceSpecSync();
  return {
    resource: (type) => db.lookup('resource', 'cloudFormationType', 'equals', type)[0],
    definition: ({ reference }) => db.get('typeDefinition', reference),
    dimensionsOf: (namespace, metric) =>
      db
        .lookup('metric', 'name', 'equals', metric)
        .filter((one) => one.namespace === namespace)
        .flatMap((one) => db.follow('usesDimensionSet', one))
        .map(({ entity }) => entity.dimensions.map(({ name }) => name).sort()),
  };
};
