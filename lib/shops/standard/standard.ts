import { toInstant } from '../../event/time.ts';
import { goodsNotUsed } from '../goods-not-used.ts';
import { parseBody } from '../json.ts';
import type { Platform } from '../platform.ts';
import { notUsed, unreadable } from '../readings.ts';
import { readHead } from './body-head.ts';
import { toSnapshot } from './to-snapshot.ts';
import { parseWebhookBody } from './webhook-body.ts';
import { findSignature, isSigned, toSignatureHeaders } from './webhook-signature.ts';

/** Any other shop, ERP or automation tool that signs as Standard Webhooks 1.0.0 says and tells its orders in our words. */
export const standard: Platform = {
  traits: {
    tenant: {
      pattern: /^[a-z0-9][a-z0-9.-]{0,63}$/,
      says: 'a permanent name of your own for the sender, of small letters, digits, dots and hyphens, such as erp.example.com',
    },
    notePlaces: [],
    // Senders name their notes as they like.
    notePrefixes: [''],
    taxNumberPlaces: ['taxNumber'],
    api: null,
    withoutApi: '',
    tells: { products: true, stock: true },
  },

  fetch: null,

  webhooks: {
    topics: () => [],
    byHand: 'The sender is yours: let it post to the address below, signed as docs/shops/standard.md says.',
    api: null,
  },

  verify: ({ raw, headers }, secrets, now) => {
    const given = findSignature(headers);
    if (given === undefined) return 'unsigned';
    return isSigned(raw, given, secrets, now) ? 'genuine' : 'forged';
  },

  read: (raw, shop, _topic, now) => {
    const json = parseBody(raw);
    if (!json.ok) return unreadable(json.problem, null);
    const { kind, orderId, isForeign } = readHead(json.value);
    if (isForeign) return notUsed('neither `type` nor `data.kind` is of an order, a product or stock');
    const unused =
      kind === 'product' ? goodsNotUsed(shop, 'products') : kind === 'stock' ? goodsNotUsed(shop, 'stock') : undefined;
    if (unused !== undefined) return unused;
    const body = parseWebhookBody(json.value);
    if (!body.ok) return unreadable(body.problem, orderId);
    const snapshot = toSnapshot(body.value, shop);
    // Later ones would be dropped as older, for as long as that time has not come.
    if (snapshot.changedAt > toInstant(now + CLOCKS_DIFFER_MS))
      return unreadable('data.changedAt, or without it timestamp, is in the future', orderId);
    return { kind: 'snapshot', snapshot };
  },

  // The type stands in the body, where it is signed.
  topicOf: () => 'standard',

  sign: (raw, secret, _topic, now) => ({
    headers: { 'content-type': 'application/json', ...toSignatureHeaders(raw, secret, now) },
    query: {},
  }),
};

const CLOCKS_DIFFER_MS = 300_000;
