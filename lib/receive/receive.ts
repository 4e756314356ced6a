import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Log, LogFields } from '../event/log.ts';
import { type EventQueue, MessageTooLarge } from '../event/message.ts';
import type { Clock } from '../event/time.ts';
import type { SecretStore } from '../settings/secrets.ts';
import type { Settings, ShopSettings } from '../settings/settings.ts';
import { platformOf } from '../shops/index.ts';
import type { ShopRequest } from '../shops/platform.ts';
import { makeBudget } from './budget.ts';
import { makeJudge } from './judge.ts';
import { toShopRequest } from './raw-request.ts';
import { readSafely } from './read-safely.ts';
import { type Received, toMessage, toSmallMessage, type UsedReading } from './to-message.ts';

export interface ReceiveDeps {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly events: EventQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly newTraceId: () => string;
}

export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * Takes webhooks at `POST /webhooks/{shop}`, within 4 s whatever the queue and the secrets do.
 * After a 503 the shop repeats; a message that reached the queue nevertheless is a snapshot that comes twice.
 */
export const makeReceive = (deps: ReceiveDeps) => {
  const judge = makeJudge(deps);

  const take = async (webhook: ShopRequest, topic: string, shop: ShopSettings, traceId: string): Promise<Outcome> => {
    const budget = makeBudget(deps.clock, BUDGET_MS);
    const { raw } = webhook;
    if (raw.byteLength > MAX_BODY_BYTES) return TOO_LARGE;
    const platform = platformOf(shop);

    const verdict = await judge({ shop, platform, request: webhook, budget });
    if (!verdict.ok) return { ...AGAIN_LATER, errorName: verdict.problem };
    if (verdict.value === 'unsigned') return UNSIGNED;
    if (verdict.value === 'forged') return FORGED;
    if (verdict.value === 'ping') return PINGED;

    const reading = readSafely(platform, raw, shop, topic, deps.clock.now());
    if (reading.kind === 'not-used') return TAKEN;
    const sent = await budget(() => send(deps.events, { shop: shop.id, traceId, topic, raw }, reading));
    return sent.ok ? TAKEN : { ...AGAIN_LATER, errorName: sent.problem };
  };

  const conclude = (outcome: Outcome, of: Pick<LogFields, 'shop' | 'topic'>, traceId: string): Answer => {
    const { status, answer, errorName } = outcome;
    if (errorName === undefined) deps.log.info('webhook', { ...of, status, traceId });
    else deps.log.error('webhook', { ...of, status, traceId, errorName });
    return {
      statusCode: status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answer, traceId }),
    };
  };

  return async (request: APIGatewayProxyEventV2): Promise<Answer> => {
    const traceId = deps.newTraceId();
    const shop = deps.settings.shops.get(request.pathParameters?.['shop'] ?? '');
    // The path and the headers are the sender's own texts: only names of ours are logged.
    if (shop === undefined) return conclude(UNKNOWN_SHOP, {}, traceId);
    const webhook = toShopRequest(request);
    const topic = platformOf(shop).topicOf(webhook.headers);
    return conclude(await take(webhook, topic, shop, traceId), { shop: shop.id, topic }, traceId);
  };
};

/** Only the queue looks at a message's size, so that each is written once. */
const send = async (events: EventQueue, received: Received, reading: UsedReading): Promise<void> => {
  try {
    await events.send(toMessage(received, reading));
  } catch (cause) {
    if (!(cause instanceof MessageTooLarge)) throw cause;
    await events.send(toSmallMessage(received, reading));
  }
};

interface Outcome {
  readonly status: number;
  readonly answer: string;
  readonly errorName?: string;
}

const TAKEN: Outcome = { status: 202, answer: 'taken' };
const PINGED: Outcome = { status: 200, answer: 'here' };
const UNSIGNED: Outcome = { status: 400, answer: 'header missing' };
const FORGED: Outcome = { status: 401, answer: 'wrong signature' };
const UNKNOWN_SHOP: Outcome = { status: 404, answer: 'unknown shop' };
const TOO_LARGE: Outcome = { status: 413, answer: 'too large' };
const AGAIN_LATER: Outcome = { status: 503, answer: 'again later' };

const MAX_BODY_BYTES = 6 * 1024 * 1024;
/** Less than the 4 s that are promised: the answer has to travel too. */
const BUDGET_MS = 3_500;
