import { describe, expect, it } from 'vitest';
import { receiveBench } from '../../support/receive-bench.ts';
import { STANDARD_SECRET, signAsStandard, standardSettings } from '../../support/standard-webhooks.ts';
import { shopifyRequest, webhookFixture } from '../../support/webhooks.ts';

const RAW = webhookFixture('standard/order.short.json');

describe('a message of a standard sender', () => {
  it('is taken, and its order put into the queue', async () => {
    const bench = aBench();

    const { statusCode } = await bench.receive(requestAt(bench.clock.now()));

    expect([statusCode, bench.sent.map((message) => message.kind)]).toStrictEqual([202, ['snapshot']]);
  });

  it('is refused when it comes late, and wears out the secrets once a minute at most', async () => {
    const bench = aBench();
    const late = requestAt(bench.clock.now() - 301_000);

    const answers = [await bench.receive(late), await bench.receive(late), await bench.receive(late)];

    expect(answers.map(({ statusCode }) => statusCode)).toStrictEqual([401, 401, 401]);
    expect(bench.secretReads).toStrictEqual(['cached', 'fresh', 'cached', 'cached']);
    expect(bench.sent).toStrictEqual([]);
  });

  it('is logged without anything of its own', async () => {
    const bench = aBench();

    await bench.receive(requestAt(bench.clock.now()));

    expect(bench.logged).toStrictEqual([
      ['info', 'webhook', { shop: 'erp', topic: 'standard', status: 202, traceId: 'trace-1' }],
    ]);
  });
});

const aBench = () => receiveBench({ settings: standardSettings(), webhook: [STANDARD_SECRET] });

const requestAt = (ms: number) => {
  const seconds = String(Math.floor(ms / 1000));
  return shopifyRequest(RAW, {
    shop: 'erp',
    headers: {
      'x-shopify-topic': undefined,
      'x-shopify-hmac-sha256': undefined,
      'x-shopify-shop-domain': undefined,
      'webhook-id': 'msg_1',
      'webhook-timestamp': seconds,
      'webhook-signature': signAsStandard(RAW, 'msg_1', seconds),
    },
  });
};
