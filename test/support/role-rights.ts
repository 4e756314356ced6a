import type { AwsCall } from '../../infra/local/aws-call.ts';
import type { Resource } from '../../infra/local/resources.ts';

/** An action on a resource, either of which may end with `*`. */
export type Right = `${string} on ${string}`;

/** What the role of a function allows, in a template whose references are resolved. */
export const rightsOf = (resources: readonly Resource[], functionName: string): readonly Right[] => {
  const { Role: arn } = resources.find(({ name }) => name === functionName)?.properties ?? {};
  const role = resources.find((resource) => resource.arn === arn);
  if (role === undefined) throw new Error(`the function ${functionName} has no role of the template`);
  return (role.properties['Policies'] as readonly Policy[])
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource: on }) =>
      [Action].flat().flatMap((action) => [on].flat().map((one): Right => `${action} on ${one}`)),
    );
};

/** What a call needs to be allowed. */
export const rightFor = ({ service, action, on }: AwsCall, region: string, account: string): Right => {
  const toArn = (rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
  switch (service) {
    case 'sqs':
      // A batch is allowed by the right to its single action.
      return `sqs:${action.replace(/Batch$/, '')} on ${toArn(on.split('/').at(-1) ?? '')}`;
    case 'dynamodb':
      return `dynamodb:${action} on ${toArn(`table/${on}`)}`;
    case 'secretsmanager':
      return `secretsmanager:${action} on ${toArn(`secret:${on}`)}`;
    case 'sns':
      return `sns:${action} on ${on}`;
    default:
      throw new Error(`nobody has said what a call of ${service} needs`);
  }
};

export const allows = (right: Right, needed: Right): boolean =>
  right.endsWith('*') ? needed.startsWith(right.slice(0, -1)) : right === needed;

interface Policy {
  readonly PolicyDocument: {
    readonly Statement: readonly {
      readonly Action: string | readonly string[];
      readonly Resource: string | readonly string[];
    }[];
  };
}
