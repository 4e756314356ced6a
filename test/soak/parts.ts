import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort, toAddress } from '../../infra/local/listen.ts';
import type { PollerPlan } from '../../infra/local/poller.ts';
import type { LocalService } from '../../infra/local/services.ts';

/** A part of the stack that can go away and come back with all that it knew. */
export interface RestartablePart {
  /** Of its process; 0 where it has none of its own, or none is there. */
  pid(): number;
  restart(downMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** One that comes back at its address. */
export interface RestartableService extends RestartablePart, LocalService {}

/** A server with a process of its own and its data in the folder; `signal` is what ends the process for a restart. */
export const startProcessPart = async (
  what: 'queue' | 'table',
  wantedPort: number,
  folder: string,
  signal: NodeJS.Signals,
): Promise<RestartableService> => {
  const port = await findFreePort(wantedPort);
  return { address: toAddress(port), ...(await startProcess([what, String(port), folder], signal)) };
};

/** What leads messages to the functions, in a process of its own; what it complains of stands in the folder. */
export const startPollerPart = (plan: PollerPlan, folder: string): Promise<RestartablePart> =>
  startProcess(['poller', JSON.stringify(plan), folder], 'SIGKILL');

/** A part of this process whose server goes away; what it knows is what `start` brings along. */
export const startServerPart = async (
  start: (port: number) => Promise<LocalService>,
  wantedPort: number,
): Promise<RestartableService> => {
  let running = await start(wantedPort);
  const { address } = running;
  return {
    address,
    pid: () => 0,
    restart: async (downMs) => {
      await running.stop();
      await wait(downMs);
      running = await start(Number(new URL(address).port));
      if (running.address !== address) throw new Error(`somebody has taken ${address} while it was down`);
    },
    stop: () => running.stop(),
  };
};

type ChildInput = readonly [what: 'queue' | 'table' | 'poller', given: string, folder: string];

const startProcess = async (input: ChildInput, signal: NodeJS.Signals): Promise<RestartablePart> => {
  let child = await startChild(input);
  return {
    pid: () => child.pid ?? 0,
    restart: async (downMs) => {
      await end(child, signal);
      await wait(downMs);
      child = await startChild(input);
    },
    stop: () => end(child, 'SIGKILL'),
  };
};

const startChild = async ([what, ...args]: ChildInput): Promise<ChildProcess> => {
  const child = fork(join(import.meta.dirname, `${what}-part.ts`), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the ${what} ended with ${code}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
};

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};
