import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findMarker } from '../../../lib/deliver/marker-in-comment.ts';

const ACME = { platform: 'shopify', tenant: 'acme.myshopify.com' } as const;
const OTHER = { platform: 'shopify', tenant: 'other.myshopify.com' } as const;
const MARKER = 'prod/shopify:acme.myshopify.com/1001/storno:1/2';

it.each([
  ['alone', MARKER],
  ['above what people read', `${MARKER}\nRendelés: #1001`],
  ['among empty lines and spaces', `\r\n  ${MARKER}  \r\nRendelés: #1001`],
])('finds a whole marker %s', (_, comment) => {
  const found = findMarker(comment, 'prod', [OTHER, ACME]);

  expect(found).toStrictEqual({
    kind: 'whole',
    text: MARKER,
    marker: { stage: 'prod', ...ACME, orderId: '1001', purpose: 'storno:1', generation: 2 },
  });
});

it('finds what is left of a marker, wherever CO3 cuts the comment', () => {
  const least = 'prod/'.length;
  fc.assert(
    fc.property(fc.integer({ min: least, max: MARKER.length - 2 }), (length) => {
      const found = findMarker(MARKER.slice(0, length), 'prod', [OTHER, ACME]);

      expect(found).toStrictEqual({ kind: 'piece', text: MARKER.slice(0, length) });
    }),
  );
});

it.each([
  ['something before it', `Megjegyzés: ${MARKER}`],
  ['everything on one line', `${MARKER} Rendelés: #1001`],
  ['a line of its own above it', `Köszönjük!\n${MARKER}`],
])('finds no more than a piece in a marker with %s', (_, comment) => {
  expect(findMarker(comment, 'prod', [ACME])).toStrictEqual({ kind: 'piece', text: MARKER });
});

it.each([
  ['nothing', ''],
  ['another stage’s', MARKER.replace('prod', 'dev')],
  ['another shop’s', MARKER.replace('acme', 'third')],
  ['that of a shop on another platform', MARKER.replace('shopify', 'woocommerce')],
  ['another tool’s', 'WooCommerce #1001'],
  ['the stage as a mere word', 'prod'],
  ['a part of the stage', 'pro'],
])('finds no marker in %s', (_, comment) => {
  expect(findMarker(comment, 'prod', [OTHER, ACME])).toBeUndefined();
});
