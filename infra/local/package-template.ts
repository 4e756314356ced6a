import { readFile } from 'node:fs/promises';
import { isTree } from './intrinsics.ts';
import { runServerless } from './serverless.ts';

export interface PackagedService {
  readonly template: unknown;
  readonly region: string;
  readonly stack: string;
}

export interface PackageInput {
  readonly root: string;
  /** Relative to the root. */
  readonly folder: string;
  readonly stage: string;
  readonly signal: AbortSignal;
}

/** Packages the service as a deployment would, and reads what came of it. */
export const packageTemplate = async ({ root, folder, stage, signal }: PackageInput): Promise<PackagedService> => {
  const lines: string[] = [];
  const code = await runServerless({
    root,
    args: ['package', '--stage', stage, '--package', `${folder}/package`, ...toParams(`${folder}/package-build`)],
    environment: {},
    onLine: (line) => lines.push(line),
    signal,
  });
  if (code !== 0) throw new Error(`\`serverless package\` ended with ${code}:\n${lines.join('\n')}`);
  const state = await readJson(`${root}/${folder}/package/serverless-state.json`);
  const service = isTree(state) && isTree(state['service']) ? state['service'] : {};
  const provider = isTree(service['provider']) ? service['provider'] : {};
  return {
    template: await readJson(`${root}/${folder}/package/cloudformation-template-update-stack.json`),
    region: String(provider['region']),
    stack: `${String(service['service'])}-${stage}`,
  };
};

/** Each run bundles into a folder of its own: packaging clears the common one under whoever uses it. */
export const toParams = (buildFolder: string): readonly string[] => ['--param', `buildFolder=${buildFolder}`];

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
