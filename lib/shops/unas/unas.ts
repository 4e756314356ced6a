import { type Fields, isFields, textOf } from '../fields.ts';
import { parseBody } from '../json.ts';
import type { Platform } from '../platform.ts';
import { notUsed, ofAnotherShop, toReading, unreadable } from '../readings.ts';
import { isSignedByAny, signatureOf } from '../signature.ts';
import { topicIn } from '../topic-in.ts';
import { unasApi } from './api.ts';
import { unasFetch } from './fetch.ts';
import { NOTE_PLACES, QUESTIONS, TAX_NUMBER_PLACES } from './notes.ts';
import { readOutline } from './outline.ts';
import { isOrderTopic, toKnownTopic } from './topics.ts';
import { unasWebhooks } from './webhooks.ts';

const TOPIC_HEADER = 'x-unas-topic';
const SIGNATURE_HEADER = 'x-unas-hmac';

/** UNAS's automation, which posts JSON, and its XML API. */
export const unas: Platform = {
  traits: {
    tenant: {
      pattern: /^\d+$/,
      says: 'the number of the shop at UNAS, in quotes: the part of order numbers before the dash',
    },
    notePlaces: NOTE_PLACES,
    notePrefixes: [QUESTIONS],
    taxNumberPlaces: TAX_NUMBER_PLACES,
    api: unasApi,
    withoutApi: 'orders are not read anew: what the webhook says of them counts, VAT of costs by `costVat`',
    tells: { products: false, stock: false },
  },

  fetch: unasFetch,
  webhooks: unasWebhooks,

  verify: ({ raw, headers }, secrets) => {
    const given = headers.get(SIGNATURE_HEADER) ?? '';
    if (given === '') return 'unsigned';
    return isSignedByAny(raw, given, secrets) ? 'genuine' : 'forged';
  },

  read: (raw, shop, topic, now) => {
    // Automations are the shop's own, under topics of any name: the body alone says what it is, and one cut off may have been an order.
    const body = parseBody(raw);
    if (!body.ok) return unreadable(body.problem, null);
    const fields = isFields(body.value) ? body.value : undefined;
    if (!isOrderTopic(topic) && fields?.['orderID'] === undefined) return notUsed('not a body that is an order');
    if (fields === undefined) return unreadable('the body is no JSON object', null);
    if (textOf(fields['shopID']) !== shop.tenant) return ofAnotherShop('shopID is another than the setting tenant');
    return toReading(readOutline(fields, shop, now), orderIdOf(fields));
  },

  topicOf: (headers) => topicIn(headers, TOPIC_HEADER, toKnownTopic),

  sign: (raw, secret, topic) => ({
    headers: {
      'content-type': 'application/json',
      [TOPIC_HEADER]: topic,
      [SIGNATURE_HEADER]: signatureOf(raw, secret),
    },
    query: {},
  }),
};

const orderIdOf = (body: Fields): string | null => {
  const id = textOf(body['orderID']);
  return id === '' ? null : id;
};
