import type { LogFields } from '../../lib/event/log.ts';
import { type SentMessage, toMessageBody } from '../../lib/event/message.ts';
import type { Clock } from '../../lib/event/time.ts';
import { makeReceive } from '../../lib/receive/receive.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { SHOPIFY_SECRET, shopifySettings } from './webhooks.ts';

export interface BenchOptions {
  readonly settings?: Settings;
  /** The current secrets of every shop. */
  readonly webhook?: readonly string[];
  readonly store?: 'answers' | 'slow' | 'refuses' | 'hangs' | 'hangs-fresh';
  readonly queue?: 'answers' | 'slow' | 'refuses' | 'refuses-late' | 'hangs';
  readonly slowMs?: number;
}

/** `makeReceive` over ports in memory and a clock that stands still until it is moved. */
export const receiveBench = (options: BenchOptions = {}) => {
  const clock = standingClock();
  const sent: SentMessage[] = [];
  const secretReads: string[] = [];
  const logged: (readonly [string, string, LogFields])[] = [];
  const slowMs = options.slowMs ?? 0;
  let cached = JSON.stringify({ webhook: options.webhook ?? [SHOPIFY_SECRET] });
  let current = cached;
  let traces = 0;

  const readSecret = async (_name: string, how: 'cached' | 'fresh'): Promise<string> => {
    secretReads.push(how);
    if (options.store === 'refuses') throw new StoreDown('co3-bridge/acme-shop');
    if (options.store === 'hangs' || (options.store === 'hangs-fresh' && how === 'fresh')) return NEVER;
    if (options.store === 'slow') await clock.sleep(slowMs);
    if (how === 'fresh') cached = current;
    return cached;
  };

  const send = async (message: SentMessage): Promise<void> => {
    if (options.queue === 'refuses') throw new QueueDown('agnes@example.com');
    if (options.queue === 'hangs') return NEVER;
    if (options.queue === 'slow' || options.queue === 'refuses-late') await clock.sleep(slowMs);
    if (options.queue === 'refuses-late') throw new QueueDown('too late');
    toMessageBody(message);
    sent.push(message);
  };

  const lineOf = (level: string) => (event: string, fields: LogFields) => {
    logged.push([level, event, fields]);
  };

  return {
    receive: makeReceive({
      settings: options.settings ?? shopifySettings(),
      secrets: { read: readSecret },
      events: { send },
      clock,
      log: { info: lineOf('info'), warn: lineOf('warn'), error: lineOf('error') },
      newTraceId: () => {
        traces += 1;
        return `trace-${traces}`;
      },
    }),
    clock,
    sent,
    secretReads,
    logged,
    /** Changes the secrets at the store; the cache learns of it by a fresh reading. */
    changeSecrets: (webhook: readonly string[]) => {
      current = JSON.stringify({ webhook });
    },
    /** Puts any text in place of the secrets, in the cache too. */
    changeSecretText: (text: string) => {
      cached = text;
      current = text;
    },
  };
};

const NEVER: Promise<never> = new Promise(() => undefined);

class StoreDown extends Error {
  override readonly name = 'StoreDown';
}

class QueueDown extends Error {
  override readonly name = 'QueueDown';
}

interface StandingClock extends Clock {
  advance(ms: number): void;
  /** Moves on in steps, so that what wakes up can go to sleep again. */
  run(ms: number): Promise<void>;
}

const standingClock = (): StandingClock => {
  let now = Date.parse('2026-12-02T09:00:00Z');
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const advance = (ms: number): void => {
    now += ms;
    const due = sleepers.filter((sleeper) => sleeper.at <= now);
    sleepers = sleepers.filter((sleeper) => sleeper.at > now);
    for (const sleeper of due) sleeper.wake();
  };
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
    advance,
    run: async (ms) => {
      const step = 100;
      for (let gone = 0; gone < ms; gone += step) {
        await new Promise((settled) => setImmediate(settled));
        advance(step);
      }
      await new Promise((settled) => setImmediate(settled));
    },
  };
};
