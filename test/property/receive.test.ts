import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiveBench } from '../support/receive-bench.ts';
import { shopifyRequest, signAsShopify, webhookFixture } from '../support/webhooks.ts';

const RAW = webhookFixture('shopify/orders-create.minimal.json');
const SIGNATURE = signAsShopify(RAW);

describe('receive', () => {
  it('never answers 5xx to, and never sends on, a request whose bytes or signature were changed', async () => {
    const bench = receiveBench();

    await fc.assert(
      fc.asyncProperty(changed(RAW), changed(Buffer.from(SIGNATURE)), fc.boolean(), async (raw, signature, base64) => {
        const given = signature.toString('latin1');
        fc.pre(!raw.equals(RAW) || given !== SIGNATURE);
        // Handed over as a text, bytes that are no UTF-8 come out as others.
        fc.pre(base64 || !Buffer.from(raw.toString('utf8')).equals(RAW) || given !== SIGNATURE);

        const answer = await bench.receive(
          shopifyRequest(raw, { base64, headers: { 'x-shopify-hmac-sha256': given } }),
        );

        expect([400, 401]).toContain(answer.statusCode);
        expect(bench.sent).toHaveLength(0);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('answers 202 to whatever is genuine, and sends one message for it', async () => {
    const bench = receiveBench();

    await fc.assert(
      fc.asyncProperty(fc.oneof(changed(RAW), fc.json().map(Buffer.from), changedJson), async (raw) => {
        const answer = await bench.receive(shopifyRequest(raw, { base64: true }));

        expect(answer.statusCode).toBe(202);
        expect(bench.sent.splice(0)).toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

/** Bytes with none to three changes: one altered, put in, taken out, or the rest cut off. */
function changed(bytes: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({
    kind: fc.constantFrom('alter', 'insert', 'remove', 'cut'),
    at: fc.nat({ max: bytes.length - 1 }),
    byte: fc.nat({ max: 255 }),
  });
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const list = [...bytes];
    for (const { kind, at, byte } of changes) {
      if (kind === 'alter') list[at] = byte;
      if (kind === 'insert') list.splice(at, 0, byte);
      if (kind === 'remove') list.splice(at, 1);
      if (kind === 'cut') list.splice(at);
    }
    return Buffer.from(list);
  });
}

/** An order with any JSON in place of up to five of its fields. */
const changedJson: fc.Arbitrary<Buffer> = (() => {
  const order: Record<string, unknown> = JSON.parse(webhookFixture('shopify/orders-updated.refunded.json').toString());
  const replaced = fc.dictionary(fc.constantFrom(...Object.keys(order)), fc.jsonValue(), { maxKeys: 5 });
  return replaced.map((fields) => Buffer.from(JSON.stringify({ ...order, ...fields })));
})();
