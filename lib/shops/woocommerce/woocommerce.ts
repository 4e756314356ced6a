import { ONLY_LOCATION } from '../../event/stock-level.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Fields, numericIdOf } from '../fields.ts';
import { goodsNotUsed } from '../goods-not-used.ts';
import { parseObject } from '../json.ts';
import type { Platform, Reading, ShopRequest } from '../platform.ts';
import { notUsed, ofAnotherShop, toReading, unreadable } from '../readings.ts';
import { isSignedByAny, signatureOf } from '../signature.ts';
import { topicIn } from '../topic-in.ts';
import { apiSchema } from './api.ts';
import { woocommerceFetch } from './fetch.ts';
import { META, NOTE_PLACES, TAX_NUMBER_PLACES } from './notes.ts';
import { readOrder } from './order.ts';
import { isOfAnotherShop } from './other-shop.ts';
import { readDeletion, readProduct, whyNoProduct } from './product.ts';
import { signingSecretOf } from './signing-secret.ts';
import { whyNotUsed } from './state.ts';
import { toKnownTopic, usedResourceOf } from './topics.ts';
import { woocommerceWebhooks } from './webhooks.ts';

const TOPIC_HEADER = 'x-wc-webhook-topic';
const SIGNATURE_HEADER = 'x-wc-webhook-signature';
/** All that WooCommerce sends with a delivery. */
const HEADERS = [
  TOPIC_HEADER,
  SIGNATURE_HEADER,
  'x-wc-webhook-source',
  'x-wc-webhook-resource',
  'x-wc-webhook-event',
  'x-wc-webhook-id',
  'x-wc-webhook-delivery-id',
];

/** WooCommerce's webhooks, of version 3 of its API. `X-WC-Webhook-Source` is not signed and decides nothing. */
export const woocommerce: Platform = {
  traits: {
    tenant: {
      pattern:
        /^(?=[^/]{4,253}(?:\/|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?:\/[\w.~-]+)*$/,
      says: 'the address of the shop without https://, such as shop.example.hu, with the path where WordPress lives below one',
    },
    notePlaces: NOTE_PLACES,
    notePrefixes: [META],
    taxNumberPlaces: TAX_NUMBER_PLACES,
    api: apiSchema,
    withoutApi: 'the rows of refunds are not read: an order refunded in part waits as the letter RefundRowsUnknown',
    tells: { products: true, stock: true },
    stockPlace: ONLY_LOCATION,
  },

  fetch: woocommerceFetch,
  webhooks: woocommerceWebhooks,

  verify: (request, secrets) => {
    const { raw, headers } = request;
    if (isPing(request)) return 'ping';
    const given = headers.get(SIGNATURE_HEADER) ?? '';
    if (given === '' || woocommerce.topicOf(headers) === '') return 'unsigned';
    // As typed into the settings, or as WordPress stores what was typed.
    const signing = [...secrets, ...secrets.map(signingSecretOf)];
    return isSignedByAny(raw, given, signing) ? 'genuine' : 'forged';
  },

  read: (raw, shop, topic, now) => {
    const resource = usedResourceOf(topic);
    if (resource === undefined) return notUsed('not a topic that carries an order or a product');
    const goods = resource === 'product' ? goodsNotUsed(shop, 'products') : undefined;
    if (goods !== undefined) return goods;
    const body = parseObject(raw);
    if (!body.ok) return unreadable(body.problem, null);
    if (isOfAnotherShop(body.value, shop))
      return ofAnotherShop('_links.self names another address than the setting tenant');
    return resource === 'order' ? ofOrder(body.value, shop) : ofProduct(body.value, shop, topic, now);
  },

  topicOf: (headers) => topicIn(headers, TOPIC_HEADER, toKnownTopic),

  sign: (raw, secret, topic) => ({
    headers: {
      'content-type': 'application/json',
      'user-agent': 'WooCommerce Hookshot',
      [TOPIC_HEADER]: topic,
      [SIGNATURE_HEADER]: signatureOf(raw, signingSecretOf(secret)),
    },
    query: {},
  }),
};

/** What WooCommerce posts when a webhook is made or switched on; without a 200 it stays off. */
const isPing = ({ raw, headers }: ShopRequest): boolean =>
  raw.byteLength <= 40 &&
  /^webhook_id=\d+$/.test(Buffer.from(raw).toString('latin1')) &&
  HEADERS.every((name) => (headers.get(name) ?? '') === '');

const ofOrder = (body: Fields, shop: ShopSettings): Reading => {
  const why = whyNotUsed(body);
  return why === undefined ? toReading(readOrder(body, shop), numericIdOf(body['id'])) : notUsed(why);
};

const ofProduct = (body: Fields, shop: ShopSettings, topic: string, now: number): Reading => {
  const deletion = topic === 'product.deleted' ? readDeletion(body, shop, now) : null;
  if (deletion !== null) return { kind: 'snapshot', snapshot: deletion };
  const why = whyNoProduct(body);
  return why === undefined ? toReading(readProduct(body, shop), null) : notUsed(why);
};
