import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMarker, toMarker } from '../../../lib/deliver/marker.ts';

it('names stage, shop, order, purpose and generation', () => {
  const order = { platform: 'shopify', tenant: 'acme.myshopify.com', orderId: '1001' } as const;

  const marker = toMarker('prod', order, 'storno:2', 3);

  expect(marker).toBe('prod/shopify:acme.myshopify.com/1001/storno:2/3');
});

it('is read back into its parts', () => {
  fc.assert(
    fc.property(part(), tenant(), part(), purpose(), generation(), (stage, shop, orderId, of, number) => {
      const order = { platform: 'shopify', tenant: shop, orderId } as const;

      const parsed = parseMarker(toMarker(stage, order, of, number));

      expect(parsed).toStrictEqual({ stage, ...order, purpose: of, generation: number });
    }),
  );
});

it('is read out of nothing but the very text of a marker', () => {
  fc.assert(
    fc.property(nearMarker(), (text) => {
      const parsed = parseMarker(text);

      const again = parsed && toMarker(parsed.stage, parsed, parsed.purpose, parsed.generation);
      expect([undefined, text]).toContain(again);
    }),
  );
});

it.each([
  ['a beginning', 'prod/shopify:acme.myshopify.com/1001/invoice'],
  ['a beginning of an order’s number', 'prod/shopify:acme.myshopify.com/10'],
  ['a marker with more behind it', 'prod/shopify:acme.myshopify.com/1001/invoice/1 Rendelés: #1001'],
  ['generation 0', 'prod/shopify:acme.myshopify.com/1001/invoice/0'],
  ['two lines', 'prod/shopify:acme.myshopify.com/1001/invoice/1\n'],
])('is not %s', (_, text) => {
  expect(parseMarker(text)).toBeUndefined();
});

const part = (): fc.Arbitrary<string> => fc.stringMatching(/^[\w.#-]{1,12}$/);
// A shop may live in a folder of its domain.
const tenant = (): fc.Arbitrary<string> => fc.stringMatching(/^[\w.-]{1,12}(\/[\w.-]{1,6})?$/);
const purpose = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant('invoice'),
    fc
      .tuple(fc.constantFrom('correction', 'storno', 'payment'), generation())
      .map(([kind, number]) => `${kind}:${number}`),
  );
const generation = (): fc.Arbitrary<number> => fc.integer({ min: 1, max: 999_999_999 });
const nearMarker = (): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: 50 }), fc.nat({ max: 2 }), fc.constantFrom('', '/', ':', '0', '1', 'x', ' ', '\n', 'ő'))
    .map(([at, taken, put]) => {
      const characters = [...'prod/shopify:acme.myshopify.com/1001/storno:2/13'];
      characters.splice(at, taken, put);
      return characters.join('');
    });
