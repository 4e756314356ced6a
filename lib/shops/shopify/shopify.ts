import { fail, ok, type Result } from '../../event/result.ts';
import type { Snapshot } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { goodsNotUsed } from '../goods-not-used.ts';
import { parseBody } from '../json.ts';
import type { Platform, Reading } from '../platform.ts';
import { isSignedByAny, signatureOf } from '../signature.ts';
import { type Fields, idOf, isFields, textOf } from './fields.ts';
import { CART_FIELDS, NOTE_PLACES } from './notes.ts';
import { readOrder } from './order.ts';
import { isNothingButId, readDeletedProduct, readProduct } from './product.ts';
import { readStockLevel } from './stock-level.ts';
import { contentOf, toKnownTopic } from './topics.ts';

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
    withoutApi: '',
    tells: { products: true, stock: true },
  },

  fetch: null,

  verify: ({ raw, headers }, secrets) => {
    const given = headers.get(SIGNATURE_HEADER) ?? '';
    if (given === '' || shopify.topicOf(headers) === '') return 'unsigned';
    return isSignedByAny(raw, given, secrets) ? 'genuine' : 'forged';
  },

  read: (raw, shop, topic, now) => {
    const content = contentOf(topic);
    if (content === undefined)
      return { kind: 'not-used', why: 'not a topic that carries an order, a product or stock' };
    const notUsed = content === 'order' ? undefined : goodsNotUsed(shop, content === 'stock' ? 'stock' : 'products');
    if (notUsed !== undefined) return notUsed;
    const body = parseObject(raw);
    if (!body.ok) return unreadable(body.problem, null);
    switch (content) {
      case 'order':
        return readOrderOf(body.value, shop);
      // Bodies of goods name no shop: whose they are, only the signature says.
      case 'product':
        return toReading(readProduct(body.value, shop), null);
      case 'deleted-product':
        return toReading(
          isNothingButId(body.value) ? readDeletedProduct(body.value, shop, now) : readProduct(body.value, shop),
          null,
        );
      case 'stock':
        return readStockLevel(body.value, shop);
      default:
        return content satisfies never;
    }
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

const readOrderOf = (body: Fields, shop: ShopSettings): Reading => {
  if (isOfAnotherShop(body, shop))
    return {
      kind: 'problem',
      problem: 'WrongShop',
      detail: 'order_status_url names another shop than the setting shopId',
      // The id is the other shop's; an order of ours may bear the same.
      orderId: null,
    };
  return toReading(readOrder(body, shop), idOf(body));
};

const parseObject = (raw: Uint8Array): Result<Fields, string> => {
  const parsed = parseBody(raw);
  if (!parsed.ok) return parsed;
  return isFields(parsed.value) ? ok(parsed.value) : fail('the body is no JSON object');
};

const toReading = (read: Result<Snapshot, string>, orderId: string | null): Reading =>
  read.ok ? { kind: 'snapshot', snapshot: read.value } : unreadable(read.problem, orderId);

const unreadable = (detail: string, orderId: string | null): Reading => ({
  kind: 'problem',
  problem: 'UnreadablePayload',
  detail,
  orderId,
});

/** The numeric shop id stands in the signed body: https://acme.myshopify.com/12345678/orders/… */
const isOfAnotherShop = (body: Fields, shop: ShopSettings): boolean => {
  const shopId = /^https?:\/\/[^/]+\/(\d+)\/orders\//.exec(textOf(body['order_status_url']))?.[1];
  return shopId !== undefined && shop.shopId !== undefined && shopId !== shop.shopId;
};
