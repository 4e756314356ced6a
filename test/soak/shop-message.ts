import type { ShopOrder } from '../model/shop-order.ts';
import { type Occasion, shopifyBody } from '../model/shopify-body.ts';
import { signAsStandard } from '../support/standard-webhooks.ts';
import { signAsShopify } from '../support/webhooks.ts';
import { signAsWoocommerce } from '../support/woocommerce-webhooks.ts';
import type { KeptGoods, Telling } from './kept-goods.ts';
import { shopifyGoodsBody } from './shopify-goods-body.ts';
import { type SoakShop, signingTextOf } from './shops.ts';
import { standardBody } from './standard-body.ts';
import { woocommerceBody } from './woocommerce-body.ts';

export interface ShopMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An order's state as its shop posts it at that time, signed as its shop signs; `id` is the message's own. */
export const messageOf = (
  { id: shop, platform, tenant }: SoakShop,
  order: ShopOrder,
  occasion: Occasion,
  { id, at }: { readonly id: string; readonly at: number },
): ShopMessage => {
  const text = signingTextOf(shop);
  switch (platform) {
    case 'shopify':
      return shopifyMessage({ id: shop, tenant }, 'orders/updated', shopifyBody(order, occasion));
    case 'standard': {
      const body = standardBody(order, occasion);
      const seconds = String(Math.floor(at / 1_000));
      const key = Buffer.from(text.slice('whsec_'.length), 'base64');
      return withType(body, {
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': signAsStandard(body, id, seconds, key),
      });
    }
    case 'woocommerce': {
      const body = woocommerceBody(order, occasion);
      return withType(body, {
        'user-agent': 'WooCommerce/10.3.0 Hookshot (WordPress/6.8)',
        'x-wc-webhook-source': `https://${tenant}/`,
        'x-wc-webhook-topic': 'order.updated',
        'x-wc-webhook-resource': 'order',
        'x-wc-webhook-event': 'updated',
        'x-wc-webhook-signature': signAsWoocommerce(body, text),
        'x-wc-webhook-id': '7',
        'x-wc-webhook-delivery-id': id,
      });
    }
    default:
      return platform satisfies never;
  }
};

/** What a Shopify shop tells of one of its goods. */
export const goodsMessageOf = (goods: KeptGoods, telling: Telling, changedAt: number): ShopMessage => {
  const { topic, body } = shopifyGoodsBody(goods, telling, changedAt);
  return shopifyMessage(goods.shop, topic, body);
};

const shopifyMessage = ({ id, tenant }: Pick<SoakShop, 'id' | 'tenant'>, topic: string, body: Buffer): ShopMessage =>
  withType(body, {
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': tenant,
    'x-shopify-hmac-sha256': signAsShopify(body, signingTextOf(id)),
  });

const withType = (body: Buffer, headers: Readonly<Record<string, string>>): ShopMessage => ({
  headers: { 'content-type': 'application/json', ...headers },
  body,
});
