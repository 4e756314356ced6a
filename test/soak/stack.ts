import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCo3Server } from '../../infra/local/co3/server.ts';
import { createQueuesAt } from '../../infra/local/queues.ts';
import { startSecrets } from '../../infra/local/secrets.ts';
import type { LocalService } from '../../infra/local/services.ts';
import { toCredentials } from '../../infra/local/simulator.ts';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { createTablesAt } from '../../infra/local/tables.ts';
import type { MemoryLine } from '../../infra/local/tell-memory.ts';
import type { Part } from './disturbances.ts';
import type { FarSide } from './far-side.ts';
import type { MemorySample } from './memory.ts';
import { type RestartablePart, startPollerPart, startProcessPart, startServerPart } from './parts.ts';

export interface SoakStack extends Pick<Stack, 'addresses' | 'ended' | 'stop'> {
  restart(part: Part, downMs: number): Promise<void>;
  /** By part, of those that have a process of their own. */
  pids(): readonly { readonly part: Part; readonly pid: number }[];
}

export interface SoakStackInput {
  readonly root: string;
  /** For data, logs and the settings. */
  readonly folder: string;
  readonly settings: string;
  readonly farSide: FarSide;
  readonly onMemory: (sample: MemorySample) => void;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** How often each instance of a function says what it holds. */
export const MEMORY_MS = 10_000;

/** The stack of `npm start`, each part of which can be taken away and comes back with its data. */
export const startSoakStack = async (input: SoakStackInput): Promise<SoakStack> => {
  const { root, folder, farSide, say, signal } = input;
  const shopsFile = join(folder, 'shops.yml');
  writeFileSync(shopsFile, input.settings);
  const log = (line: string): void => {
    appendFileSync(join(folder, 'functions.log'), `${line}\n`);
  };
  const onLine = (line: string): void => {
    if (line.startsWith('{"memory":')) input.onMemory(toSample(JSON.parse(line)));
    else log(line);
  };
  const dataOf = (part: string): string => {
    const path = join(folder, part);
    mkdirSync(path);
    return path;
  };
  const parts = new Map<Part, RestartablePart>();
  const keep = <T extends RestartablePart>(part: Part, service: T): T => {
    parts.set(part, service);
    return service;
  };
  const startCo3 = async (port: number): Promise<LocalService> => {
    const { url, close } = await startCo3Server({ simulator: farSide.simulator, port });
    return { address: url, stop: close };
  };
  process.env['BRIDGE_LOCAL_MEMORY_MS'] = String(MEMORY_MS);
  say('starting the stack …');
  const stack = await startStack(
    { root, stage: 'local', shopsFile, secretsFile: null, co3BaseUrl: null, awsCallsFile: null, debug: true },
    {
      startCo3: async (port) => keep('co3', await startServerPart(startCo3, port)),
      credentialsOf: toCredentials,
      startSecrets: async (port, values) =>
        keep('secrets', await startServerPart((at) => startSecrets(at, values), port)),
      startQueues: async (port) => {
        const queue = keep('queue', await startProcessPart('queue', port, dataOf('queue'), 'SIGKILL'));
        return { ...queue, create: createQueuesAt(queue.address) };
      },
      startTables: async (port) => {
        const table = keep('table', await startProcessPart('table', port, dataOf('table'), 'SIGTERM'));
        return { ...table, create: createTablesAt(table.address) };
      },
      startPoller: async (plan) => keep('poller', await startPollerPart(plan, dataOf('poller'))),
      say: onLine,
      complain: log,
      signal,
    },
  );
  return {
    addresses: stack.addresses,
    ended: stack.ended,
    stop: () => stack.stop(),
    restart: async (part, downMs) => {
      if (part === 'functions') return stack.functions.crash(downMs);
      await parts.get(part)?.restart(downMs);
    },
    pids: () => [
      { part: 'functions', pid: stack.functions.pid() },
      ...[...parts].map(([part, service]) => ({ part, pid: service.pid() })),
    ],
  };
};

const toSample = ({ memory, heapMb }: MemoryLine): MemorySample => ({
  of: `heap of ${memory.split('-').at(-1)}`,
  atMs: Date.now(),
  mb: heapMb,
});
