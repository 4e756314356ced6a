import { findFreePort, HOST, toAddress } from './listen.ts';
import { runServerless } from './serverless.ts';

export interface OfflineInput {
  readonly root: string;
  readonly folder: string;
  readonly stage: string;
  /** By the name of the function. */
  readonly environments: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ports: OfflinePorts;
  /** What it says before it listens is told only where it does not come to listen. */
  readonly onLine: (line: string, hasStarted: boolean) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Those that are wanted; one that is taken is replaced by a free one. */
export interface OfflinePorts {
  readonly http: number;
  readonly lambda: number;
}

export interface Offline {
  /** The HTTP API. */
  readonly http: string;
  /** Lambda's own protocol. */
  readonly lambda: string;
  readonly ended: Promise<number | string>;
  /** Of its process group. */
  readonly pid: number;
}

const ATTEMPTS = 3;

/** The HTTP API and the functions of the service, once they listen. */
export const startOffline = async (input: OfflineInput): Promise<Offline> => {
  for (let attempt = 1; ; attempt += 1) {
    const lines: string[] = [];
    const started = await tryOffline(input, (line) => lines.push(line));
    if (started !== undefined) return started;
    input.signal.throwIfAborted();
    // Between looking for a free port and listening on it, somebody else may have been quicker.
    if (attempt === ATTEMPTS || !lines.some((line) => line.includes('EADDRINUSE')))
      throw new Error(`\`serverless offline\` did not start:\n${lines.join('\n')}`);
  }
};

const tryOffline = async (input: OfflineInput, keepLine: (line: string) => void): Promise<Offline | undefined> => {
  const httpPort = await findFreePort(input.ports.http);
  const lambdaPort = await findFreePort(input.ports.lambda);
  const listening = Promise.withResolvers<true>();
  let hasStarted = false;
  let pid = 0;
  const ended = runServerless({
    root: input.root,
    args: [
      ...['offline', '--stage', input.stage, '--host', HOST, '--noSponsor'],
      ...['--httpPort', String(httpPort), '--lambdaPort', String(lambdaPort)],
      // A folder of its own: packaging empties the common one under whoever uses it.
      ...['--param', `buildFolder=${input.folder}/build`],
    ],
    environment: { BRIDGE_LOCAL_ENVIRONMENTS: JSON.stringify(input.environments) },
    onLine: (line) => {
      if (!hasStarted) keepLine(line);
      input.onLine(line, hasStarted);
      if (!line.startsWith('Server ready:')) return;
      hasStarted = true;
      listening.resolve(true);
    },
    onStart: (id) => {
      pid = id;
    },
    signal: input.signal,
  });
  const isListening = await Promise.race([listening.promise, ended.then(() => false)]);
  return isListening ? { http: toAddress(httpPort), lambda: toAddress(lambdaPort), ended, pid } : undefined;
};
