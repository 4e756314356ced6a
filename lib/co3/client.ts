import type { Clock } from '../event/time.ts';
import { type AccountSecret, readAccountSecret, type SecretStore } from '../settings/secrets.ts';
import type { AccountSettings } from '../settings/settings.ts';
import type { Co3Answer } from './answer-types.ts';
import { parseBaseUrl } from './base-url.ts';
import type { Co3Command } from './command.ts';
import { toContract } from './contract-overrides.ts';
import { type CallTimes, type HeardRequest, makePacedSender } from './paced-sender.ts';
import { md5Of, type Session } from './session.ts';
import { SignedCaller } from './signed-caller.ts';
import type { ClosableTransport } from './transport.ts';

/** What outlives a worker: the next one goes on with it. */
export interface LaneMemory extends CallTimes {
  readonly session: Session | null;
}

/** A CO3 account, one call at a time. */
export interface Co3Connection {
  /** Makes the call. However CO3 or the secret store fails, that is the answer; a rejection is a bug. */
  call(command: Co3Command): Promise<Co3Answer>;
  memory(): LaneMemory;
  close(): void;
}

export interface Co3ClientDeps {
  /** Called once for each connection, so that no socket outlives it. */
  readonly transport: () => ClosableTransport;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly baseUrl: string;
  readonly secrets: SecretStore;
}

export interface Co3Client {
  /** No request starts after `lastCallAt` (ms); a call that would need one is answered with `no-time`. `hear` is told of each request. */
  open(
    account: AccountSettings,
    memory: LaneMemory,
    lastCallAt: number,
    hear: (request: HeardRequest) => void,
  ): Co3Connection;
}

/** Throws where the base URL is neither https nor this machine; `open` throws where the account's contract cannot be. */
export const makeCo3Client = (deps: Co3ClientDeps): Co3Client => {
  const baseUrl = parseBaseUrl(deps.baseUrl);
  if (!baseUrl.ok) throw new Error(baseUrl.problem);
  return {
    open: (account, memory, lastCallAt, hear) => {
      const contract = toContract(account.contract);
      if (!contract.ok) throw new Error(`accounts.${account.id}.contract: ${contract.problem}`);
      const transport = deps.transport();
      const common = { clock: deps.clock, contract: contract.value };
      const secrets = new Set<string>();
      const sender = makePacedSender(
        { ...common, transport, baseUrl: baseUrl.value, secrets, hear },
        memory,
        lastCallAt,
      );
      const readSecret = async (how: 'cached' | 'fresh'): Promise<AccountSecret> => {
        const secret = await readAccountSecret(deps.secrets, account.secret, how);
        for (const text of secretTextsOf(secret)) secrets.add(text);
        return secret;
      };
      const caller = new SignedCaller({ ...common, sender, random: deps.random, readSecret }, memory.session);
      return {
        call: (command) => caller.call(command),
        memory: () => ({ session: caller.session, ...sender.times() }),
        close: () => transport.close(),
      };
    },
  };
};

/** What CO3 could quote of a secret: it is sent the password as its MD5, in letters of either case. */
const secretTextsOf = ({ apiKey, username, password }: AccountSecret): readonly string[] => [
  apiKey,
  username,
  password,
  md5Of(password, 'lower'),
  md5Of(password, 'upper'),
];
