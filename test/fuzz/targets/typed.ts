import { parseChanges } from '../../../lib/cli/dlq/parse-changes.ts';
import { PLAIN_CONTRACT } from '../../../lib/co3/contract.ts';
import type { Correcting } from '../../../lib/dead-letters/correcting.ts';
import { draftCorrection } from '../../../lib/dead-letters/draft-correction.ts';
import { toShopRequest } from '../../../lib/receive/raw-request.ts';
import { fieldsOf, textOf } from '../../../lib/shops/fields.ts';
import { PLATFORMS } from '../../../lib/shops/index.ts';
import { parseObject } from '../../../lib/shops/json.ts';
import type { ShopRequest } from '../../../lib/shops/platform.ts';
import { aLetter, anOrderRecord } from '../../support/ledger-records.ts';
import { anAccount, anOrder, aShop } from '../../support/orders.ts';
import { requestWith } from '../../support/shop-webhooks.ts';
import { STANDARD_SECRET } from '../../support/standard-webhooks.ts';
import type { FuzzTarget } from '../target.ts';

const NOW = Date.parse('2026-12-06T10:00:00Z');

const correcting: Correcting = {
  letter: aLetter(),
  order: anOrderRecord({ snapshot: anOrder(), letter: { id: 'letter-1', content: null }, status: 'letter' }),
  shop: aShop(),
  account: anAccount(),
  leaving: { contract: PLAIN_CONTRACT, stage: 'test', now: NOW },
};

/** Corrections as a person types them, one a line. They are answered at that person's own terminal. */
const corrections: FuzzTarget = {
  name: 'corrections',
  format: 'text',
  seeds: () =>
    [
      'buyer.email=anna@example.hu',
      'buyer.taxNumber=12345676-2-41\nbuyer.company=Minta Kft.',
      'settings.payments=c.o.d.\nsettings.fxRate=398.5',
      'rows.0.rates=27 + 5\nrows.1.name=Bögre',
      'buyer.country=HU',
    ].map((text) => Buffer.from(text)),
  run: (input) => {
    const changes = parseChanges(Buffer.from(input).toString('utf8').split('\n'));
    if (changes.ok) draftCorrection(correcting, changes.value);
    return [];
  },
};

/** Headers and address of a webhook, which come before any signature was looked at. */
const requests: FuzzTarget = {
  name: 'requests',
  format: 'json',
  seeds: () =>
    [
      { headers: { 'x-shopify-topic': 'orders/paid', 'x-shopify-hmac-sha256': 'c2lnbmF0dXJl' }, query: {} },
      { headers: { 'x-wc-webhook-topic': 'order.updated', 'x-wc-webhook-signature': 'c2lnbmF0dXJl' }, query: {} },
      { headers: { 'x-unas-hmac': 'c2lnbmF0dXJl', 'x-unas-topic': 'order_send' }, query: {} },
      { headers: {}, query: { key: 'hush-hush' } },
      {
        headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': '1796551200', 'webhook-signature': 'v1,c2ln v1a,c2ln' },
        query: {},
      },
    ].map((request) => Buffer.from(JSON.stringify(request))),
  run: (input) => {
    const request = requestIn(input);
    for (const [name, platform] of Object.entries(PLATFORMS)) {
      const verdict = platform.verify(request, ['a secret that nobody knows', STANDARD_SECRET], NOW);
      if (verdict === 'genuine') throw new Error(`${name} takes a request that nobody has signed`);
      platform.topicOf(request.headers);
    }
    return [];
  },
};

const requestIn = (input: Uint8Array): ShopRequest => {
  const parsed = parseObject(input);
  const { headers, query } = parsed.ok ? parsed.value : {};
  return toShopRequest(requestWith(input, textsIn(headers), textsIn(query)));
};

/** What a gateway hands over has texts alone. */
const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, text]) => [name, textOf(text)]));

export const TYPED_TARGETS: readonly FuzzTarget[] = [corrections, requests];
