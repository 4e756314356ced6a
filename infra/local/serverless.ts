import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endGroup } from './process-group.ts';

export interface ServerlessRun {
  readonly root: string;
  readonly args: readonly string[];
  /** Added to the process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Told the id of its process, which is its group's too. */
  readonly onStart?: (pid: number) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

const STOP_PATIENCE_MS = 4_000;

/**
 * Runs `serverless …` of this project; answers its exit code, or the signal that ended it. It has a process group of
 * its own, so that Ctrl-C reaches it through us alone.
 */
export const runServerless = async (run: ServerlessRun): Promise<number | string> => {
  const { root, args, environment, onLine, signal } = run;
  signal.throwIfAborted();
  const preload = new URL('preload.ts', import.meta.url).href;
  const program = `${root}/node_modules/serverless/bin/serverless.js`;
  const child = spawn(process.execPath, ['--import', preload, program, ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...withoutForeign(process.env), ...LOCAL_CREDENTIALS, ...QUIET, ...environment },
  });
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null) createInterface({ input: stream }).on('line', onLine);
  const { pid } = child;
  if (pid !== undefined) run.onStart?.(pid);
  const end = async () => {
    if (pid !== undefined) await endGroup(pid, STOP_PATIENCE_MS);
  };
  const stop = () => void end();
  signal.addEventListener('abort', stop, { once: true });
  const [code, endedBy] = await once(child, 'close');
  signal.removeEventListener('abort', stop);
  // What it has started itself may outlive it by a moment.
  await end();
  return code ?? endedBy;
};

/**
 * Whoever starts the stack may be signed in to a real account; nothing here may reach it. What else serverless.yml would
 * take from the environment is ours to say.
 */
const withoutForeign = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_') && !OURS.has(name)));

const OURS = new Set(['SHOPS_FILE', 'CO3_BASE_URL', 'NODE_OPTIONS']);

const LOCAL_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

const QUIET = { SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off', NO_COLOR: '1' };
