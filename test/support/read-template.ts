import type { Resource } from './packaged-service.ts';

export interface Template {
  readonly resources: Readonly<Record<string, Resource>>;
  propertiesOf(name: string): Readonly<Record<string, unknown>>;
  /** Names and resources of a type, in the template's order. */
  ofType(type: string): readonly (readonly [string, Resource])[];
  /** What a role may do, as `action on resource`, sorted. */
  rightsOf(role: string): readonly string[];
}

/** Questions to a CloudFormation template. */
export const readTemplate = (resources: Readonly<Record<string, Resource>>): Template => {
  const propertiesOf = (name: string) => resources[name]?.Properties ?? {};
  return {
    resources,
    propertiesOf,
    ofType: (type) => Object.entries(resources).filter(([, resource]) => resource.Type === type),
    rightsOf: (role) => toRights(propertiesOf(role)['Policies'] as readonly Policy[]),
  };
};

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}
interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: Target | readonly Target[];
}
type Target =
  | string
  | { readonly Ref: string }
  | { readonly 'Fn::GetAtt': readonly string[] }
  | { readonly 'Fn::Sub': string };

const toRights = (policies: readonly Policy[]): readonly string[] =>
  policies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Effect, Action, Resource: target }) =>
      [target]
        .flat()
        .flatMap((one) => Action.map((action) => `${Effect === 'Allow' ? '' : 'not '}${action} on ${toText(one)}`)),
    )
    .sort();

const toText = (target: Target): string => {
  if (typeof target === 'string') return target;
  if ('Ref' in target) return target.Ref;
  return 'Fn::Sub' in target ? target['Fn::Sub'].replace(/\$\{([^}]+)\}/g, '<$1>') : target['Fn::GetAtt'].join('.');
};
