import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readZip } from './read-zip.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

export interface PackagedService {
  readonly resources: Readonly<Record<string, Resource>>;
  /** The files of each function's zip. */
  readonly zips: Readonly<Record<'receive' | 'deliver' | 'tick', ReadonlyMap<string, string>>>;
}

/** Packages the service as `serverless package` does on a machine that knows no AWS account. */
export const packageService = async (): Promise<PackagedService> => {
  const folder = await mkdtemp(join(tmpdir(), 'co3-shop-bridge-'));
  try {
    // Packaging works in the folder of the service; in one of its own it meets no other run.
    for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
    for (const name of LINKED) await symlink(join(ROOT, name), join(folder, name));
    await runPackage(folder);
    const read = (name: string) => readFile(join(folder, '.serverless', name));
    const template = JSON.parse((await read('cloudformation-template-update-stack.json')).toString('utf8'));
    return {
      resources: template.Resources,
      zips: {
        receive: readZip(await read('receive.zip')),
        deliver: readZip(await read('deliver.zip')),
        tick: readZip(await read('tick.zip')),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const ROOT = resolve(import.meta.dirname, '../..');
// `serverless` takes no link for its own file.
const COPIED = ['serverless.yml', 'package.json', 'tsconfig.json', 'infra'];
const LINKED = ['functions', 'lib', 'node_modules'];

const runPackage = async (folder: string): Promise<void> => {
  const program = join(ROOT, 'node_modules/serverless/bin/serverless.js');
  const child = spawn(process.execPath, [program, 'package'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: folder, SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`\`serverless package\` ended with ${code}:\n${output}`);
};
