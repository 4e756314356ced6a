import { createHmac } from 'node:crypto';
import { toMessageBody } from '../../lib/event/message.ts';
import { readSafely } from '../../lib/receive/read-safely.ts';
import { toMessage } from '../../lib/receive/to-message.ts';
import { shopify } from '../../lib/shops/shopify/shopify.ts';
import { SHOPIFY_SECRET, shopifyShop, signAsShopify } from '../support/webhooks.ts';
import { compare, cpuMs } from './compare.ts';
import type { Measurement } from './measurement.ts';
import { orderBody } from './order-body.ts';

const ROWS = [3, 12, 300];
const TOPIC = 'orders/paid';
const NOW = Date.parse('2026-12-02T10:00:00Z');

/** From a webhook's raw bytes to the finished message of the queue, against its signature and JSON.parse alone. */
export const receive: Measurement = {
  name: 'receive',
  figures: async function* (effort) {
    for (const rows of ROWS) {
      const raw = orderBody(rows);
      yield await compare(
        {
          of: `order of ${rows} rows`,
          bar: { most: 2 },
          subject: receiver(raw),
          floor: () => {
            createHmac('sha256', SHOPIFY_SECRET).update(raw).digest('base64');
            return JSON.parse(raw.toString('utf8'));
          },
        },
        { ...effort, cpuMs },
      );
    }
  },
};

const receiver = (raw: Buffer) => {
  const shop = shopifyShop();
  const headers = new Map([
    ['x-shopify-topic', TOPIC],
    ['x-shopify-hmac-sha256', signAsShopify(raw)],
  ]);
  return () => {
    if (shopify.verify({ raw, headers, query: {} }, [SHOPIFY_SECRET], NOW) !== 'genuine') throw new Error('forged');
    const reading = readSafely(shopify, raw, shop, TOPIC, NOW);
    if (reading.kind !== 'snapshot') throw new Error('the order was not read');
    return toMessageBody(toMessage({ shop: shop.id, traceId: 'trace-1', topic: TOPIC, raw }, reading));
  };
};
