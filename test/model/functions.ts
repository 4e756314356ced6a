import { makeDeliver } from '../../lib/deliver/deliver.ts';
import { makeTick } from '../../lib/deliver/tick.ts';
import { makeReceive } from '../../lib/receive/receive.ts';
import { shopifyRequest } from '../support/webhooks.ts';
import type { Plant } from './plant.ts';

export interface Webhook {
  readonly shop: { readonly id: string };
  readonly body: Buffer;
}

/** AWS around the bridge: it calls the functions, and knows which of them are running. */
export interface Functions {
  /** The shop posts a webhook, and again where it is not taken. */
  post(webhook: Webhook): void;
  tick(): void;
  /** Hands out what is in the queue, batch by batch. */
  poll(): void;
  readonly running: number;
}

const SECOND = 1_000;
const VISIBILITY_MS = 120 * SECOND;
const DELIVER_MS = 60 * SECOND;
const TICK_MS = 60 * SECOND;
const RECEIVE_MS = 6 * SECOND;
const MOST_AT_ONCE = 20;
const SHOP_REPEATS = 8;
const SHOP_REPEATS_AFTER_MS = 60 * SECOND;

export const makeFunctions = (plant: Plant): Functions => {
  const { time, events, hire, chance, settings, secrets, log, newId } = plant;
  let running = 0;
  let delivering = 0;
  let polledAt = Number.POSITIVE_INFINITY;

  const track = async (work: Promise<unknown>): Promise<void> => {
    running += 1;
    try {
      await work;
    } catch (cause) {
      log.error('function failed', { errorName: String(cause) });
    } finally {
      running -= 1;
      pollSoon();
    }
  };

  const receive = async (webhook: Webhook, repeats: number): Promise<void> => {
    const { worker, deps } = hire(RECEIVE_MS);
    // Nothing at the entrance takes as long as its budget.
    const clock = { now: () => time.now(), sleep: () => new Promise<void>(() => undefined) };
    const take = makeReceive({ settings, secrets, events: deps.events, clock, log, newTraceId: newId });
    const answer = await worker.run(() =>
      take(shopifyRequest(webhook.body, { shop: webhook.shop.id, topic: 'orders/updated' })),
    );
    if ((answer === 'stopped' || answer.statusCode !== 202) && repeats < SHOP_REPEATS)
      time.at(time.now() + SHOP_REPEATS_AFTER_MS, () => void track(receive(webhook, repeats + 1)));
  };

  const deliver = async (messages: ReturnType<typeof events.receive>): Promise<void> => {
    const { worker, deps, deadline } = hire(DELIVER_MS);
    delivering += 1;
    try {
      const answer = await worker.run(() => makeDeliver(deps)({ messages, deadline }));
      // Lambda deletes what its function did not call failed.
      if (answer === 'stopped') return;
      for (const { id, receiptHandle } of messages) if (!answer.failed.includes(id)) events.delete(receiptHandle);
    } finally {
      delivering -= 1;
    }
  };

  const poll = (): void => {
    while (delivering < MOST_AT_ONCE) {
      const messages = events.receive(VISIBILITY_MS);
      if (messages.length === 0) break;
      // A batch of ten may come in two.
      const cut = 1 + chance(messages.length);
      for (const part of [messages.slice(0, cut), messages.slice(cut)]) if (part.length > 0) void track(deliver(part));
    }
    pollSoon();
  };

  /** Lambda's poller sees a message a moment after it can be seen. */
  const pollSoon = (): void => {
    const at = events.visibleAt();
    if (at === undefined) return;
    const next = Math.max(at, time.now()) + 1 + chance(200);
    if (polledAt <= next && polledAt > time.now()) return;
    polledAt = next;
    time.at(next, poll);
  };

  plant.whenSent(pollSoon);

  return {
    post: (webhook) => void track(receive(webhook, 0)),
    tick: () => {
      const { worker, deps, deadline } = hire(TICK_MS);
      const alerts = worker.port('alerts', { tell: async () => undefined });
      const stack = { stage: 'test', region: 'eu-central-1' };
      const tick = makeTick({
        ...deps,
        alerts,
        stack,
        accounts: [...settings.accounts.keys()],
        keepBuyersDays: settings.keepBuyersDays,
      });
      void track(worker.run(() => tick(deadline)));
    },
    poll,
    get running() {
      return running;
    },
  };
};
