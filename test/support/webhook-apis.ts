import type { ShopSettings } from '../../lib/settings/settings.ts';
import type { ApiAnswer, ApiSession } from '../../lib/shops/shop-fetch.ts';
import type { WebhookAsking } from '../../lib/shops/shop-webhooks.ts';
import { answer, scriptedCaller } from './api-caller.ts';

export const SIGNS = 'the key that signs';

/** What a platform's webhooks are asked with, and an API that answers from a script. */
export const askingOf = (
  shop: ShopSettings,
  api: unknown,
  answers: readonly ApiAnswer[],
  session: ApiSession | null = null,
) => {
  const script = scriptedCaller(answers, session, Date.parse('2026-12-02T10:00:00Z'));
  const asking: WebhookAsking = { shop, api, secret: SIGNS, secrets: [SIGNS, 'the old one'], caller: script.caller };
  return { asking, ...script };
};

export const json = (body: unknown, status = 200): ApiAnswer => answer(JSON.stringify(body), status);
