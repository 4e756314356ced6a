import { describe, expect, it } from 'vitest';
import { discardLetter } from '../../lib/dead-letters/discard.ts';
import { digestOf } from '../../lib/event/digest.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { Instant } from '../../lib/event/time.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import { at, edited, redrive, standing, take, worldOf } from '../support/delivery-stories.ts';
import { aLevel, aProduct, aVariant } from '../support/goods.ts';
import { callsOf, makeGoodsWorld, openLetters, stockOf } from '../support/goods-world.ts';
import { makeKiller } from '../support/killer.ts';
import { aBuyer, anOrder, aPartlyRefundedOrder, aShop, aWhollyRefundedOrder } from '../support/orders.ts';
import type { SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RESTS = { order: 'settled SettledByHand', letters: [], sent: [] };

describe('an order that was never invoiced and whose letter a person has discarded', () => {
  it('rests, whatever ticks, repeats and news of its payment or its way come', async () => {
    const world = await refusedWorld();

    await discard(world);
    await take(world, refused());
    await world.pass(DAY);
    await take(world, refused({ changedAt: at(40), fulfilledAt: at(40), gateways: ['manual'] }));
    await take(world, refused({ changedAt: at(41), fulfilledAt: at(40), paid: false }));
    await take(world, refused({ changedAt: at(42), fulfilledAt: at(40) }));
    await world.pass(DAY);

    expect(standing(world)).toStrictEqual(RESTS);
    expect(world.order()).toMatchObject({ dueAt: null, closing: [] });
    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['closed']);
    expect(world.deadLetters.bodies()).toStrictEqual([]);
  });

  it('rests where the settings, or CO3, would let it go since', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 304, method: 'setInvoice' });
    await take(world, anOrder());
    await discard(world);
    (world.deps.settings.shops as Map<string, ShopSettings>).set('acme-shop', aShop({ paymentDays: 9 }));

    await take(world, anOrder({ changedAt: at(40), fulfilledAt: at(40) }));
    await world.pass(DAY);

    expect(standing(world)).toStrictEqual(RESTS);
  });

  it('rests after its worker died five times', async () => {
    const world = worldOf();
    await take(world, refused());
    const order = world.order();
    await world.ledger.write({ ...order, version: order.version + 1, status: 'due', dueAt: 1, starts: 5 });
    await world.pass(MINUTE);
    const before = standing(world).letters;

    await discard(world);
    await world.pass(DAY);

    expect(before).toStrictEqual(['WorkerCrashed parked']);
    expect(standing(world)).toStrictEqual(RESTS);
  });

  it.each([
    ['corrected', anOrder({ changedAt: at(40) })],
    ['refunded in part', aPartlyRefundedOrder({ changedAt: at(40) })],
    ['cancelled', aWhollyRefundedOrder({ changedAt: at(40), cancelledAt: at(40), buyer: aBuyer({ email: 'x' }) })],
  ])('is told of when it is %s, and nothing is sent for it', async (_, changed) => {
    const world = await refusedWorld();
    await discard(world);

    await take(world, changed);
    await world.pass(DAY);

    expect(standing(world)).toStrictEqual({
      order: 'letter ChangedAfterDiscard',
      letters: ['ChangedAfterDiscard parked'],
      sent: [],
    });
  });

  it('has a letter of another cause when a change of it brings one', async () => {
    const world = await refusedWorld();
    await discard(world);

    await take(world, refused({ changedAt: at(40), gateways: ['barter'], buyer: aBuyer() }));
    await world.pass(MINUTE);

    expect(standing(world)).toMatchObject({ letters: ['UnmappedPayment parked'], sent: [] });
  });

  it('is invoiced as it stands when the letter of its change is redriven', async () => {
    const world = await refusedWorld();
    await discard(world);
    await take(world, aPartlyRefundedOrder({ changedAt: at(40) }));

    await redrive(world);
    await take(world, aWhollyRefundedOrder({ changedAt: at(50) }));
    await world.pass(DAY);

    expect(standing(world)).toMatchObject({ letters: [], order: 'settled Cancelled' });
    expect(standing(world).sent.map((line) => line.split(' ')[0])).toStrictEqual(['invoice/1', 'storno:1/1']);
  });

  it('has another letter with each further change', async () => {
    const world = await refusedWorld();
    await discard(world);
    await take(world, aPartlyRefundedOrder({ changedAt: at(40) }));
    const first = world.order().letter?.id ?? '';

    await take(world, anOrder({ changedAt: at(50) }));
    await world.pass(5 * MINUTE);

    expect((await world.ledger.read('letter', first))?.letter.state).toBe('closed');
    expect(standing(world).letters).toStrictEqual(['ChangedAfterDiscard parked']);
  });

  it('rests with its change when that is discarded too', async () => {
    const world = await refusedWorld();
    await discard(world);
    await take(world, aPartlyRefundedOrder({ changedAt: at(40) }));

    await discard(world);
    await take(world, aPartlyRefundedOrder({ changedAt: at(50), fulfilledAt: at(50) }));
    await world.pass(DAY);

    expect(standing(world)).toStrictEqual(RESTS);
  });

  it('goes when the discard is taken back and its cause is mended', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 304, method: 'setInvoice' });
    await take(world, anOrder());
    const id = await discard(world);
    await world.pass(DAY);

    const taken = await redrive(world, id);
    await world.pass(5 * MINUTE);

    expect(taken.ok).toBe(true);
    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
    expect(actionsOf(world)).toStrictEqual(['parked', 'discarded', 'closed', 'redriven', 'closed']);
  });

  it.each([0, 1, DAY])(
    'has its letter open again when the discard is taken back after %i ms and nothing is mended',
    async (ms) => {
      const world = await refusedWorld();
      const id = await discard(world);
      await world.pass(ms);

      await redrive(world, id);
      await world.pass(65 * MINUTE);

      expect(standing(world)).toStrictEqual({
        order: 'letter InvalidEmail',
        letters: ['InvalidEmail parked'],
        sent: [],
      });
      expect(world.deadLetters.bodies()).toHaveLength(1);
    },
  );

  it('waits for its release in a supervised shop when it has changed', async () => {
    const world = worldOf({ mode: 'supervised' });
    await take(world, anOrder({ gateways: ['barter'] }));
    await discard(world);

    await take(world, aPartlyRefundedOrder({ changedAt: at(40) }));
    await world.pass(DAY);

    expect(standing(world)).toStrictEqual({ order: 'release WaitsForRelease', letters: [], sent: [] });
  });
});

describe('an order that is invoiced and whose letter a person has discarded', () => {
  const moved = (minute: number, city: string): OrderSnapshot =>
    anOrder({ changedAt: at(minute), buyer: aBuyer({ address: { street: 'Fő utca 1.', city, zip: '1011' } }) });
  const takenBack = (minute: number): OrderSnapshot => anOrder({ changedAt: at(minute) });

  it.each<[string, Partial<ShopSettings>, readonly OrderSnapshot[]]>([
    ['ChangedAfterInvoice', {}, [moved(20, 'Győr')]],
    ['CorrectionNeeded', { edits: 'letter' }, [edited()]],
    ['OwedAgain', {}, [aPartlyRefundedOrder({ changedAt: at(15) }), takenBack(20)]],
  ])('%s rests with its documents', async (name, shop, changes) => {
    const world = worldOf(shop);
    for (const snapshot of [anOrder(), ...changes]) await take(world, snapshot);
    const before = standing(world);

    await discard(world);
    await take(world, { ...(changes.at(-1) ?? anOrder()), changedAt: at(50), fulfilledAt: at(50) });
    await world.pass(DAY);

    expect(before.letters).toStrictEqual([`${name} parked`]);
    expect(standing(world)).toStrictEqual({ ...RESTS, sent: before.sent });
  });

  it('ChangedAfterInvoice has its letter again with the next change of the buyer', async () => {
    const world = worldOf();
    await take(world, anOrder());
    await take(world, moved(20, 'Győr'));
    await discard(world);

    await take(world, moved(40, 'Pécs'));
    await world.pass(65 * MINUTE);

    expect(standing(world)).toMatchObject({ letters: ['ChangedAfterInvoice parked'], sent: ['invoice/1 6350.00'] });
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('ChangedAfterInvoice is corrected by the difference when it is refunded', async () => {
    const world = worldOf();
    await take(world, anOrder());
    await take(world, moved(20, 'Győr'));
    await discard(world);

    await take(world, aPartlyRefundedOrder({ changedAt: at(40), buyer: moved(20, 'Győr').buyer }));
    await world.pass(5 * MINUTE);

    const [invoice, ...later] = standing(world).sent;
    expect(invoice).toBe('invoice/1 6350.00');
    expect(later.map((line) => line.split(' ')[0])).toStrictEqual(['correction:1/1']);
  });

  it('CorrectionNeeded has its letter again with the next edit, and a storno when nothing is owed', async () => {
    const world = worldOf({ edits: 'letter' });
    await take(world, anOrder());
    await take(world, edited());
    await discard(world);

    await take(world, { ...edited(), changedAt: at(40), currentTotalMinor: 254_000, rows: onlyOneMug() });
    const again = standing(world).letters;
    await take(world, aWhollyRefundedOrder({ changedAt: at(50), cancelledAt: at(50) }));
    await world.pass(5 * MINUTE);

    expect(again).toStrictEqual(['CorrectionNeeded parked']);
    expect(standing(world)).toMatchObject({ letters: [], sent: ['invoice/1 6350.00', 'storno:1/1 -6350.00'] });
  });

  it('OwedAgain has its letter again when something else is taken back', async () => {
    const world = worldOf();
    await take(world, anOrder());
    await take(world, aPartlyRefundedOrder({ changedAt: at(15) }));
    await take(world, takenBack(20));
    await discard(world);

    await take(world, { ...takenBack(40), buyer: aBuyer({ email: 'other@example.hu' }) });
    await world.pass(5 * MINUTE);

    expect(standing(world).letters).toStrictEqual(['OwedAgain parked']);
    expect(standing(world).sent).toHaveLength(2);
  });

  function onlyOneMug() {
    return edited().rows.map((row) => (row.kind === 'shipping' ? { ...row, currentQuantity: '0' } : row));
  }
});

describe('a product or a level whose letter a person has discarded', () => {
  it('rests as long as its cause is the same, and goes by itself when that is gone', async () => {
    const world = makeGoodsWorld();
    const twice = aProduct({ variants: [aVariant(), aVariant({ itemId: '9002', name: 'Bögre, piros' })] });
    await world.arrive(twice);
    await world.deliver();
    const before = openLetters(world);

    await discard(world);
    await world.arrive({ ...twice, changedAt: '2026-12-02T11:00:00.000Z' as Instant, description: 'Más.' });
    await world.arrive(aLevel());
    await world.pass(DAY);
    const meanwhile = { letters: openLetters(world), calls: callsOf(world) };
    await world.arrive(aProduct({ changedAt: '2026-12-03T11:00:00.000Z' as Instant }));
    await world.pass(5 * MINUTE);

    expect(before).toStrictEqual(['SkuNotUnique product MUG-9']);
    expect(meanwhile).toStrictEqual({ letters: [], calls: [] });
    expect([openLetters(world), stockOf(world, 'MUG-9')]).toStrictEqual([[], ['12']]);
  });

  it('that CO3 refused is not sent again unless it changes', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'refuse', code: 405, method: 'setProduct', times: null });
    await world.arrive(aProduct());
    await world.deliver();
    await discard(world);
    const calls = callsOf(world).length;

    await world.arrive(aProduct({ changedAt: '2026-12-02T11:00:00.000Z' as Instant }));
    await world.arrive(aLevel());
    await world.pass(DAY);
    const meanwhile = { letters: openLetters(world), calls: callsOf(world).slice(calls) };
    await world.arrive(
      aProduct({ changedAt: '2026-12-03T11:00:00.000Z' as Instant, variants: [aVariant({ price: '2990.00' })] }),
    );
    await world.pass(5 * MINUTE);

    expect(meanwhile).toStrictEqual({ letters: [], calls: [] });
    expect(openLetters(world)).toStrictEqual(['UnknownPartProduct product MUG-9']);
  });

  it('whose item no product tells of is not asked about with each of its levels', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aLevel());
    await world.pass(5 * MINUTE);
    const before = openLetters(world);
    await discard(world);

    await world.arrive(aLevel({ changedAt: '2026-12-02T11:00:00.000Z' as Instant, quantity: '9' }));
    await world.pass(DAY);
    const meanwhile = openLetters(world);
    await world.arrive(aProduct({ changedAt: '2026-12-03T11:00:00.000Z' as Instant }));
    await world.pass(5 * MINUTE);

    expect(before).toHaveLength(1);
    expect(meanwhile).toStrictEqual([]);
    expect([openLetters(world), stockOf(world, 'MUG-9')]).toStrictEqual([[], ['9']]);
  });

  it('is told of when its cause comes again after it was gone, or after another', async () => {
    const world = makeGoodsWorld();
    const day = (n: number) => `2026-12-0${n}T11:00:00.000Z` as Instant;
    const red = aVariant({ itemId: '9002', name: 'Bögre, piros' });
    const black = aVariant({ itemId: '9003', name: 'Bögre, fekete' });
    const of = (n: number, ...variants: readonly ReturnType<typeof aVariant>[]) =>
      world.arrive(aProduct({ changedAt: day(n), variants: [aVariant(), ...variants] }));
    await of(1, red);
    await world.deliver();
    await discard(world);

    await of(3);
    await world.pass(2 * MINUTE);
    await of(4, red);
    await world.pass(2 * MINUTE);
    const afterGone = openLetters(world);
    await discard(world);
    await of(5, red, black);
    await world.pass(2 * MINUTE);
    await of(6, red);
    await world.pass(2 * MINUTE);

    expect(afterGone).toStrictEqual(['SkuNotUnique product MUG-9']);
    expect(openLetters(world)).toStrictEqual(['SkuNotUnique product MUG-9']);
  });

  it('that CO3 refused is not sent again when the shop gives its SKU to another item', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'refuse', code: 405, method: 'setProduct', times: null });
    await world.arrive(aProduct());
    await world.deliver();
    await discard(world);
    const calls = callsOf(world).length;

    const variants = [aVariant({ itemId: '9009' })];
    await world.arrive(aProduct({ changedAt: '2026-12-02T11:00:00.000Z' as Instant, variants }));
    await world.pass(DAY);

    expect([openLetters(world), callsOf(world).slice(calls)]).toStrictEqual([[], []]);
    expect(world.ledger.all('product')[0]).toMatchObject({ reason: 'SettledByHand', dueAt: null });
  });

  it('whose booking CO3 refused is not booked again when its product is woken', async () => {
    const world = makeGoodsWorld();
    await world.arrive(aProduct());
    await world.deliver();
    world.co3.fault({ kind: 'refuse', code: 402, method: 'setProduct' });
    await world.arrive(aLevel());
    await world.deliver();
    const before = openLetters(world);
    await discard(world);
    const calls = callsOf(world).length;

    const variants = [aVariant({ price: '2990.00' })];
    await world.arrive(aProduct({ changedAt: '2026-12-02T11:00:00.000Z' as Instant, variants }));
    await world.pass(DAY);

    expect(before).toStrictEqual(['UnknownWarehouse stock 9001 at loc-1']);
    expect([openLetters(world), callsOf(world).slice(calls)]).toStrictEqual([[], ['setProduct']]);
  });

  it('whose product CO3 did not have is booked when another level has found it there', async () => {
    const world = makeGoodsWorld({ shop: { products: undefined } as never });
    await world.arrive(aProduct());
    await world.arrive(aLevel({ quantity: '5' }));
    await world.deliver();
    await discard(world);
    const products = world.co3.accounts.get('acme')?.products;
    products?.put(80, { id: 80, fields: { item_number: 'MUG-9', product_name: 'Bögre' }, stock: {} }, 0);
    await world.pass(20 * MINUTE);

    await world.arrive(aLevel({ locationId: 'shop', quantity: '3' }));
    await world.pass(5 * MINUTE);

    expect([stockOf(world, 'MUG-9', 1), stockOf(world, 'MUG-9', 2)]).toStrictEqual([['5'], ['3']]);
  });

  it('is tried again when the discard is taken back', async () => {
    const world = makeGoodsWorld();
    world.co3.fault({ kind: 'refuse', code: 405, method: 'setProduct' });
    await world.arrive(aProduct());
    await world.deliver();
    const id = await discard(world);

    await redrive(world, id);
    await world.pass(5 * MINUTE);

    expect(world.ledger.all('product')[0]).toMatchObject({ reason: 'InCo3', discarded: null, letter: null });
    expect(openLetters(world)).toStrictEqual([]);
  });
});

describe('a message whose letter a person has discarded', () => {
  it('opens it no more, and another does', async () => {
    const world = worldOf();
    await world.deps.events.send(aProblem('abc'));
    await world.deliver();
    await discard(world);

    await world.deps.events.send(aProblem('abc'));
    await world.deps.events.send(aProblem('def'));
    await world.pass(65 * MINUTE);

    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['closed', 'parked']);
    expect(world.deadLetters.bodies()).toHaveLength(1);
  });

  it('that was too large is told of again when the order has changed', async () => {
    const world = worldOf();
    const large = (minute: number) => anOrder({ changedAt: at(minute), notes: [{ name: 'n', value: noise() }] });
    await take(world, large(20));
    await discard(world);

    await take(world, large(20));
    await world.pass(5 * MINUTE);
    const repeated = world.ledger.all('letter').map(({ letter }) => letter.state);
    await take(world, large(30));

    expect(repeated).toStrictEqual(['closed']);
    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['parked']);
  });

  function aProblem(bodyDigest: string) {
    return {
      ...{ kind: 'problem' as const, shop: 'acme-shop', traceId: 'trace-1', problem: 'UnreadablePayload' as const },
      ...{ detail: 'line_items: not a list', topic: 'orders/paid', orderId: null, bodyDigest, body: 'H4sI' },
    };
  }

  function noise(): string {
    return Array.from({ length: 5_000 }, (_, index) => digestOf(index)).join('');
  }
});

describe('a discard that dies at any port call', () => {
  it.each([
    ['of an order', 'InvalidEmail', async () => refusedWorldWith(makeKiller())],
    ['of a product', 'SkuNotUnique', async () => goodsWorldWith(makeKiller())],
  ])('%s has done nothing, or is carried out by the tick', async (_, name, make) => {
    const ends = new Set<string>();
    for (const moment of MOMENTS) {
      const { world, killer } = await make();
      killer.arm((_port, _given, count) => count === moment.at, moment.when);
      const ended = await Promise.race([discard(world).then(() => 'ended'), killer.killed()]);
      killer.disarm();

      await world.pass(10 * MINUTE);

      const [record] = world.ledger.all('letter');
      const [worked] = [...world.ledger.all('order'), ...world.ledger.all('product')];
      ends.add(`${worked?.reason} ${record?.letter.state} ${world.deadLetters.bodies().length} ${worked?.dueAt}`);
      if (ended === 'ended') break;
    }

    expect([...ends].toSorted()).toStrictEqual([`${name} parked 1 null`, 'SettledByHand closed 0 null'].toSorted());
  });

  it('when it is taken back ends as it was, or with its letter open again', async () => {
    const ends = new Set<string>();
    for (const moment of MOMENTS) {
      const { world, killer } = await refusedWorldWith(makeKiller());
      const id = await discard(world);
      await world.pass(2 * MINUTE);
      killer.arm((_port, _given, count) => count === moment.at, moment.when);
      const ended = await Promise.race([redrive(world, id).then(() => 'ended'), killer.killed()]);
      killer.disarm();

      await world.pass(65 * MINUTE);

      const [record] = world.ledger.all('letter');
      const asked = actionsOf(world).includes('redriven') ? 'asked' : 'not asked';
      ends.add(`${asked}: ${world.order().reason} ${record?.letter.state} ${world.deadLetters.bodies().length}`);
      if (ended === 'ended') break;
    }

    expect([...ends].toSorted()).toStrictEqual(['asked: InvalidEmail parked 1', 'not asked: SettledByHand closed 0']);
  });

  it('when it is taken back leaves no letter behind that an order has changed under', async () => {
    const { world, killer } = await refusedWorldWith(makeKiller());
    const id = await discard(world);
    killer.arm((port, given) => port === 'ledger.write' && (given[0] as { kind: string }).kind === 'letter', 'after');
    await Promise.race([redrive(world, id), killer.killed()]);
    killer.disarm();

    await take(world, aPartlyRefundedOrder({ changedAt: at(40) }));
    await world.pass(10 * MINUTE);

    expect(standing(world)).toMatchObject({ letters: ['ChangedAfterDiscard parked'], sent: [] });
  });

  it('leaves to whoever comes after it that which the shop has sent since', async () => {
    const { world, killer } = await refusedWorldWith(makeKiller());
    killer.arm((port, given) => port === 'ledger.write' && (given[0] as { kind: string }).kind === 'letter', 'after');
    await Promise.race([discard(world), killer.killed()]);
    killer.disarm();

    await take(world, aPartlyRefundedOrder({ changedAt: at(40), buyer: aBuyer({ email: 'x' }) }));
    await world.pass(10 * MINUTE);

    // It was not what the person saw.
    expect(standing(world)).toMatchObject({ order: 'letter ChangedAfterDiscard', sent: [] });
    expect(standing(world).letters).toStrictEqual(['ChangedAfterDiscard parked']);
  });
});

const MOMENTS = Array.from({ length: 30 }, (_, at) => at + 1).flatMap((at) => [
  { at, when: 'before' as const },
  { at, when: 'after' as const },
]);

function refused(overrides: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return anOrder({ buyer: aBuyer({ email: 'x' }), ...overrides });
}

async function refusedWorld(): Promise<SimulatedWorld> {
  const world = worldOf();
  await take(world, refused());
  return world;
}

async function refusedWorldWith(killer: ReturnType<typeof makeKiller>) {
  const world = worldOf({}, killer.around);
  await take(world, refused());
  return { world, killer };
}

async function goodsWorldWith(killer: ReturnType<typeof makeKiller>) {
  const world = makeGoodsWorld({ around: killer.around });
  await world.arrive(aProduct({ variants: [aVariant(), aVariant({ itemId: '9002' })] }));
  await world.deliver();
  return { world, killer };
}

/** A person discards the one letter that is parked, and the worker hears of it; answers its id. */
async function discard(world: SimulatedWorld): Promise<string> {
  const id = world.ledger.all('letter').find(({ letter }) => letter.state === 'parked')?.key ?? '';
  world.clock.advance(1);
  const done = await discardLetter(world.deps, id, 'settled by hand', 'anna', world.clock.now());
  if (!done.ok) throw new Error(done.problem.text);
  await world.deps.events.send({ kind: 'bell', account: 'acme' });
  await world.deliver();
  return id;
}

function actionsOf(world: SimulatedWorld): readonly string[] {
  return world.ledger.all('letter').flatMap(({ letter }) => letter.history.map(({ action }) => action));
}
