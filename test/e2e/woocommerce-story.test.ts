import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import type { Instant } from '../../lib/event/time.ts';
import { woocommerceFetch } from '../../lib/shops/woocommerce/fetch.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest, webhookFixture, webhookWith } from '../support/webhooks.ts';
import { woocommerceOrder, woocommerceRequest, woocommerceShop } from '../support/woocommerce-webhooks.ts';

const NAME = 'woocommerce/order-updated.huf.json';
const PARTIAL = { date_modified_gmt: '2026-12-03T09:00:00', refunds: [{ id: 902, total: '-2500' }] };

describe('a shop of WooCommerce', () => {
  it('is answered 200 when it switches a webhook on', async () => {
    const headers = { 'x-shopify-topic': undefined, 'x-shopify-hmac-sha256': undefined };

    const status = await world().receive(shopifyRequest(Buffer.from('webhook_id=7'), { headers }));

    expect(status).toBe(200);
  });

  it('has its order in whole forints invoiced to the forint, to the company with its tax number', async () => {
    const here = world();

    await here.receive(woocommerceRequest(webhookFixture(NAME)));
    await here.deliver();

    expect(invoicesOf(here.co3).map(({ gross }) => gross)).toStrictEqual(['6990.00']);
    expect(JSON.stringify(here.co3.accounts.get('acme')?.contacts.all())).toContain('12345676-1-42');
    expect(here.order().status).toBe('settled');
  });

  it('waits with the cash on delivery that was accepted, and goes once it is paid', async () => {
    const here = world();
    const cod = { payment_method: 'cod', date_paid_gmt: null };

    await here.receive(woocommerceRequest(webhookWith(NAME, cod)));
    await here.deliver();
    const before = [here.order().status, here.order().reason];
    const paid = { ...cod, date_paid_gmt: '2026-12-04T09:00:00', date_modified_gmt: '2026-12-04T09:00:00' };
    await here.receive(woocommerceRequest(webhookWith(NAME, { ...paid, status: 'completed' })));
    await here.deliver();

    expect(before).toStrictEqual(['waiting', 'NotPaid']);
    expect(invoicesOf(here.co3)).toHaveLength(1);
  });

  it('has its refund corrected once its rows are read, and the rest taken back with the rest of the money', async () => {
    const here = world();

    await here.receive(woocommerceRequest(webhookFixture(NAME)));
    await here.deliver();
    await here.receive(woocommerceRequest(webhookWith(NAME, PARTIAL)));
    await here.deliver();
    const [letter] = here.ledger.all('letter');
    await here.arrive({ ...(await completed()), changedAt: '2026-12-03T09:00:01.000Z' as Instant });
    await here.deliver();
    const afterRows = here.order().documents.map(({ totalMinor }) => totalMinor);
    const all = { date_modified_gmt: '2026-12-04T09:00:00', status: 'refunded', refunds: ALL_REFUNDS };
    await here.receive(woocommerceRequest(webhookWith(NAME, all)));
    await here.deliver();
    await here.pass(120_000);

    expect(letter?.letter.error.name).toBe('RefundRowsUnknown');
    expect(afterRows).toStrictEqual([699_000, -250_000]);
    expect(here.order().documents.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(0);
    expect(here.ledger.all('letter').map(({ letter: { state } }) => state)).toStrictEqual(['closed']);
  });
});

const ALL_REFUNDS = [
  { id: 902, total: '-2500' },
  { id: 903, total: '-4490' },
];

const world = () =>
  makeSimulatedWorld({
    seed: 1,
    dialect: PLAIN_DIALECT,
    shops: [woocommerceShop(['mode: on', 'payments: { barion: bankcard, cod: c.o.d. }'])],
  });

const completed = async () => {
  const fetched = await woocommerceFetch.complete(
    woocommerceOrder('order-updated.huf', PARTIAL),
    woocommerceShop(),
    { consumerKey: 'ck_1', consumerSecret: 'cs_1' },
    {
      call: async () => ({
        kind: 'answered',
        status: 200,
        body: webhookFixture('woocommerce/order-refunds.partial.json'),
        retryAfter: null,
      }),
      session: () => null,
      keep: () => undefined,
      now: () => 0,
    },
  );
  if (fetched.kind !== 'read') throw new Error(fetched.detail);
  return fetched.snapshot;
};
