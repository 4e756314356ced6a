import { readFile } from 'node:fs/promises';
import type { CleanUp } from './clean-up.ts';
import { isTree } from './intrinsics.ts';
import type { StackOptions } from './options.ts';
import type { LocalQueues } from './queues.ts';
import { type Co3Credentials, toSampleSecrets } from './sample-secrets.ts';
import { readSampleSettings, type SampleSettings } from './sample-settings.ts';
import type { LocalTables } from './tables.ts';

export interface LocalService {
  readonly address: string;
  stop(): Promise<void>;
}

export interface ServiceDeps {
  readonly startCo3: (port: number, accounts: SampleSettings['accounts']) => Promise<LocalService>;
  /** What `startCo3` lets in. */
  readonly credentialsOf: (account: string) => Co3Credentials;
  readonly startSecrets: (port: number, values: Readonly<Record<string, string>>) => Promise<LocalService>;
  readonly startQueues: (port: number) => Promise<LocalQueues>;
  readonly startTables: (port: number) => Promise<LocalTables>;
}

/** What the functions speak to. */
export interface Services {
  readonly co3: string;
  readonly secrets: string;
  /** A secret that is there. */
  readonly secretName: string | undefined;
  readonly queues: LocalQueues;
  readonly tables: LocalTables;
}

const PORTS = { sqs: 4566, secrets: 4570, dynamodb: 8000, co3: 8787 };

export const startServices = async (options: StackOptions, deps: ServiceDeps, cleanUp: CleanUp): Promise<Services> => {
  const keep = <T extends { stop(): Promise<void> }>(service: T): T => {
    cleanUp.add(() => service.stop());
    return service;
  };
  const settings = readSampleSettings(await readFile(options.shopsFile, 'utf8'));
  const values = { ...toSampleSecrets(settings, deps.credentialsOf), ...(await readSecrets(options.secretsFile)) };
  return {
    co3: options.co3BaseUrl ?? keep(await deps.startCo3(PORTS.co3, settings.accounts)).address,
    secrets: keep(await deps.startSecrets(PORTS.secrets, values)).address,
    secretName: Object.keys(values)[0],
    queues: keep(await deps.startQueues(PORTS.sqs)),
    tables: keep(await deps.startTables(PORTS.dynamodb)),
  };
};

const readSecrets = async (path: string | null): Promise<Readonly<Record<string, string>>> => {
  if (path === null) return {};
  const given: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!isTree(given)) throw new Error(`${path} is no JSON object of secrets by name`);
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)]));
};
