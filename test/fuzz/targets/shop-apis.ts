import type { OrderSnapshot } from '../../../lib/event/snapshot.ts';
import type { ShopSettings } from '../../../lib/settings/settings.ts';
import type { ApiAnswer, ApiCaller, ShopFetch } from '../../../lib/shops/shop-fetch.ts';
import type { ShopWebhooks } from '../../../lib/shops/shop-webhooks.ts';
import { shopifyWebhooks } from '../../../lib/shops/shopify/webhooks.ts';
import { shoprenterFetch } from '../../../lib/shops/shoprenter/fetch.ts';
import { shoprenter } from '../../../lib/shops/shoprenter/shoprenter.ts';
import { shoprenterWebhooks } from '../../../lib/shops/shoprenter/webhooks.ts';
import { unasFetch } from '../../../lib/shops/unas/fetch.ts';
import { unas } from '../../../lib/shops/unas/unas.ts';
import { unasWebhooks } from '../../../lib/shops/unas/webhooks.ts';
import { woocommerceFetch } from '../../../lib/shops/woocommerce/fetch.ts';
import { woocommerceWebhooks } from '../../../lib/shops/woocommerce/webhooks.ts';
import { orderOfReading } from '../../support/order-reading.ts';
import { shopOf } from '../../support/shop-webhooks.ts';
import { shopifyShop, webhookFixture } from '../../support/webhooks.ts';
import { woocommerceOrder, woocommerceShop } from '../../support/woocommerce-webhooks.ts';
import type { Format, FuzzTarget } from '../target.ts';
import { fixturesOf } from './webhooks.ts';

const NOW = Date.parse('2026-12-06T10:00:00Z');

interface ShopApi {
  readonly shop: ShopSettings;
  readonly format: Format;
  readonly seeds: readonly (Uint8Array | string)[];
  readonly credentials: Readonly<Record<string, string>>;
  readonly fetch: ShopFetch<OrderSnapshot> | null;
  readonly known: OrderSnapshot | null;
  readonly webhooks: ShopWebhooks;
}

/** A shop's API that gives the same answer whatever it is asked: to the sign-in, for an order, for its webhooks. */
const apiTarget = (of: ShopApi): FuzzTarget => ({
  name: `${of.shop.platform}-api`,
  format: of.format,
  seeds: () => of.seeds.map((seed) => Buffer.from(seed)),
  run: async (body) => {
    const told: string[] = [];
    for (const { status, session } of SITUATIONS) {
      // The header comes from the same far side as the body.
      const retryAfter = Buffer.from(body.subarray(0, 60)).toString('latin1');
      const caller = alwaysAnswered({ kind: 'answered', status, body, retryAfter }, session);
      const { shop, credentials: api, fetch, known, webhooks } = of;
      if (fetch !== null && known !== null) {
        const fetched = await fetch.complete(known, shop, api, caller);
        if (fetched.kind !== 'read') told.push(fetched.detail);
      }
      const asking = { shop, api, secret: 'hush-hush', secrets: ['hush-hush'], caller };
      const listed = await webhooks.api?.list(asking);
      if (listed !== undefined && listed.kind !== 'told') told.push(listed.detail);
      // Why it is refused the shop says itself: there is nothing in it but an address of ours.
      await webhooks.api?.make(asking, webhooks.topics(shop)[0] ?? '', 'https://bridge.example.hu/x');
    }
    return told;
  },
});

const SITUATIONS = [
  { status: 200, session: true },
  { status: 200, session: false },
  { status: 429, session: true },
  { status: 400, session: true },
] as const;

const alwaysAnswered = (answer: ApiAnswer, hasSession: boolean): ApiCaller => ({
  call: async () => answer,
  session: () => (hasSession ? { token: 'token', until: NOW + 60_000 } : null),
  keep: () => undefined,
  now: () => NOW,
});

const TOKEN = '{"access_token":"token","expires_in":3600,"token_type":"Bearer"}';

const orderIn = (name: string, read: typeof unas.read, shop: ShopSettings): OrderSnapshot =>
  orderOfReading(read(webhookFixture(name), shop, 'order_send', NOW));

const unasShop = shopOf('unas', '4711');
const shoprenterShop = shopOf('shoprenter', 'acme');

export const SHOP_API_TARGETS: readonly FuzzTarget[] = [
  apiTarget({
    shop: shopifyShop(),
    format: 'json',
    credentials: { clientId: 'client', clientSecret: 'hush-hush' },
    seeds: [
      TOKEN,
      '{"errors":[{"message":"no","extensions":{"code":"ACCESS_DENIED"}}]}',
      '{"data":{"webhookSubscriptions":{"nodes":[{"id":"gid://shopify/WebhookSubscription/1","topic":"ORDERS_PAID","uri":"https://bridge.example.hu/x","format":"JSON","filter":"","includeFields":["id"]}],"pageInfo":{"hasNextPage":true,"endCursor":"x"}}}}',
      '{"data":{"webhookSubscriptionCreate":{"userErrors":[{"message":"no"}]}}}',
    ],
    ...{ fetch: null, known: null, webhooks: shopifyWebhooks },
  }),
  apiTarget({
    shop: woocommerceShop(),
    format: 'json',
    credentials: { consumerKey: 'ck_1', consumerSecret: 'cs_2' },
    seeds: [
      webhookFixture('woocommerce/order-refunds.partial.json'),
      '[{"id":1,"topic":"order.updated","delivery_url":"https://bridge.example.hu/x","status":"active"}]',
      '{"code":"woocommerce_rest_invalid_topic","message":"no"}',
    ],
    fetch: woocommerceFetch,
    known: woocommerceOrder('order-updated.huf', { refunds: [{ id: 902, reason: 'Törött', total: '-2500' }] }),
    webhooks: woocommerceWebhooks,
  }),
  apiTarget({
    shop: unasShop,
    format: 'xml',
    credentials: { apiKey: 'key' },
    seeds: [
      ...fixturesOf('shops/unas'),
      '<Login><Token>token</Token></Login>',
      '<Error>banned till 12.06.2026 11:30:00</Error>',
      '<Automatisms><Automatism><Id>1</Id><Status>ok</Status><Active>yes</Active><Schedule><Type>delayed</Type></Schedule><Event><Type>order_send</Type><Rule><A>1</A></Rule></Event><Operation><Type>webhook</Type><Config><WebhookUrl>https://bridge.example.hu/x</WebhookUrl></Config></Operation></Automatism></Automatisms>',
    ],
    fetch: unasFetch,
    known: orderIn('unas/order_send.discount-two-rates.json', unas.read, unasShop),
    webhooks: unasWebhooks,
  }),
  apiTarget({
    shop: shoprenterShop,
    format: 'json',
    credentials: { clientId: 'client', clientSecret: 'hush-hush' },
    seeds: [
      ...fixturesOf('shops/shoprenter'),
      TOKEN,
      '{"items":[{"id":"1","event":"order_confirm","status":"1","webHookParameters":[{"type":"json","url":"https://bridge.example.hu/x?key=hush-hush"}],"webHookDelay":[{"delay":"0"}]}]}',
    ],
    fetch: shoprenterFetch,
    known: orderIn('shoprenter/order_confirm.coupon.json', shoprenter.read, shoprenterShop),
    webhooks: shoprenterWebhooks,
  }),
];
