import { fail, ok, type Result } from '../../event/result.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { parseBody } from '../json.ts';
import type { Platform, Reading } from '../platform.ts';
import { isSignedByAny, signatureOf } from '../signature.ts';
import { type Fields, idOf, isFields, textOf } from './fields.ts';
import { CART_FIELDS, NOTE_PLACES } from './notes.ts';
import { readOrder } from './order.ts';
import { isUsedTopic, toKnownTopic } from './topics.ts';

const TOPIC_HEADER = 'x-shopify-topic';
const SIGNATURE_HEADER = 'x-shopify-hmac-sha256';

/** Shopify's webhooks. `X-Shopify-Shop-Domain` is not signed and decides nothing. */
export const shopify: Platform = {
  traits: {
    tenant: {
      pattern: /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/,
      says: 'the name that Shopify gave the shop, such as acme.myshopify.com, not its own domain',
    },
    notePlaces: NOTE_PLACES,
    notePrefixes: [CART_FIELDS],
    taxNumberPlaces: [],
    api: null,
    tells: { products: true, stock: true },
  },

  fetch: null,

  verify: ({ raw, headers }, secrets) => {
    const given = headers.get(SIGNATURE_HEADER) ?? '';
    if (given === '' || shopify.topicOf(headers) === '') return 'unsigned';
    return isSignedByAny(raw, given, secrets) ? 'genuine' : 'forged';
  },

  read: (raw, shop, topic) => {
    if (!isUsedTopic(topic)) return { kind: 'not-used', why: 'not a topic that carries an order' };
    const body = parseOrderBody(raw);
    if (!body.ok) return unreadable(body.problem, null);
    if (isOfAnotherShop(body.value, shop))
      return {
        kind: 'problem',
        problem: 'WrongShop',
        detail: 'order_status_url names another shop than the setting shopId',
        // The id is the other shop's; an order of ours may bear the same.
        orderId: null,
      };
    const snapshot = readOrder(body.value, shop);
    return snapshot.ok ? { kind: 'snapshot', snapshot: snapshot.value } : unreadable(snapshot.problem, body.value);
  },

  topicOf: (headers) => {
    const topic = headers.get(TOPIC_HEADER) ?? '';
    return topic === '' ? '' : toKnownTopic(topic);
  },

  sign: (raw, secret, topic) => ({
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Shopify-Captain-Hook',
      [TOPIC_HEADER]: topic,
      [SIGNATURE_HEADER]: signatureOf(raw, secret),
    },
    query: {},
  }),
};

const parseOrderBody = (raw: Uint8Array): Result<Fields, string> => {
  const parsed = parseBody(raw);
  if (!parsed.ok) return parsed;
  return isFields(parsed.value) ? ok(parsed.value) : fail('the body is no JSON object');
};

const unreadable = (detail: string, body: Fields | null): Reading => ({
  kind: 'problem',
  problem: 'UnreadablePayload',
  detail,
  orderId: body === null ? null : idOf(body),
});

/** The numeric shop id stands in the signed body: https://acme.myshopify.com/12345678/orders/… */
const isOfAnotherShop = (body: Fields, shop: ShopSettings): boolean => {
  const shopId = /^https?:\/\/[^/]+\/(\d+)\/orders\//.exec(textOf(body['order_status_url']))?.[1];
  return shopId !== undefined && shop.shopId !== undefined && shopId !== shop.shopId;
};
