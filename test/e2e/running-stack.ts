import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RunningStack {
  /** The first line that matches, among those that came and those that come. Rejects where the stack ends before. */
  waitFor(pattern: RegExp): Promise<string>;
  /** What a person would have seen so far. */
  output(): string;
  /** The stack's processes and theirs. */
  processes(): readonly number[];
  /** Ctrl-C, as a terminal gives it. Answers the exit code. */
  interrupt(): Promise<number | null>;
  kill(): void;
}

/** What `npm start` runs, in a process group of its own, as in a terminal; what is not given of its own environment is as it comes. */
export const runStack = (given: Readonly<Record<string, string>>): RunningStack => {
  const {
    SHOPS_FILE: _shops,
    SECRETS_FILE: _secrets,
    CO3_BASE_URL: _co3,
    AWS_CALLS_FILE: _calls,
    DEBUG: _debug,
    npm_lifecycle_event: _npm,
    ...environment
  } = process.env;
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, ...given },
  });
  const pid = child.pid ?? 0;
  const closed = once(child, 'close');
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const meet of waiting) meet(line);
    });
  const output = () => lines.join('\n');
  const signal = (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, name);
  };
  return {
    output,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const met = lines.find((line) => pattern.test(line));
        if (met !== undefined) return resolve(met);
        const meet = (line: string) => {
          if (!pattern.test(line)) return;
          waiting.delete(meet);
          resolve(line);
        };
        waiting.add(meet);
        closed.then(() => reject(new Error(`the stack ended before ${pattern}:\n${output()}`)), reject);
      }),
    processes: () => [pid, ...descendantsOf(pid)],
    interrupt: async () => {
      signal('SIGINT');
      const [code] = await closed;
      return typeof code === 'number' ? code : null;
    },
    kill: () => signal('SIGKILL'),
  };
};

const descendantsOf = (pid: number): readonly number[] => {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): readonly number[] =>
    pairs.flatMap(([id, of]) => (of === parent && id !== undefined ? [id, ...childrenOf(id)] : []));
  return childrenOf(pid);
};
