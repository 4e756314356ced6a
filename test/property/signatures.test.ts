import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import '@shopify/shopify-api/adapters/web-api';
import { createSHA256HMAC } from '@shopify/shopify-api/runtime';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shopify } from '../../lib/shops/shopify/shopify.ts';
import { standard } from '../../lib/shops/standard/standard.ts';

const NOW = Date.parse('2026-12-02T10:00:00.900Z');

// The vendors' libraries take bodies as text, so that these are text too.
const body = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const flip = fc.record({ at: fc.nat(), bit: fc.nat({ max: 7 }) });

describe('Shopify’s own library and ours', () => {
  const secret = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });

  it('find genuine what the other signs', async () => {
    await fc.assert(
      fc.asyncProperty(body, secret, async (text, apiSecretKey) => {
        const theirs = { ...SHOPIFY_HEADERS, 'x-shopify-hmac-sha256': await createSHA256HMAC(apiSecretKey, text) };
        const ours = {
          ...SHOPIFY_HEADERS,
          ...shopify.sign(Buffer.from(text), apiSecretKey, 'orders/paid', NOW).headers,
        };

        expect(verdictOf(shopify, Buffer.from(text), theirs, apiSecretKey)).toBe('genuine');
        expect(await isValidForShopify(text, ours, apiSecretKey)).toBe(true);
      }),
    );
  });

  it('refuse both what has one bit flipped', async () => {
    await fc.assert(
      fc.asyncProperty(asciiBody, secret, flip, async (text, apiSecretKey, where) => {
        const { headers } = shopify.sign(Buffer.from(text), apiSecretKey, 'orders/paid', NOW);
        const changed = flipped(text, where);

        expect(verdictOf(shopify, Buffer.from(changed), headers, apiSecretKey)).toBe('forged');
        expect(await isValidForShopify(changed, { ...SHOPIFY_HEADERS, ...headers }, apiSecretKey)).toBe(false);
      }),
    );
  });
});

describe('the library of Standard Webhooks and ours', () => {
  // It asks the machine for the time.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const secret = fc
    .record({ key: fc.uint8Array({ minLength: 24, maxLength: 64 }), prefix: fc.constantFrom('whsec_', '') })
    .map(({ key, prefix }) => `${prefix}${Buffer.from(key).toString('base64')}`);
  const id = fc.stringMatching(/^[\w-]{1,40}$/);
  const secondsOff = fc.integer({ min: -400, max: 400 });

  it('find genuine what the other signs', () => {
    fc.assert(
      fc.property(body, secret, id, (text, key, msgId) => {
        const theirs = {
          'webhook-id': msgId,
          'webhook-timestamp': String(Math.floor(NOW / 1000)),
          'webhook-signature': new Webhook(key).sign(msgId, new Date(NOW), text),
        };
        const ours = standard.sign(Buffer.from(text), key, '', NOW).headers;

        expect(verdictOf(standard, Buffer.from(text), theirs, key)).toBe('genuine');
        expect(isValidForStandard(text, ours, key)).toBe(true);
      }),
    );
  });

  it('draw the line at the same second', () => {
    fc.assert(
      fc.property(body, secret, secondsOff, (text, key, off) => {
        const { headers } = standard.sign(Buffer.from(text), key, '', NOW + off * 1000);

        const isGenuine = verdictOf(standard, Buffer.from(text), headers, key) === 'genuine';

        expect(isGenuine).toBe(Math.abs(off) <= 300);
        expect(isValidForStandard(text, headers, key)).toBe(isGenuine);
      }),
    );
  });

  it('refuse both what has one bit flipped', () => {
    fc.assert(
      fc.property(asciiBody, secret, flip, (text, key, where) => {
        const { headers } = standard.sign(Buffer.from(text), key, '', NOW);
        const changed = flipped(text, where);

        expect(verdictOf(standard, Buffer.from(changed), headers, key)).toBe('forged');
        expect(isValidForStandard(changed, headers, key)).toBe(false);
      }),
    );
  });

  it('make of the specification’s own example the signature that stands there', () => {
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const request = { raw: Buffer.from('{"test": 2432232314}'), headers: new Map(Object.entries(headers)), query: {} };

    const verdict = standard.verify(request, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], 1_614_265_330_000);

    expect(verdict).toBe('genuine');
  });
});

/** Without a character of several bytes, so that a flipped bit leaves text. */
const asciiBody = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 200 });

const flipped = (text: string, { at, bit }: { readonly at: number; readonly bit: number }): string => {
  const bytes = Buffer.from(text);
  const index = at % bytes.length;
  // Seven bits: the eighth would make it no ASCII.
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (bit % 7));
  return bytes.toString();
};

const SHOPIFY_HEADERS = {
  'x-shopify-topic': 'orders/paid',
  'x-shopify-shop-domain': 'acme.myshopify.com',
  'x-shopify-api-version': '2026-04',
  'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
};

const verdictOf = (
  platform: typeof standard,
  raw: Uint8Array,
  headers: Readonly<Record<string, string>>,
  secret: string,
) => platform.verify({ raw, headers: new Map(Object.entries(headers)), query: {} }, [secret], NOW);

const isValidForShopify = async (
  rawBody: string,
  headers: Readonly<Record<string, string>>,
  apiSecretKey: string,
): Promise<boolean> => {
  const library = shopifyApi({
    apiKey: 'key',
    apiSecretKey,
    hostName: 'localhost',
    apiVersion: ApiVersion.April26,
    isEmbeddedApp: false,
    logger: { log: () => undefined },
  });
  const rawRequest = new Request('https://localhost/webhooks', { method: 'POST', headers });
  return (await library.webhooks.validate({ rawBody, rawRequest })).valid;
};

const isValidForStandard = (text: string, headers: Readonly<Record<string, string>>, secret: string): boolean => {
  try {
    new Webhook(secret).verify(text, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
};
