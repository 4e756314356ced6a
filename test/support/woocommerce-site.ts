import type { ApiAnswer } from '../../lib/shops/shop-fetch.ts';
import type { ShopHttp } from '../../lib/shops/shop-http.ts';
import { noAnswer, told } from './shop-api.ts';

interface SiteWebhook {
  readonly id: number;
  status: string;
  readonly topic: string;
  readonly delivery_url: string;
  secret: string;
}

/** A WooCommerce that keeps webhooks, whatever else it has. */
export interface WoocommerceSite {
  readonly webhooks: readonly SiteWebhook[];
  readonly calls: readonly string[];
  readonly shopHttp: () => ShopHttp;
  add(topic: string, address: string, status?: string): void;
}

/** `mayWrite`: whether the key has more than the right to read. */
export const makeWoocommerceSite = ({ mayWrite = true, isUp = true } = {}): WoocommerceSite => {
  const webhooks: SiteWebhook[] = [];
  const calls: string[] = [];
  const add = (topic: string, delivery_url: string, status = 'active', secret = 'of theirs'): SiteWebhook => {
    const webhook = { id: webhooks.length + 1, status, topic, delivery_url, secret };
    webhooks.push(webhook);
    return webhook;
  };
  const answer = (method: string, path: string, body: Readonly<Record<string, string>>): ApiAnswer => {
    if (!isUp) return noAnswer;
    if (method === 'GET') return told(webhooks.map(({ secret: _, ...shown }) => shown));
    if (!mayWrite) return told({ code: 'woocommerce_rest_cannot_edit' }, 401);
    if (method === 'POST')
      return told(add(body['topic'] ?? '', body['delivery_url'] ?? '', 'active', body['secret']), 201);
    const webhook = webhooks.find(({ id }) => path.endsWith(`/${id}`));
    if (webhook === undefined) return told({ code: 'woocommerce_rest_invalid_id' }, 400);
    Object.assign(webhook, body);
    return told(webhook);
  };
  return {
    webhooks,
    calls,
    add: (topic, address, status) => void add(topic, address, status),
    shopHttp: () => async (request) => {
      const { pathname } = new URL(request.url);
      calls.push(`${request.method} ${pathname.replace('/wp-json/wc/v3/', '')}`);
      return answer(request.method, pathname, JSON.parse(request.body ?? '{}'));
    },
  };
};
