import { appendFile } from 'node:fs/promises';
import type { AwsCall } from './aws-call.ts';
import type { CleanUp } from './clean-up.ts';
import { closeServer, listenNear } from './listen.ts';
import { makeTap } from './tap.ts';

export interface AwsServices {
  readonly sqs: string;
  readonly sns: string;
  readonly dynamodb: string;
  readonly secretsmanager: string;
}

/**
 * Where the functions find AWS's services, as the SDK takes it from the environment. With a file each kind of call that they
 * make is written there once, a JSON line each.
 */
export const toEndpoints = async (
  services: AwsServices,
  callsFile: string | null,
  cleanUp: CleanUp,
): Promise<Readonly<Record<string, string>>> => {
  const at = callsFile === null ? services : await tapAll(services, callsFile, cleanUp);
  return {
    AWS_ENDPOINT_URL_SQS: at.sqs,
    AWS_ENDPOINT_URL_SNS: at.sns,
    AWS_ENDPOINT_URL_DYNAMODB: at.dynamodb,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: at.secretsmanager,
  };
};

const tapAll = async (services: AwsServices, callsFile: string, cleanUp: CleanUp): Promise<AwsServices> => {
  const heard = new Set<string>();
  let written: Promise<void> = Promise.resolve();
  const hear = (call: AwsCall): void => {
    const line = `${JSON.stringify(call)}\n`;
    if (heard.has(line)) return;
    heard.add(line);
    written = written.then(() => appendFile(callsFile, line));
  };
  const tap = makeTap({ services: { ...services }, hear });
  const address = await listenNear(tap, 0);
  cleanUp.add(async () => {
    await closeServer(tap);
    await written;
  });
  return { sqs: address, sns: address, dynamodb: address, secretsmanager: address };
};
