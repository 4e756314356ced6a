import { expect, it } from 'vitest';
import { receiveBench } from '../../support/receive-bench.ts';
import { shopifyRequest } from '../../support/webhooks.ts';
import { woocommerceSettings } from '../../support/woocommerce-webhooks.ts';

it('answers a ping without any secret, and sends nothing for it', async () => {
  const bench = receiveBench({ settings: woocommerceSettings(), store: 'refuses' });

  const { statusCode, body } = await bench.receive(pingRequest());

  expect([statusCode, JSON.parse(body)]).toStrictEqual([200, { answer: 'here', traceId: 'trace-1' }]);
  expect([bench.secretReads, bench.sent]).toStrictEqual([[], []]);
});

/** What WooCommerce sends when a webhook is switched on: a form, and no header of its own. */
function pingRequest() {
  return {
    ...shopifyRequest(Buffer.from('webhook_id=7')),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}
