import type { Clock } from '../event/time.ts';
import { readAnswer } from './answer.ts';
import type { Co3Answer } from './answer-types.ts';
import { type CallMinute, withCall } from './call-minutes.ts';
import { type Co3Command, toXml } from './command.ts';
import type { Contract, MethodName } from './contract.ts';
import { waitFor, withAnswer } from './pace.ts';
import type { ClosableTransport } from './transport.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface SenderDeps {
  readonly transport: ClosableTransport;
  readonly clock: Clock;
  readonly baseUrl: URL;
  readonly contract: Contract;
  /** What no answer may show, besides the keys of its call. */
  readonly secrets: ReadonlySet<string>;
  readonly hear: (request: HeardRequest) => void;
}

/** A request that was made, as whoever listens hears of it. */
export interface HeardRequest {
  readonly method: MethodName;
  readonly kind: Co3Answer['kind'];
  /** From the sending to the answer, or to giving it up. */
  readonly durationMs: number;
}

export interface SendKeys {
  readonly apiKey: string;
  readonly sessionKey: string | null;
}

/** What a sender knows of the calls before, and leaves to the next one. */
export interface CallTimes {
  /** When the last two calls were answered, in ms, oldest first. */
  readonly answeredAt: readonly number[];
  /** Those of the last hour. */
  readonly calls: readonly CallMinute[];
}

/** Sends one request after another at the pace that CO3 allows. */
export interface PacedSender {
  /** Sends the call at `notBefore` (ms) or later; `no-time` where that would be too late. */
  send(call: Co3Command<MethodName>, keys: SendKeys, notBefore: number): Promise<Co3Answer>;
  times(): CallTimes;
}

const TIMEOUT_MS = 20_000;

export const makePacedSender = (deps: SenderDeps, before: CallTimes, lastCallAt: number): PacedSender => {
  const { clock, contract } = deps;
  let { answeredAt, calls } = before;
  const waitsFor = (notBefore: number): number =>
    Math.max(notBefore - clock.now(), waitFor(answeredAt, clock.now()), 0);
  return {
    send: async (call, keys, notBefore) => {
      // A timer may fire early, so the time is looked at again.
      for (let ms = waitsFor(notBefore); ms > 0; ms = waitsFor(notBefore)) {
        if (clock.now() + ms > lastCallAt) return { kind: 'no-time' };
        await clock.sleep(ms);
      }
      if (clock.now() > lastCallAt) return { kind: 'no-time' };
      const url = new URL(contract.methods[call.method].resource, deps.baseUrl).href;
      const sentAt = clock.now();
      const answer = await deps.transport({ url, body: toXml(call, keys, contract), timeoutMs: TIMEOUT_MS });
      const endedAt = clock.now();
      answeredAt = withAnswer(answeredAt, endedAt);
      if (answer.kind !== 'never-left') calls = withCall(calls, sentAt);
      const read =
        answer.kind === 'answered'
          ? withoutSecrets(readAnswer(answer.status, answer.body, call, contract), [
              ...deps.secrets,
              keys.apiKey,
              keys.sessionKey ?? '',
            ])
          : answer;
      deps.hear({ method: call.method, kind: read.kind, durationMs: endedAt - sentAt });
      return read;
    },
    times: () => ({ answeredAt, calls }),
  };
};
