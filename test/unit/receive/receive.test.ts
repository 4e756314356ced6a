import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES, type SentMessage, toAsciiJson } from '../../../lib/event/message.ts';
import { receiveBench } from '../../support/receive-bench.ts';
import { snapshotOf } from '../../support/shopify-orders.ts';
import {
  SHOPIFY_SECRET,
  shopifyRequest,
  shopifySettings,
  signAsShopify,
  webhookFixture,
  webhookWith,
} from '../../support/webhooks.ts';

const RAW = webhookFixture('shopify/orders-paid.huf.json');

describe('what is taken', () => {
  it('sends the snapshot of a genuine order to the queue and answers 202', async () => {
    const bench = receiveBench();

    const answer = await bench.receive(shopifyRequest(RAW));

    expect(answer).toStrictEqual({
      statusCode: 202,
      headers: { 'content-type': 'application/json' },
      body: '{"answer":"taken","traceId":"trace-1"}',
    });
    expect(bench.sent).toStrictEqual([
      { kind: 'snapshot', shop: 'acme-shop', traceId: 'trace-1', snapshot: snapshotOf('orders-paid.huf') },
    ]);
  });

  it('takes a body that the gateway hands over in base64, byte for byte', async () => {
    const bench = receiveBench();
    const raw = webhookWith('shopify/orders-paid.huf.json', { note: 'árvíztűrő 🎺 \\/ \u2028' });

    const answer = await bench.receive(shopifyRequest(raw, { base64: true }));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent[0]).toMatchObject({ snapshot: { orderId: '5551001' } });
  });

  it('takes headers in any case', async () => {
    const bench = receiveBench();
    const headers = {
      'x-shopify-topic': undefined,
      'x-shopify-hmac-sha256': undefined,
      'X-Shopify-Topic': 'orders/paid',
      'X-SHOPIFY-HMAC-SHA256': signAsShopify(RAW),
    };

    const answer = await bench.receive(shopifyRequest(RAW, { headers }));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent).toHaveLength(1);
  });

  it('takes a webhook twice, as the same snapshot', async () => {
    const bench = receiveBench();

    await bench.receive(shopifyRequest(RAW));
    await bench.receive(shopifyRequest(RAW, { topic: 'orders/updated' }));

    const [first, second] = bench.sent;
    expect(second).toStrictEqual({ ...first, traceId: 'trace-2' });
  });

  it.each([
    ['orders/edited', webhookFixture('shopify/orders-edited.json')],
    ['orders/delete', webhookFixture('shopify/orders-delete.json')],
    ['refunds/create', Buffer.from('not even JSON')],
    ['some/topic', RAW],
  ])('takes %s and uses nothing of it', async (topic, raw) => {
    const bench = receiveBench();

    const answer = await bench.receive(shopifyRequest(raw, { topic }));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent).toStrictEqual([]);
  });

  it('goes by the path and the signature, not by the unsigned domain in the headers', async () => {
    const bench = receiveBench();

    await bench.receive(shopifyRequest(RAW, { headers: { 'x-shopify-shop-domain': 'other.myshopify.com' } }));

    expect(bench.sent[0]).toMatchObject({ snapshot: { tenant: 'acme.myshopify.com' } });
  });
});

describe('what becomes a letter', () => {
  it('keeps a genuine body that is no order', async () => {
    const bench = receiveBench();
    const raw = Buffer.from('{"id":5551001,"név":"Ágnes"}');

    const answer = await bench.receive(shopifyRequest(raw));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent.map(unpacked)).toStrictEqual([
      {
        kind: 'problem',
        shop: 'acme-shop',
        traceId: 'trace-1',
        problem: 'UnreadablePayload',
        topic: 'orders/paid',
        orderId: '5551001',
        bodyDigest: 'ecb180ca0eb7cd0ed4ead2fd3930e33a4251c25aeeea976617f5db9c0bf5e893',
        detail: expect.stringMatching(/^created_at /),
        body: raw.toString(),
      },
    ]);
  });

  it('names a repeat by the same digest of its body', async () => {
    const bench = receiveBench();

    await bench.receive(shopifyRequest(Buffer.from('{}')));
    await bench.receive(shopifyRequest(Buffer.from('{}'), { topic: 'orders/create' }));
    await bench.receive(shopifyRequest(Buffer.from('{ }')));

    const digests = bench.sent.map((message) => (message.kind === 'problem' ? message.bodyDigest : ''));
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps an order of another shop as one, without its id', async () => {
    const bench = receiveBench({ settings: shopifySettings(['shopId: "999"']) });

    const answer = await bench.receive(shopifyRequest(RAW));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent.map(unpacked)).toMatchObject([{ problem: 'WrongShop', orderId: null, body: RAW.toString() }]);
  });

  it('tells of an order too large for a message by its ids alone', async () => {
    const bench = receiveBench();
    const raw = webhookWith('shopify/orders-paid.huf.json', { note: 'é'.repeat(MAX_MESSAGE_BYTES / 6) });

    const answer = await bench.receive(shopifyRequest(raw));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent).toMatchObject([
      {
        kind: 'problem',
        problem: 'OrderTooLarge',
        detail: 'the snapshot of shopify:acme.myshopify.com#5551001 is larger than 1048576 bytes',
        orderId: '5551001',
        body: null,
      },
    ]);
  });

  it('keeps an unreadable body as long as it fits, and its problem when it does not', async () => {
    const bench = receiveBench();
    const random = randomBytes(MAX_MESSAGE_BYTES);

    await bench.receive(shopifyRequest(random, { base64: true }));
    await bench.receive(shopifyRequest(random.subarray(0, MAX_MESSAGE_BYTES / 2), { base64: true }));

    expect(
      bench.sent.map((message) => message.kind === 'problem' && [message.problem, message.body === null]),
    ).toStrictEqual([
      ['UnreadablePayload', true],
      ['UnreadablePayload', false],
    ]);
    expect(bench.sent.every((message) => toAsciiJson(message).length <= MAX_MESSAGE_BYTES)).toBe(true);
  });

  it('keeps a body nested deeper than can be read', async () => {
    const bench = receiveBench();
    const raw = Buffer.from(`${'['.repeat(200_000)}1234567890123456789${']'.repeat(200_000)}`);

    const answer = await bench.receive(shopifyRequest(raw));

    expect(answer.statusCode).toBe(202);
    expect(bench.sent).toMatchObject([{ problem: 'UnreadablePayload' }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['without a signature', { headers: { 'x-shopify-hmac-sha256': undefined } }, 400],
    ['without a topic', { headers: { 'x-shopify-topic': undefined } }, 400],
    ['with a wrong signature', { headers: { 'x-shopify-hmac-sha256': signAsShopify(RAW, 'guess') } }, 401],
    ['with half a signature', { headers: { 'x-shopify-hmac-sha256': signAsShopify(RAW).slice(0, 22) } }, 401],
    [
      'with the signature of other bytes',
      { headers: { 'x-shopify-hmac-sha256': signAsShopify(Buffer.from('{}')) } },
      401,
    ],
    ['for a shop that is not there', { shop: 'bolt' }, 404],
    ['for a shop named like a built-in', { shop: '__proto__' }, 404],
  ])('sends nothing of a request %s', async (_case, parts, status) => {
    const bench = receiveBench();

    const answer = await bench.receive(shopifyRequest(RAW, parts));

    expect(answer.statusCode).toBe(status);
    expect(bench.sent).toStrictEqual([]);
  });

  it('answers 404 to a path without a shop', async () => {
    const bench = receiveBench();
    const { pathParameters: _none, ...request } = shopifyRequest(RAW);

    const answer = await bench.receive(request);

    expect(answer.statusCode).toBe(404);
  });

  it('answers 400 to a request without a body or a signature', async () => {
    const bench = receiveBench();
    const { body: _none, ...request } = shopifyRequest(RAW, { headers: { 'x-shopify-hmac-sha256': undefined } });

    const answer = await bench.receive(request);

    expect(answer.statusCode).toBe(400);
  });

  it.each([
    [6 * 1024 * 1024, 202],
    [6 * 1024 * 1024 + 1, 413],
  ])('answers a body of %d bytes with %d', async (bytes, status) => {
    const bench = receiveBench();

    const answer = await bench.receive(shopifyRequest(Buffer.alloc(bytes, ' '), { base64: true }));

    expect(answer.statusCode).toBe(status);
  });
});

describe('secrets', () => {
  it('takes what any of the current secrets has signed', async () => {
    const bench = receiveBench({ webhook: ['older', SHOPIFY_SECRET] });

    const answers = [
      await bench.receive(shopifyRequest(RAW, { secret: 'older' })),
      await bench.receive(shopifyRequest(RAW, { secret: SHOPIFY_SECRET })),
    ];

    expect(answers.map((answer) => answer.statusCode)).toStrictEqual([202, 202]);
    expect(bench.secretReads).toStrictEqual(['cached', 'cached']);
  });

  it('reads the secrets again for a wrong signature, and takes what a changed one has signed', async () => {
    const bench = receiveBench();
    bench.changeSecrets(['changed']);

    const answer = await bench.receive(shopifyRequest(RAW, { secret: 'changed' }));

    expect(answer.statusCode).toBe(202);
    expect(bench.secretReads).toStrictEqual(['cached', 'fresh']);
  });

  it('reads them again at most once a minute', async () => {
    const bench = receiveBench();
    const forge = () => bench.receive(shopifyRequest(RAW, { secret: 'guess' }));

    const answers = [await forge(), await forge()];
    bench.clock.advance(59_999);
    answers.push(await forge());
    bench.clock.advance(1);
    answers.push(await forge());

    expect(answers.map((answer) => answer.statusCode)).toStrictEqual([401, 401, 401, 401]);
    expect(bench.secretReads).toStrictEqual(['cached', 'fresh', 'cached', 'cached', 'cached', 'fresh']);
  });

  it('calls nothing forged within the minute after they could not be read again, and asks no more often', async () => {
    const bench = receiveBench({ store: 'hangs-fresh', webhook: ['older'] });

    const together = [bench.receive(shopifyRequest(RAW)), bench.receive(shopifyRequest(RAW))];
    await bench.clock.run(3_900);
    const answers = [...(await Promise.all(together)), await bench.receive(shopifyRequest(RAW))];

    expect(answers.map((answer) => answer.statusCode)).toStrictEqual([503, 503, 503]);
    expect(bench.secretReads).toStrictEqual(['cached', 'cached', 'fresh', 'cached']);
    expect(bench.logged.map(([level, , { errorName }]) => `${level} ${errorName}`)).toStrictEqual([
      'error Reading',
      'error TimeoutError',
      'error TimeoutError',
    ]);
  });

  it.each([
    ['without a signature', { 'x-shopify-hmac-sha256': undefined }],
    ['without a topic', { 'x-shopify-topic': undefined }],
  ])('are not read for a request %s', async (_case, headers) => {
    const bench = receiveBench({ store: 'refuses' });

    const answer = await bench.receive(shopifyRequest(RAW, { headers }));

    expect(answer.statusCode).toBe(400);
    expect(bench.secretReads).toStrictEqual([]);
  });

  it('lets forgeries for one shop keep no other shop from its fresh secrets', async () => {
    const two = shopifySettings([]);
    const acme = two.shops.get('acme-shop');
    const shops = acme === undefined ? two.shops : new Map([...two.shops, ['beta-shop', { ...acme, id: 'beta-shop' }]]);
    const bench = receiveBench({ settings: { ...two, shops } });

    await bench.receive(shopifyRequest(RAW, { secret: 'guess' }));
    await bench.receive(shopifyRequest(RAW, { secret: 'guess', shop: 'beta-shop' }));

    expect(bench.secretReads).toStrictEqual(['cached', 'fresh', 'cached', 'fresh']);
  });

  it.each([
    ['no JSON', 'hush'],
    ['no list of secrets', '{"webhook":"hush-hush"}'],
    ['an empty list', '{"webhook":[]}'],
  ])('answers 503 to everything while the secret is %s', async (_case, text) => {
    const bench = receiveBench();
    bench.changeSecretText(text);

    const answer = await bench.receive(shopifyRequest(RAW));

    expect(answer.statusCode).toBe(503);
    expect(bench.sent).toStrictEqual([]);
  });
});

describe('when something does not answer', () => {
  it.each([
    ['the queue refuses', { queue: 'refuses' }, 'QueueDown'],
    ['the secrets refuse', { store: 'refuses' }, 'StoreDown'],
  ] as const)('answers 503 at once when %s', async (_case, ports, errorName) => {
    const bench = receiveBench(ports);

    const answer = await bench.receive(shopifyRequest(RAW));

    expect(answer.statusCode).toBe(503);
    expect(bench.logged).toStrictEqual([
      ['error', 'webhook', { shop: 'acme-shop', topic: 'orders/paid', status: 503, traceId: 'trace-1', errorName }],
    ]);
  });

  it.each([
    ['the queue', { queue: 'hangs' }],
    ['the secrets', { store: 'hangs' }],
    ['the fresh secrets, asked for a wrong signature,', { store: 'hangs-fresh', webhook: ['other'] }],
  ] as const)('answers 503 in less than 4 s when %s never answer', async (_case, ports) => {
    const bench = receiveBench(ports);
    const answering = bench.receive(shopifyRequest(RAW));

    await bench.clock.run(3_900);

    expect(await Promise.race([answering, Promise.resolve('still waiting')])).toMatchObject({ statusCode: 503 });
    expect(bench.logged.at(-1)).toMatchObject(['error', 'webhook', { status: 503, errorName: 'TimeoutError' }]);
  });

  it('gives secrets and queue one budget together', async () => {
    const bench = receiveBench({ store: 'slow', queue: 'slow', slowMs: 2_500 });
    const answering = bench.receive(shopifyRequest(RAW));

    await bench.clock.run(3_900);

    expect(await Promise.race([answering, Promise.resolve('still waiting')])).toMatchObject({ statusCode: 503 });
  });

  it('still takes a webhook when both are slow but in time', async () => {
    const bench = receiveBench({ store: 'slow', queue: 'slow', slowMs: 1_500 });
    const answering = bench.receive(shopifyRequest(RAW));

    await bench.clock.run(4_000);

    expect(await Promise.race([answering, Promise.resolve('still waiting')])).toMatchObject({ statusCode: 202 });
  });

  it('sends nothing when the secrets come after the answer', async () => {
    const bench = receiveBench({ store: 'slow', slowMs: 10_000 });
    const answering = bench.receive(shopifyRequest(RAW));

    await bench.clock.run(20_000);

    expect((await answering).statusCode).toBe(503);
    expect(bench.sent).toStrictEqual([]);
    expect(bench.logged).toHaveLength(1);
  });

  it('survives a queue that refuses after the answer', async () => {
    const bench = receiveBench({ queue: 'refuses-late', slowMs: 10_000 });
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    const answering = bench.receive(shopifyRequest(RAW));

    await bench.clock.run(20_000);
    const answer = await answering;
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listener);

    expect(answer.statusCode).toBe(503);
    expect(unhandled).toStrictEqual([]);
  });
});

describe('the log', () => {
  it.each([
    ['taken', {}, ['info', { shop: 'acme-shop', topic: 'orders/paid', status: 202, traceId: 'trace-1' }]],
    [
      'not used',
      { topic: 'orders/edited' },
      ['info', { shop: 'acme-shop', topic: 'orders/edited', status: 202, traceId: 'trace-1' }],
    ],
    [
      'forged',
      { secret: 'guess' },
      ['info', { shop: 'acme-shop', topic: 'orders/paid', status: 401, traceId: 'trace-1' }],
    ],
    [
      'of a topic nobody knows',
      { topic: 'agnes@example.com' },
      ['info', { shop: 'acme-shop', topic: 'other', status: 202, traceId: 'trace-1' }],
    ],
    ['for no shop of ours', { shop: 'agnes@example.com' }, ['info', { status: 404, traceId: 'trace-1' }]],
  ])('has one line for a webhook that is %s', async (_case, parts, [level, fields]) => {
    const bench = receiveBench();

    await bench.receive(shopifyRequest(RAW, parts));

    expect(bench.logged).toStrictEqual([[level, 'webhook', fields]]);
  });
});

const unpacked = (message: SentMessage) =>
  message.kind === 'problem' && message.body !== null
    ? { ...message, body: gunzipSync(Buffer.from(message.body, 'base64')).toString() }
    : message;
