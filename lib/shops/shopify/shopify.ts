import type { ShopSettings } from '../../settings/settings.ts';
import { goodsNotUsed } from '../goods-not-used.ts';
import { parseObject } from '../json.ts';
import type { Platform, Reading } from '../platform.ts';
import { notUsed, ofAnotherShop, toReading, unreadable } from '../readings.ts';
import { isSignedByAny, signatureOf } from '../signature.ts';
import { topicIn } from '../topic-in.ts';
import { shopifyApi } from './api.ts';
import { type Fields, idOf, textOf } from './fields.ts';
import { CART_FIELDS, NOTE_PLACES } from './notes.ts';
import { readOrder } from './order.ts';
import { readPrivacy } from './privacy.ts';
import { isNothingButId, readDeletedProduct, readProduct } from './product.ts';
import { readStockLevel } from './stock-level.ts';
import { type Content, contentOf, toKnownTopic } from './topics.ts';
import { shopifyWebhooks } from './webhooks.ts';

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
    api: shopifyApi,
    withoutApi: 'whether its webhooks are there is not looked at',
    tells: { products: true, stock: true },
  },

  fetch: null,
  webhooks: shopifyWebhooks,

  verify: ({ raw, headers }, secrets) => {
    const given = headers.get(SIGNATURE_HEADER) ?? '';
    if (given === '' || shopify.topicOf(headers) === '') return 'unsigned';
    return isSignedByAny(raw, given, secrets) ? 'genuine' : 'forged';
  },

  read: (raw, shop, topic, now) => {
    const content = contentOf(topic);
    if (content === undefined) return notUsed('not a topic that carries an order, a product or stock');
    const unused = whyNotUsed(content, shop);
    if (unused !== undefined) return unused;
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
      case 'data-request':
      case 'redact':
        return readPrivacy(body.value, shop, content);
      default:
        return content satisfies never;
    }
  },

  topicOf: (headers) => topicIn(headers, TOPIC_HEADER, toKnownTopic),

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

const whyNotUsed = (content: Content, shop: ShopSettings): Reading | undefined => {
  switch (content) {
    case 'product':
    case 'deleted-product':
      return goodsNotUsed(shop, 'products');
    case 'stock':
      return goodsNotUsed(shop, 'stock');
    case 'order':
    case 'data-request':
    case 'redact':
      return undefined;
    default:
      return content satisfies never;
  }
};

const readOrderOf = (body: Fields, shop: ShopSettings): Reading => {
  if (isOfAnotherShop(body, shop)) return ofAnotherShop('order_status_url names another shop than the setting shopId');
  return toReading(readOrder(body, shop), idOf(body));
};

/** The numeric shop id stands in the signed body: https://acme.myshopify.com/12345678/orders/… */
const isOfAnotherShop = (body: Fields, shop: ShopSettings): boolean => {
  const shopId = /^https?:\/\/[^/]+\/(\d+)\/orders\//.exec(textOf(body['order_status_url']))?.[1];
  return shopId !== undefined && shop.shopId !== undefined && shopId !== shop.shopId;
};
