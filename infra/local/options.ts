import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StackOptions {
  readonly root: string;
  readonly stage: string;
  readonly shopsFile: string;
  /** A JSON object of secrets by name, in place of the sample ones. */
  readonly secretsFile: string | null;
  /** A CO3 in place of the simulator. */
  readonly co3BaseUrl: string | null;
  /** Where the functions' calls of AWS are written to. */
  readonly awsCallsFile: string | null;
  /** Shows everything that serverless-offline says. */
  readonly debug: boolean;
}

/** The settings that are run where no others are named, from the project's folder. */
export const SAMPLE_SHOPS = 'infra/local/shops.yml';

export const HELP = `npm start  (node infra/local/start.ts)

Runs the whole bridge on this machine: the webhooks' HTTP API, the queues, the table, the functions, and a simulator
of CO3. It needs no AWS account and no CO3. All data are in memory and gone when it ends; Ctrl-C ends it.
A port that is taken is replaced by a free one. The addresses are printed and stand in .local/stack.json, where
\`npx bridge … --local\` finds them; where several stacks run, the one started last counts.

Environment:
  SHOPS_FILE     another shops.yml than infra/local/shops.yml; sample secrets are made for each of its shops and accounts
  SECRETS_FILE   a JSON file of secrets by name ({"co3-bridge/acme": {"apiKey": …}}), in place of the sample ones
  CO3_BASE_URL   another CO3 than the simulator; its accounts need a SECRETS_FILE
  AWS_CALLS_FILE a file that each kind of call which a function makes of AWS is written to, once
  DEBUG=1        everything that serverless-offline says

What is not as on AWS: infra/local/DIFFERENCES.md
`;

/** Reads the command line. Throws where it says something that there is not. */
export const parseOptions = (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  root: string,
): StackOptions | 'help' => {
  const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return 'help';
  const {
    SHOPS_FILE: shops,
    SECRETS_FILE: secrets,
    CO3_BASE_URL: co3,
    AWS_CALLS_FILE: calls,
    DEBUG: debug,
  } = environment;
  return {
    root,
    stage: 'local',
    shopsFile: resolve(root, shops ?? SAMPLE_SHOPS),
    secretsFile: secrets === undefined ? null : resolve(root, secrets),
    co3BaseUrl: co3 ?? null,
    awsCallsFile: calls === undefined ? null : resolve(root, calls),
    debug: debug !== undefined && debug !== '',
  };
};
