import { createHash, timingSafeEqual } from 'node:crypto';
import { fieldsOf, numericIdOf, textOf } from '../fields.ts';
import { parseObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { notUsed, ofAnotherShop, toReading, unreadable } from '../readings.ts';
import { shoprenterApi } from './api.ts';
import { shoprenterFetch } from './fetch.ts';
import { readHint } from './hint.ts';
import { NOTE_PLACES } from './parties.ts';
import { manyOf } from './rows.ts';
import { shoprenterWebhooks } from './webhooks.ts';

/** Shoprenter's webhooks, of which nothing is signed: who knows the address with its key is believed as far as a hint goes. */
export const shoprenter: Platform = {
  traits: {
    tenant: {
      pattern: /^[a-z0-9][a-z0-9-]*$/,
      says: 'the name of the shop at Shoprenter, such as acme of acme.shoprenter.hu',
    },
    notePlaces: NOTE_PLACES,
    notePrefixes: [],
    taxNumberPlaces: ['taxNumber'],
    api: shoprenterApi,
    withoutApi: 'orders are not read anew: each document waits for a release, since nothing signs a webhook',
    tells: { products: false, stock: false },
  },

  fetch: shoprenterFetch,
  webhooks: shoprenterWebhooks,

  verify: ({ query }, secrets) => {
    const given = query['key'] ?? '';
    if (given === '') return 'unsigned';
    return isAnyOf(given, secrets) ? 'genuine' : 'forged';
  },

  read: (raw, shop, _topic, now) => {
    const body = parseObject(raw);
    if (!body.ok) return unreadable(body.problem, null);
    const [order, ...more] = manyOf(fieldsOf(body.value['orders'])['order']);
    if (order === undefined) return notUsed('not a body that holds an order');
    if (more.length > 0) return unreadable(`orders.order holds ${more.length + 1} orders, and one is expected`, null);
    if (textOf(order['storeName']) !== shop.tenant)
      return ofAnotherShop('storeName is another than the setting tenant');
    return toReading(readHint(order, shop, now), numericIdOf(order['innerId']));
  },

  // No header names one.
  topicOf: () => '',

  sign: (_raw, secret) => ({ headers: { 'content-type': 'application/json' }, query: { key: secret } }),
};

/** Of hashes, so that the time tells nothing of the secrets' length either. */
const isAnyOf = (given: string, secrets: readonly string[]): boolean => {
  const claimed = hashOf(given);
  let isOne = false;
  for (const secret of secrets) if (timingSafeEqual(hashOf(secret), claimed)) isOne = true;
  return isOne;
};

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
