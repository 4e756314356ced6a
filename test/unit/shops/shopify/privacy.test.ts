import { describe, expect, it } from 'vitest';
import { shopify } from '../../../../lib/shops/shopify/shopify.ts';
import { ALL_USED_TOPICS, topicsFor } from '../../../../lib/shops/shopify/topics.ts';
import { shopifyShop } from '../../../support/webhooks.ts';

const HEAD = { shop_id: 12_345_678, shop_domain: 'acme.myshopify.com' };
const ANNA = { id: 207, email: 'anna@example.hu', phone: '+36 1 555 0100' };

describe('a buyer’s wish to be forgotten', () => {
  it('is read as the ids of their orders, and nothing else of them', () => {
    const reading = read('customers/redact', { ...HEAD, customer: ANNA, orders_to_redact: [1001, '1002'] });

    expect(reading).toStrictEqual({ kind: 'redact', orders: ['1001', '1002'] });
  });

  it.each([{ orders_to_redact: [1.5] }, { orders_to_redact: [null] }, { orders_to_redact: 7 }, {}])(
    'is given to a person where %j names no orders',
    (orders) => {
      const reading = read('customers/redact', { ...HEAD, customer: ANNA, ...orders });

      expect(reading).toStrictEqual({
        ...{ kind: 'problem', problem: 'UnreadablePayload', orderId: null },
        detail: 'orders_to_redact is no list of ids',
      });
    },
  );

  it.each([{ shop_domain: 'other.myshopify.com' }, { shop_id: 7 }])(
    'of another shop (%j) is not carried out',
    (other) => {
      const reading = read('customers/redact', { ...HEAD, ...other, customer: ANNA, orders_to_redact: [1001] });

      expect(reading).toMatchObject({ kind: 'problem', problem: 'WrongShop' });
    },
  );
});

describe('a buyer’s question what is kept of them', () => {
  it('is a letter that names orders, customer and request, and no more', () => {
    const body = { ...HEAD, customer: ANNA, orders_requested: [1001, 1002], data_request: { id: 9999 } };

    expect(read('customers/data_request', body)).toStrictEqual({
      ...{ kind: 'problem', problem: 'DataRequested', orderId: null },
      detail: 'request 9999 of customer 207: the orders of the ids 1001, 1002',
    });
  });

  it('is one too where the buyer has no orders', () => {
    const reading = read('customers/data_request', { ...HEAD, orders_requested: [] });

    expect(reading).toMatchObject({ detail: 'request without an id of customer without an id: no orders' });
  });
});

it('asks for no webhooks of these topics, which Shopify sends by itself', () => {
  const all = [...ALL_USED_TOPICS, ...topicsFor(shopifyShop())];

  expect(all.filter((topic) => topic.startsWith('customers/'))).toStrictEqual([]);
  expect(all).toContain('orders/paid');
});

const read = (topic: string, body: unknown) =>
  shopify.read(Buffer.from(JSON.stringify(body)), shopifyShop(['shopId: "12345678"']), topic, 0);
