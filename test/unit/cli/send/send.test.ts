import { describe, expect, it } from 'vitest';
import { CLI_SECRET, type CliOptions, makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { STANDARD_SECRET, signAsStandard } from '../../../support/standard-webhooks.ts';
import { signAsShopify, webhookFixture } from '../../../support/webhooks.ts';

const PAID = webhookFixture('shopify/orders-paid.huf.json');
const SEND = ['send', '--shop', 'acme-shop', '--topic', 'orders/paid', 'order.json'];

describe('bridge send', () => {
  it('posts the very bytes, signed as the shop would, and says what to look at next', async () => {
    const bench = benchWith();

    const { code, stdout } = await bench.bridge(...SEND, '--local');

    expect(code).toBe(0);
    expect(bench.posts).toStrictEqual([
      {
        url: 'http://127.0.0.1:3000/webhooks/acme-shop',
        headers: expect.objectContaining({
          'x-shopify-topic': 'orders/paid',
          'x-shopify-hmac-sha256': signAsShopify(PAID, CLI_SECRET),
        }),
        body: PAID.toString(),
      },
    ]);
    expect(stdout).toContain('npx bridge order acme-shop 1001 --local');
  });

  it('signs with a secret of the environment where it is told to, and shows none', async () => {
    const bench = benchWith({ env: { WEBHOOK_SECRET: 'from the environment' } });

    const shown = await bench.bridge(...SEND, '--url', 'https://x.example', '--secret-from', 'WEBHOOK_SECRET');

    expect(bench.posts[0]?.headers).toMatchObject({
      'x-shopify-hmac-sha256': signAsShopify(PAID, 'from the environment'),
    });
    expect(shown.stdout + shown.stderr).not.toContain('from the environment');
  });

  it('signs by the clock and with an id of its own where the platform wants that', async () => {
    const raw = webhookFixture('standard/order.short.json');
    const env = { ERP_SECRET: STANDARD_SECRET };
    const bench = makeCliBench(undefined, { env, yaml: STANDARD_YML });
    bench.file('order.json', raw);

    const { code, stdout } = await bench.bridge(...SEND, '--local', '--secret-from', 'ERP_SECRET');

    const headers = bench.posts[0]?.headers ?? {};
    const { 'webhook-id': id = '', 'webhook-timestamp': seconds = '' } = headers;
    expect([code, seconds]).toStrictEqual([0, String(Date.parse('2026-12-02T10:00:00Z') / 1000)]);
    expect(headers['webhook-signature']).toBe(signAsStandard(raw, id, seconds));
    expect(stdout).toContain('npx bridge order acme-shop SO-2001 --local');
  });

  it('leads to the product that a webhook tells', async () => {
    const bench = makeCliBench(undefined, { yaml: `${shopsYml('on')}    ${PRODUCTS}` });
    bench.file('product.json', webhookFixture('shopify/products-update.two-variants.json'));

    const { stdout } = await bench.bridge(...send('products/update', 'product.json'));

    expect(stdout.split('\n')).toContain('  npx bridge product acme-shop TERITO-180 --local');
  });

  it.each([
    [
      'products/update',
      'Taken: it is verified, and nothing is done with it: the shop’s settings have neither `products` nor `stock`, without which no products are kept.',
      null,
    ],
    [
      'orders/edited',
      'Taken: it is verified, and nothing is done with it: not a topic that carries an order, a product or stock.',
      null,
    ],
    ['orders/paid', 'Taken: it is verified and in the queue.', 'npx bridge dlq list --local'],
  ])('says what becomes of a product under the topic %s of a shop without products', async (topic, words, next) => {
    const bench = makeCliBench(undefined);
    bench.file('product.json', webhookFixture('shopify/products-update.two-variants.json'));

    const { stdout } = await bench.bridge(...send(topic, 'product.json'));
    const { stdout: json } = await bench.bridge(...send(topic, 'product.json'), '--json');

    expect(stdout.split('\n')).toContain(words);
    expect(JSON.parse(json)).toMatchObject({ next });
  });

  it.each([
    [401, 'The signature is wrong'],
    [404, 'does not know this shop'],
    [503, 'Send it again'],
    [500, 'logs'],
    [302, 'no answer of the bridge'],
  ])('ends with 1 on the answer %d and says what it means', async (status, words) => {
    const bench = benchWith({ answer: { status, body: '' } });

    const { code, stdout } = await bench.bridge(...SEND, '--local');

    expect(code).toBe(1);
    expect(stdout).toContain(words);
    expect(stdout).not.toContain('Next');
  });

  it('asks for an address where the stack names none', async () => {
    const bench = benchWith({ place: onAws });

    const { code, stderr } = await bench.bridge(...SEND, '--settings', 'stack-shops.yml');

    expect([code, bench.posts]).toStrictEqual([2, []]);
    expect(stderr).toContain('--url');
  });

  it.each([
    ['an address without TLS', ['--url', 'http://x.example/webhooks'], 'TLS'],
    ['an empty variable', ['--local', '--secret-from', 'NOTHING'], 'NOTHING is empty'],
  ])('sends nothing with %s', async (_, words, next) => {
    const bench = benchWith();

    const { code, stderr } = await bench.bridge(...SEND, ...words);

    expect([code, bench.posts]).toStrictEqual([2, []]);
    expect(stderr).toContain(next);
  });
});

const PRODUCTS = 'products: { vat: "27", pricesIncludeVat: true }\n';

const send = (topic: string, file: string) => ['send', '--local', '--shop', 'acme-shop', '--topic', topic, file];

const STANDARD_YML = shopsYml('on')
  .replace('platform: shopify', 'platform: standard')
  .replace('acme.myshopify.com', 'erp.example.com');

const benchWith = (options: CliOptions = {}) => {
  const bench = makeCliBench(undefined, options);
  bench.file('order.json', PAID);
  return bench;
};

const onAws: NonNullable<CliOptions['place']> = async () => ({
  ok: true,
  value: {
    webhooks: null,
    shopsFile: null,
    secrets: { read: async () => JSON.stringify({ webhook: ['s'] }) },
    secretSince: async () => null,
    open: async () => {
      throw new Error('not needed');
    },
  },
});
