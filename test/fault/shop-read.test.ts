import { describe, expect, it } from 'vitest';
import { releaseOrder, toReleasable } from '../../lib/deliver/release.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { ApiRequest } from '../../lib/shops/shop-fetch.ts';
import { type Killer, makeKiller } from '../support/killer.ts';
import { aCorrection, anOrderRecord } from '../support/ledger-records.ts';
import { aBuyer, anAccount, anOrder, aRow, aShippingRow, aShop, aWhollyRefundedOrder } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { API_KEY, fetchingPlatform, noAnswer, scriptedShopApi, told } from '../support/shop-api.ts';
import { makeWorld, START, type World, type WorldOptions } from '../support/world.ts';

const MINUTE = 60_000;

const outline = (overrides: Partial<OrderSnapshot> = {}): OrderSnapshot =>
  anOrder({ coverage: 'outline', gateways: ['it is not known'], ...overrides });

const later = (minutes: number): Instant => new Date(START + minutes * MINUTE).toISOString() as Instant;

interface Far extends Partial<WorldOptions> {
  readonly tells?: () => OrderSnapshot;
  readonly program?: Parameters<typeof scriptedShopApi>[1];
}

const aWorld = ({ tells = () => anOrder(), program, ...options }: Far = {}) => {
  const shopApi = scriptedShopApi(tells, program);
  const co3 = programmedCo3();
  const world = makeWorld({
    transport: co3.transport,
    shopHttp: shopApi.shopHttp,
    loadPlatform: fetchingPlatform,
    api: () => ({ key: API_KEY }),
    ...options,
  });
  const invoices = () => co3.calls.filter(({ method }) => method === 'setInvoice');
  return Object.assign(world, { shopApi, invoices });
};

const state = (world: World): string => `${world.order().status} ${world.order().reason}`;

const isPayment = ({ purpose }: { readonly purpose: string }): boolean => purpose.startsWith('payment');

const letters = (world: World): readonly string[] =>
  world.ledger.all('letter').map(({ letter }) => `${letter.state} ${letter.error.name}`);

describe('an order that its webhook told in part', () => {
  it.each([
    ['holds on where the shop’s API says what was corrected', 'anna.minta@example.com', true],
    ['ends where it says something else', 'anna@corrected.example', false],
  ])('has its correction, which an outline leaves alone and which %s', async (_, email, holds) => {
    const world = aWorld({ tells: () => anOrder({ buyer: aBuyer({ email }) }) });
    const { key } = anOrderRecord();
    await world.ledger.write(anOrderRecord({ corrections: [aCorrection()], status: 'waiting', dueAt: null }));
    await world.arrive(outline({ changedAt: later(1), buyer: null }));

    await world.deliver();

    expect(world.order(key).corrections.map(({ endedAt }) => endedAt === null)).toStrictEqual([holds]);
  });

  it('without anything to ask the shop with, loses a correction of what the outline tells otherwise', async () => {
    const world = aWorld({ api: () => undefined });
    await world.ledger.write(anOrderRecord({ corrections: [aCorrection()], status: 'waiting', dueAt: null }));
    await world.arrive(outline({ changedAt: later(1), buyer: aBuyer({ email: 'anna@corrected.example' }) }));

    await world.deliver();

    expect(world.order().corrections.map(({ endedAt }) => endedAt === null)).toStrictEqual([false]);
  });

  it('is read from the shop before its invoice, in one go', async () => {
    const world = aWorld();
    await world.arrive(outline());

    await world.deliver();

    expect([state(world), world.order().snapshot.coverage, world.invoices().length]).toStrictEqual([
      'settled Invoiced',
      'whole',
      1,
    ]);
    expect(world.shopApi.calls.map(({ path }) => path)).toStrictEqual(['/login', '/orders/1001']);
  });

  it.each(['shadow', 'supervised'] as const)('is read also where the shop is in %s', async (mode) => {
    const world = aWorld({ shops: [aShop({ mode })] });
    await world.arrive(outline());

    await world.deliver();

    expect([world.order().snapshot.coverage, world.invoices().length]).toStrictEqual(['whole', 0]);
  });

  it.each([
    ['a test', outline({ test: true })],
    ['older than invoiceFrom', outline({ createdAt: '2026-11-01T00:00:00.000Z' as Instant })],
  ])('is not asked for where it is %s', async (_, snapshot) => {
    const world = aWorld();
    await world.arrive(snapshot);

    await world.deliver();

    expect([world.order().status, world.shopApi.calls]).toStrictEqual(['settled', []]);
  });

  it('changes nothing and asks nothing when its webhook comes once more', async () => {
    const world = aWorld();
    await world.arrive(outline());
    await world.deliver();
    const before = world.order();
    await world.arrive(outline());

    await world.deliver();

    expect(world.order()).toStrictEqual(before);
    expect(world.shopApi.calls).toHaveLength(2);
  });

  it('is asked for again when its webhook comes with a later time, and owes nothing more', async () => {
    const world = aWorld();
    await world.arrive(outline());
    await world.deliver();
    await world.arrive(outline({ changedAt: later(5) }));

    await world.deliver();

    expect([state(world), world.invoices().length, world.order().snapshot.changedAt]).toStrictEqual([
      'settled Invoiced',
      1,
      later(5),
    ]);
    expect(world.shopApi.calls.map(({ path }) => path)).toStrictEqual(['/login', '/orders/1001', '/orders/1001']);
  });

  it('is asked for again after a change although the shop’s clock is ahead of ours', async () => {
    let told: Partial<OrderSnapshot> = { changedAt: later(10) };
    const world = aWorld({ tells: () => anOrder(told) });
    await world.arrive(outline());
    await world.deliver();
    told = aWhollyRefundedOrder({ changedAt: later(11) });
    await world.arrive(outline({ changedAt: later(1) }));

    await world.deliver();
    await world.pass(2 * MINUTE);

    expect([state(world), world.order().snapshot.changedAt, world.invoices().length]).toStrictEqual([
      'settled Cancelled',
      later(11),
      2,
    ]);
  });

  it('becomes the letter of what the shop told, not of what the webhook did', async () => {
    const world = aWorld({ tells: () => anOrder({ totalMinor: 1 }) });
    await world.arrive(outline());

    await world.deliver();

    expect(letters(world)).toStrictEqual(['parked TotalsMismatch']);
  });

  it('is invoiced by the newer snapshot that came during the call', async () => {
    const twoMugsMore = {
      rows: [
        aRow({ quantity: '4', currentQuantity: '4', netMinor: 800_000, taxMinor: 216_000, grossMinor: 1_016_000 }),
        aShippingRow(),
      ],
      totalMinor: 1_143_000,
      changedAt: later(-1),
    };
    const world = aWorld({
      around: async (port, effect) => {
        const result = await effect();
        if (port === 'shop' && world.shopApi.calls.length === 2) {
          await world.arrive(anOrder(twoMugsMore));
          await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + 60_000 });
        }
        return result;
      },
    });
    await world.arrive(outline());

    await world.deliver();
    await world.pass(2 * MINUTE);

    expect([state(world), world.order().snapshot.totalMinor, world.invoices().length]).toStrictEqual([
      'settled Invoiced',
      1_143_000,
      1,
    ]);
  });
});

describe('without credentials', () => {
  const api = () => undefined;

  it('an outline goes as it is', async () => {
    const world = aWorld({ api });
    await world.arrive(outline({ gateways: ['shopify_payments'] }));

    await world.deliver();

    expect([state(world), world.shopApi.calls]).toStrictEqual(['settled Invoiced', []]);
  });

  it('an outline that differs in nothing but its time is no news', async () => {
    const world = aWorld({ api });
    await world.arrive(outline({ gateways: ['shopify_payments'] }));
    await world.deliver();
    const before = world.order();
    await world.arrive(outline({ gateways: ['shopify_payments'], changedAt: later(5) }));

    await world.deliver();

    expect(world.order()).toStrictEqual(before);
  });

  it('a hint waits for a person in a shop that is on, and books no payment', async () => {
    const world = aWorld({ api, shops: [aShop({ mode: 'on', bookPayments: { bankcard: 'paid' } })] });
    await world.arrive(anOrder({ coverage: 'hint' }));

    await world.deliver();

    expect([state(world), world.invoices().length]).toStrictEqual(['release WaitsForRelease', 0]);
  });

  it.each([
    ['a hint books no payment', 'hint', false],
    ['an outline books one', 'outline', true],
  ] as const)('once a person has let it go, %s', async (_, coverage, isBooked) => {
    const shop = aShop({ mode: 'supervised', bookPayments: { bankcard: 'paid' } });
    const world = aWorld({ api, shops: [shop] });
    await world.arrive(anOrder({ coverage }));
    await world.deliver();
    const plan = toReleasable(world.order(), shop, anAccount(), world.clock.now());
    const digest = plan.ok ? plan.value.digest : plan.problem.text;

    const released = await releaseOrder(world.deps, world.order().key, digest, world.clock.now());
    await world.pass(5 * MINUTE);

    const isTried = world.order().reason === 'PaymentOwed' || world.order().steps.some(isPayment);
    expect([released.ok, isTried, world.invoices().length]).toStrictEqual([true, isBooked, 1]);
  });

  it('a redrive asks once credentials have come', async () => {
    let key: string | undefined;
    const world = aWorld({
      api: () => (key === undefined ? undefined : { key }),
    });
    await world.arrive(outline());
    await world.deliver();
    expect(letters(world)).toStrictEqual(['parked UnmappedPayment']);
    key = API_KEY;
    const [letter] = world.ledger.all('letter');

    await world.deps.events.send(JSON.parse(JSON.stringify({ ...letter?.letter })));
    await world.deliver();

    expect(state(world)).toBe('settled Invoiced');
  });
});

describe('an order that the shop does not tell', () => {
  it.each([
    ['does not know it', () => told('', 404), 'it does not know the order'],
    ['answers with another', () => told(anOrder({ orderId: '2' })), 'the shop answered with another order'],
    [
      'answers with what no key of the ledger can hold',
      () => told(anOrder({ number: '7'.repeat(3_000) })),
      'the shop’s answer is no order: number: Too big: expected string to have <=200 characters',
    ],
    ['answers in part', () => told(outline()), 'the shop’s answer was not read whole'],
    [
      'answers with what the reader breaks on',
      () => ({ ...told(''), body: Buffer.from('<') }),
      'the reader of the shop’s answer stopped with SyntaxError',
    ],
  ] as const)('is one letter where it %s', async (_, answer, detail) => {
    const world = aWorld({ program: (path) => (path === '/login' ? undefined : answer()) });
    await world.arrive(outline());

    await world.deliver();
    await world.pass(30 * MINUTE);

    expect(world.ledger.all('letter').map(({ letter }) => [letter.error.name, letter.error.text])).toStrictEqual([
      ['ShopOrderUnreadable', `The order could not be read from the shop: ${detail}.`],
    ]);
    expect([state(world), world.alarms, world.shopApi.calls.length]).toStrictEqual([
      'letter ShopOrderUnreadable',
      [],
      2,
    ]);
  });

  it('is asked for again by a redrive, and its letter closes', async () => {
    let isGone = true;
    const world = aWorld({ program: (path) => (isGone && path !== '/login' ? told('', 404) : undefined) });
    await world.arrive(outline());
    await world.deliver();
    isGone = false;
    const [letter] = world.ledger.all('letter');

    await world.deps.events.send(JSON.parse(JSON.stringify({ ...letter?.letter })));
    await world.deliver();
    await world.pass(2 * MINUTE);

    expect([state(world), letters(world)]).toStrictEqual(['settled Invoiced', ['closed ShopOrderUnreadable']]);
  });

  it('leaves one letter however often a redrive finds it so', async () => {
    const world = aWorld({ program: (path) => (path === '/login' ? undefined : told('', 404)) });
    await world.arrive(outline());
    await world.deliver();
    const [letter] = world.ledger.all('letter');

    await world.deps.events.send(JSON.parse(JSON.stringify({ ...letter?.letter })));
    await world.deliver();

    expect([letters(world), world.shopApi.calls.length]).toStrictEqual([['parked ShopOrderUnreadable'], 3]);
  });
});

describe('a shop that is not read', () => {
  const refusing = (path: string) => (path === '/login' ? told('', 401) : undefined);

  it('makes no letter and one alarm, is tried after 1, 2, 4, 8, 15 and 15 minutes, and heals', async () => {
    let isWrong = true;
    let asked = '';
    const world = aWorld({
      tells: () => anOrder({ orderId: asked, number: asked }),
      program: (path) => {
        asked = path.slice('/orders/'.length);
        return isWrong ? refusing(path) : undefined;
      },
    });
    for (const orderId of ['1', '2', '3']) await world.arrive(outline({ orderId, number: orderId }));
    await world.deliver();
    await world.pass(46 * MINUTE);

    expect([letters(world), world.alarms, state(world)]).toStrictEqual([[], ['ShopNotRead'], 'due ShopNotRead']);
    expect(world.shopApi.calls.map(({ at }) => Math.round((at - START) / MINUTE))).toStrictEqual([
      0, 1, 3, 7, 15, 30, 45,
    ]);

    isWrong = false;
    await world.pass(16 * MINUTE);
    expect(world.ledger.all('order').map(({ reason }) => reason)).toStrictEqual(['Invoiced', 'Invoiced', 'Invoiced']);
  });

  it('goes on by itself once its API answers again', async () => {
    let isDown = true;
    const world = aWorld({ program: () => (isDown ? noAnswer : undefined) });
    await world.arrive(outline());
    await world.deliver();
    isDown = false;

    await world.pass(2 * MINUTE);

    expect([state(world), world.order().tries, world.ledger.all('shop')[0]?.pause]).toStrictEqual([
      'settled Invoiced',
      0,
      null,
    ]);
  });

  it('is left alone as long as its API asks for', async () => {
    const until = START + 30 * MINUTE;
    const world = aWorld({
      program: (_, request: ApiRequest) =>
        world.clock.now() < until && request.method === 'GET' ? told('', 429, String(until)) : undefined,
    });
    await world.arrive(outline());
    await world.deliver();

    await world.pass(29 * MINUTE);
    const during = [state(world), world.shopApi.calls.length];
    await world.pass(2 * MINUTE);

    expect([during, state(world)]).toStrictEqual([['due ShopNotRead', 2], 'settled Invoiced']);
  });

  it('holds neither its orders that are whole nor other shops', async () => {
    const other = aShop({ id: 'other-shop', tenant: 'other.myshopify.com' });
    const world = aWorld({ program: refusing, shops: [aShop(), other] });
    await world.arrive(outline());
    await world.arrive(anOrder({ orderId: '2' }));
    await world.arrive(anOrder({ orderId: '3', tenant: 'other.myshopify.com' }), 'other-shop');

    await world.deliver();

    expect(world.ledger.all('order').map(({ reason }) => reason)).toStrictEqual([
      'ShopNotRead',
      'Invoiced',
      'Invoiced',
    ]);
  });

  it('takes credentials that were changed at once, and asks with refused ones only once', async () => {
    const world = aWorld({
      api: (how) => ({ key: how === 'cached' ? 'old' : API_KEY }),
      program: (path, { headers }) => (path === '/login' && headers['x-key'] === 'old' ? told('', 401) : undefined),
    });
    await world.arrive(outline());

    await world.deliver();

    expect([state(world), world.shopApi.calls.map(({ path }) => path)]).toStrictEqual([
      'settled Invoiced',
      ['/login', '/login', '/orders/1001'],
    ]);
  });

  it('is not asked with credentials of a wrong form', async () => {
    const world = aWorld({ api: () => ({ kee: 'hush' }) });
    await world.arrive(outline());

    await world.deliver();

    expect([state(world), world.alarms, world.shopApi.calls]).toStrictEqual(['due ShopNotRead', ['ShopNotRead'], []]);
    expect(world.ledger.all('shop')[0]?.pause?.detail).toBe('the shop’s secret has no valid api.key, api');
  });

  it('is asked later where its secret cannot be read', async () => {
    const world = aWorld({
      around: (port, effect) => (port === 'secrets.read' ? Promise.reject(new Error('throttled')) : effect()),
    });
    await world.arrive(outline());

    await world.deliver();

    expect([state(world), world.ledger.all('shop')[0]?.pause?.detail]).toStrictEqual([
      'due ShopNotRead',
      'the shop’s secret could not be read',
    ]);
  });

  it('is not called with less time left than a call may take', async () => {
    const world = aWorld();
    await world.arrive(outline());

    await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + 25_500 });

    expect([world.shopApi.calls.length, world.order().status, world.ledger.all('shop')[0]?.pause]).toStrictEqual([
      1,
      'due',
      null,
    ]);
    await world.deliver();
    expect([state(world), world.alarms]).toStrictEqual(['settled Invoiced', []]);
  });

  it('is called no faster than its platform allows, also by the next worker', async () => {
    const world = aWorld();
    await world.arrive(outline());
    await world.deliver();
    await world.arrive(outline({ orderId: '2', number: '2' }));
    await world.deliver();

    const calls = world.shopApi.calls.map(({ at }) => at);

    const gaps = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
    expect(gaps.every((gap) => gap >= 1_000)).toBe(true);
    expect(gaps).toHaveLength(2);
  });
});

it('writes neither key nor token into a log or a letter', async () => {
  const world = aWorld({ program: (path) => (path === '/login' ? undefined : told('', 404)) });
  await world.arrive(outline());

  await world.deliver();

  const written = JSON.stringify([world.logged, world.ledger.all('letter'), world.deadLetters.bodies()]);
  expect([written.includes(API_KEY), written.includes('token-1')]).toStrictEqual([false, false]);
  expect(world.ledger.all('shop')[0]?.session?.token).toBe('token-1');
});

describe('the death of a worker', () => {
  const MOMENTS = Array.from({ length: 120 }, (_, index) => ({
    at: 1 + Math.floor(index / 2),
    when: index % 2 === 0 ? ('before' as const) : ('after' as const),
  }));

  const dieAt = async (world: World, killer: Killer, at: number, when: 'before' | 'after'): Promise<boolean> => {
    killer.arm((_port, _given, count) => count === at, when);
    const end = await Promise.race([world.deliver().then(() => 'ended'), killer.killed()]);
    killer.disarm();
    return end === 'killed';
  };

  it('leaves one invoice of what the shop told, wherever it happens', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const world = aWorld({ around: killer.around });
      await world.arrive(outline());
      if (!(await dieAt(world, killer, at, when))) break;
      reached += 1;

      await world.pass(20 * MINUTE);

      const { status, snapshot } = world.order();
      const isSent = world.invoices().length;
      // Written as sent and never heard of: CO3 is searched for it, and nothing is sent a second time.
      const rest = status === 'settled' || status === 'letter' ? 'at rest' : status;
      expect({ at, when, rest, coverage: snapshot.coverage, twice: isSent > 1 }).toStrictEqual({
        at,
        when,
        rest: 'at rest',
        coverage: 'whole',
        twice: false,
      });
    }
    expect(reached).toBeGreaterThan(25);
  });

  it('leaves one letter of an order that is not told, wherever it happens', async () => {
    let reached = 0;
    for (const { at, when } of MOMENTS) {
      const killer = makeKiller();
      const program = (path: string) => (path === '/login' ? undefined : told('', 404));
      const world = aWorld({ around: killer.around, program });
      await world.arrive(outline());
      if (!(await dieAt(world, killer, at, when))) break;
      reached += 1;

      await world.pass(20 * MINUTE);

      expect({ at, when, letters: letters(world) }).toStrictEqual({
        at,
        when,
        letters: ['parked ShopOrderUnreadable'],
      });
    }
    expect(reached).toBeGreaterThan(20);
  });
});
