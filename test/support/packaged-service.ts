import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readZip } from './read-zip.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

export interface PackagedFunction {
  /** The zip's files by their path. */
  readonly files: ReadonlyMap<string, string>;
  /** The code of each of them, as it is where the whole project stands in one folder. */
  readonly parts: readonly string[];
}

export interface PackagedService {
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What CloudFormation is told beside the template. */
  readonly region: string;
  readonly stackTags: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<'receive' | 'deliver' | 'tick', PackagedFunction>>;
  /** What packaging has left in the machine's temporary folder. */
  readonly leftBehind: readonly string[];
}

/** Packages the service as `serverless package` does on a machine that knows no AWS account, with further arguments of its command line. */
export const packageService = async (args: readonly string[] = []): Promise<PackagedService> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'co3-shop-bridge-')));
  try {
    // Packaging works in the folder of the service; in one of its own it meets no other run.
    for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
    for (const name of LINKED) await symlink(join(ROOT, name), join(folder, name));
    await mkdir(join(folder, TEMPORARY));
    await runPackage(folder, args);
    const template = await readJson(folder, 'cloudformation-template-update-stack.json');
    const { provider } = (await readJson(folder, 'serverless-state.json')).service;
    const [receive, deliver, tick] = [
      await readFunction(folder, 'receive'),
      await readFunction(folder, 'deliver'),
      await readFunction(folder, 'tick'),
    ];
    return {
      conditions: template.Conditions,
      resources: template.Resources,
      outputs: template.Outputs,
      region: provider.region,
      stackTags: provider.stackTags,
      functions: { receive, deliver, tick },
      leftBehind: await readdir(join(folder, TEMPORARY)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const ROOT = resolve(import.meta.dirname, '../..');
// `serverless` takes no link for its own file.
const COPIED = ['serverless.yml', 'package.json', 'tsconfig.json', 'infra'];
const LINKED = ['functions', 'lib', 'node_modules'];

const PACKAGE = '.serverless';
const TEMPORARY = 'temporary';

const readJson = async (folder: string, name: string) =>
  JSON.parse(await readFile(join(folder, PACKAGE, name), 'utf8'));

const readFunction = async (folder: string, name: string): Promise<PackagedFunction> => {
  const files = readZip(await readFile(join(folder, PACKAGE, `${name}.zip`)));
  const code = [...files].flatMap(([path, content]) => (path.endsWith('.mjs') ? [content] : []));
  // esbuild writes down where modules stand, from the folder that it works in.
  return { files, parts: code.map((part) => part.replaceAll(`${relative(folder, ROOT)}/`, '')) };
};

const runPackage = async (folder: string, args: readonly string[]): Promise<void> => {
  const program = join(ROOT, 'node_modules/serverless/bin/serverless.js');
  const child = spawn(process.execPath, [program, 'package', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: join(folder, TEMPORARY),
      SLS_TELEMETRY_DISABLED: '1',
      SLS_NOTIFICATIONS_MODE: 'off',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`\`serverless package\` ended with ${code}:\n${output}`);
};
