import { copyFile, readFile } from 'node:fs/promises';
import { isTree } from './intrinsics.ts';
import { mirrorService } from './mirror-service.ts';
import { runServerless } from './serverless.ts';

export interface PackagedService {
  readonly template: unknown;
  readonly region: string;
  readonly stack: string;
  /** The settings as the functions read them. */
  readonly settingsFile: string;
}

export interface PackageInput {
  readonly root: string;
  /** Relative to the root. */
  readonly folder: string;
  readonly stage: string;
  /** The settings that the stack runs with. */
  readonly shopsFile: string;
  readonly signal: AbortSignal;
}

/** Packages the service as a deployment would, and reads what came of it. */
export const packageTemplate = async ({
  root,
  folder,
  stage,
  shopsFile,
  signal,
}: PackageInput): Promise<PackagedService> => {
  const lines: string[] = [];
  const service = `${root}/${folder}/service`;
  await mirrorService(root, service);
  // Packaging refuses faulty settings. Those of a deployment may be half written while others run here.
  await copyFile(shopsFile, `${service}/infra/shops.yml`);
  const code = await runServerless({
    root: service,
    args: ['package', '--stage', stage, '--package', 'package'],
    environment: {},
    onLine: (line) => lines.push(line),
    signal,
  });
  if (code !== 0) throw new Error(`\`serverless package\` ended with ${code}:\n${lines.join('\n')}`);
  const state = await readJson(`${service}/package/serverless-state.json`);
  const settings = isTree(state) && isTree(state['service']) ? state['service'] : {};
  const provider = isTree(settings['provider']) ? settings['provider'] : {};
  const custom = isTree(settings['custom']) ? settings['custom'] : {};
  return {
    template: await readJson(`${service}/package/cloudformation-template-update-stack.json`),
    region: String(provider['region']),
    stack: `${String(settings['service'])}-${stage}`,
    settingsFile: `${service}/${String(custom['settingsFile'])}`,
  };
};

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
