import { setTimeout as wait } from 'node:timers/promises';
import { type Offline, type OfflineInput, startOffline } from './offline.ts';
import { killGroup } from './process-group.ts';

/** The functions behind addresses that stay, whatever process is behind them. */
export interface LocalFunctions extends Pick<Offline, 'http' | 'lambda'> {
  /** How their process ended by itself. */
  readonly ended: Promise<number | string>;
  /** Of the process group that is there; 0 while there is none. */
  pid(): number;
  /** Kills their process in the midst of whatever it does, and starts another one after a while. */
  crash(downMs: number): Promise<void>;
}

const PORTS = { http: 3000, lambda: 3002 };

export const startFunctions = async (input: Omit<OfflineInput, 'ports'>): Promise<LocalFunctions> => {
  let offline = await startOffline({ ...input, ports: PORTS });
  const { http, lambda } = offline;
  const ports = { http: portOf(http), lambda: portOf(lambda) };
  let isDown = false;
  const ended = Promise.withResolvers<number | string>();
  const watch = (running: Offline): void => {
    running.ended.then((how) => {
      if (!isDown) ended.resolve(how);
    }, ended.reject);
  };
  watch(offline);
  const startAgain = async (downMs: number): Promise<void> => {
    await wait(downMs, undefined, { signal: input.signal });
    offline = await startOffline({ ...input, ports });
    if (offline.http !== http || offline.lambda !== lambda)
      throw new Error('somebody has taken the ports of the functions while they were down');
    isDown = false;
    watch(offline);
  };
  return {
    http,
    lambda,
    ended: ended.promise,
    pid: () => (isDown ? 0 : offline.pid),
    crash: async (downMs) => {
      isDown = true;
      killGroup(offline.pid);
      await offline.ended;
      try {
        await startAgain(downMs);
      } catch (problem) {
        ended.resolve('killed, and not started again');
        throw problem;
      }
    },
  };
};

const portOf = (address: string): number => Number(new URL(address).port);
