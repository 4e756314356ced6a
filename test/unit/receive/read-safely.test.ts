import { describe, expect, it } from 'vitest';
import { readSafely } from '../../../lib/receive/read-safely.ts';
import { shopifyShop } from '../../support/webhooks.ts';

describe('readSafely', () => {
  it('turns an exception of the reader into a problem that names only its class', () => {
    const platform = {
      read: () => {
        throw new RangeError('agnes@example.com');
      },
    };

    const reading = readSafely(platform, Buffer.from('{}'), shopifyShop(), 'orders/paid', 0);

    expect(reading).toStrictEqual({
      kind: 'problem',
      problem: 'UnreadablePayload',
      detail: 'the reader stopped with RangeError',
      orderId: null,
    });
  });
});
