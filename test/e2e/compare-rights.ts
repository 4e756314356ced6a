import { readFile } from 'node:fs/promises';
import type { Addresses } from '../../infra/local/addresses.ts';
import type { AwsCall } from '../../infra/local/aws-call.ts';
import { LOCAL_AWS_ACCOUNT } from '../../infra/local/intrinsics.ts';
import { readResources } from '../../infra/local/resources.ts';
import { allows, type Right, rightFor, rightsOf } from '../support/role-rights.ts';

export interface RightsOfFunction {
  /** Of the calls that it made, those that its role does not allow. */
  readonly missing: readonly Right[];
  /** What its role allows and it did not do. */
  readonly unused: readonly Right[];
}

/** Holds the roles of the template that a running stack has packaged against the calls that its functions have made. */
export const compareRights = async (
  { pid, region, stage, sqs }: Addresses,
  callsFile: string,
): Promise<Readonly<Record<string, RightsOfFunction>>> => {
  const packaged = `.local/run-${pid}/service/package/cloudformation-template-update-stack.json`;
  const place = { region, stack: `co3-shop-bridge-${stage}`, sqs };
  const resources = readResources(JSON.parse(await readFile(packaged, 'utf8')), place);
  const calls = (await readFile(callsFile, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line): AwsCall => JSON.parse(line));
  return Object.fromEntries(
    resources
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map(({ name }) => {
        const rights = rightsOf(resources, name);
        const needed = calls.filter(({ by }) => by === name).map((call) => rightFor(call, region, LOCAL_AWS_ACCOUNT));
        return [
          name.replace(`${place.stack}-`, ''),
          {
            missing: needed.filter((one) => !rights.some((right) => allows(right, one))),
            unused: rights.filter((right) => !needed.some((one) => allows(right, one))).sort(),
          },
        ];
      }),
  );
};
