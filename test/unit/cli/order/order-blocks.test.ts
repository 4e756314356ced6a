import { expect, it } from 'vitest';
import type { OrderRecord } from '../../../../lib/deliver/records.ts';
import type { ShopPause } from '../../../../lib/deliver/shop/shop-record.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aLiveDocument, anOrderRecord, aShopRecord, aStep } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { aLook, anUnknownStep, aPaymentStep } from '../../../support/undecided.ts';
import { makeWorld } from '../../../support/world.ts';

it('shows what a correction corrects, and what was booked of a document', async () => {
  const stdout = await shown({
    documents: [
      aLiveDocument({ paidMinor: 381_000 }),
      aLiveDocument({ id: '43', purpose: 'correction:1', corrects: '42', totalMinor: -254_000, marker: 'test/2' }),
    ],
  });

  expect(stdout).toMatch(
    /invoice +42 +6350\.00 HUF +3810\.00 HUF +test\/shopify:acme\.myshopify\.com\/1001\/invoice\/1\n/,
  );
  expect(stdout).toMatch(/correction:1 +43 +-2540\.00 HUF +— +test\/2\n +corrects the id 42\n/);
});

it('shows a sum of CO3’s that differs, and one that a person has accepted', async () => {
  const stdout = await shown({
    documents: [
      aLiveDocument({ shownMinor: 635_100 }),
      aLiveDocument({ id: null, acceptedMinor: 635_200, marker: 'test/2' }),
    ],
  });

  expect(stdout).toMatch(/42 +6350\.00 HUF .*\n +CO3 shows 6351\.00 HUF\n/);
  expect(stdout).toMatch(/not told +6350\.00 HUF .*\n +accepted 6352\.00 HUF\n/);
});

it('shows how far the search for a step has come, and why it was not adopted', async () => {
  const stdout = await shown({ steps: [anUnknownStep({ look: aLook({ refusal: 'It is in EUR.' }) })] });

  expect(stdout).toMatch(
    /invoice +OUTCOME UNKNOWN .*\n +searched 3 times in vain, next 2026-12-02 10:40 UTC, until 2026-12-03 09:30 UTC\n +It is in EUR\.\n/,
  );
});

it('shows for what CO3 is watched that was written off, and what turned up', async () => {
  const stdout = await shown({
    steps: [
      anUnknownStep({ state: 'written-off' }),
      aStep({ generation: 2, state: 'done', id: '44', doubles: ['43', '45'], marker: 'test/2' }),
    ],
  });

  expect(stdout).toMatch(/written off by a person .*\n +searched 3 times in vain, next/);
  expect(stdout).toMatch(/done +6350\.00 HUF +44 +test\/2\n +doubled by 43, 45\n/);
});

it('shows on which invoice a payment was booked', async () => {
  const stdout = await shown({ steps: [aPaymentStep({ look: null })] });

  expect(stdout).toMatch(/payment:1 +OUTCOME UNKNOWN +6350\.00 HUF +— .*\n +on the id 42\n/);
});

it.each([
  ['DocumentOwed', 'its next document is to be sent'],
  ['PaymentOwed', 'a payment is to be booked next'],
  ['OutcomeUnknown', 'whether it did what it was asked for is not known'],
  ['LooksForDocument', 'CO3 took its invoice without telling the id'],
  ['Cancelled', 'it is cancelled or wholly refunded, and nothing stands in CO3'],
])('says %s in plain words', async (reason, words) => {
  expect(await shown({ reason })).toContain(words);
});

it.each([
  ['as its webhook tells it', { snapshot: anOrder() }, []],
  ['as its shop tells it', { snapshot: anOrder(), asked: 'digest-1' }, ['by the shop’s own API']],
  [
    'in part, before the shop is asked',
    { snapshot: anOrder({ coverage: 'without-refund-rows' }) },
    ['without the rows of its refunds; the shop’s own API has not been asked yet'],
  ],
  [
    'in part, where the shop cannot be asked',
    { snapshot: anOrder({ coverage: 'hint' }), asked: 'digest-1' },
    ['by a webhook that nobody vouches for; the shop’s own API could not be asked'],
  ],
])('says who has told an order %s', async (_, order, told) => {
  const stdout = await shown(order);

  expect([...stdout.matchAll(/^ *told +(.+)$/gm)].map(([, text]) => text)).toStrictEqual(told);
});

it('says why a shop’s API is left alone, and until when', async () => {
  const since = Date.parse('2026-12-02T10:00:00Z');
  const pause = {
    reason: 'refused',
    detail: 'it does not take the key',
    since,
    until: since + 60_000,
    probes: 0,
  } as const;

  const stdout = await shown({ snapshot: anOrder({ coverage: 'outline' }), reason: 'ShopNotRead' }, pause);

  expect(stdout).toContain('the shop’s own API does not answer');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'it does not take the key (since 2026-12-02 10:00 UTC, tried again 2026-12-02 10:01 UTC)',
  );
});

const shown = async (order: Partial<OrderRecord>, pause: ShopPause | null = null): Promise<string> => {
  const world = makeWorld({ transport: programmedCo3().transport });
  await world.ledger.write(anOrderRecord({ status: 'due', ...order }));
  await world.ledger.write(aShopRecord({ pause }));
  return (await makeCliBench(world).bridge('order', 'acme-shop', '1001')).stdout;
};
