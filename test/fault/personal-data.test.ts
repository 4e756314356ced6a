import { describe, expect, it } from 'vitest';
import { correctLetter } from '../../lib/dead-letters/correct.ts';
import { discardLetter } from '../../lib/dead-letters/discard.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import { releaseOrder, toReleasable } from '../../lib/deliver/release.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import type { Instant } from '../../lib/event/time.ts';
import { at, standing, take, worldOf } from '../support/delivery-stories.ts';
import { toEventQueue } from '../support/memory-queues.ts';
import { aBuyer, anOrder, aPartlyRefundedOrder, aRow, aWhollyRefundedOrder } from '../support/orders.ts';
import { invoicesOf, type SimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest } from '../support/webhooks.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Stands in `anOrder`: of the buyer, of the address that it goes to, and in what they wrote. */
const OF_ANNA = /anna|minta|próba utca|1011|\+36/i;
const LATER = '2027-07-01T10:00:00.000Z' as Instant;

describe('an order that is finished', () => {
  it('keeps its buyer’s data for the days that the settings say, and no longer', async () => {
    const world = await invoicedWorld();

    await pass(world, 179);
    const before = JSON.stringify(world.order());
    await pass(world, 2);

    expect(before).toMatch(OF_ANNA);
    expect(JSON.stringify(world.order())).not.toMatch(OF_ANNA);
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
    expect(world.order()).toMatchObject({
      number: '#1001',
      documents: [{ id: expect.any(String), totalMinor: 635_000 }],
    });
  });

  it('is neither invoiced nor planned again by a repeat of what was told', async () => {
    const world = await invoicedWorld();
    await pass(world, 181);
    const cleared = world.order();

    await take(world, anOrder());
    await pass(world, 1);

    expect(world.order()).toStrictEqual(cleared);
  });

  it('is corrected by a refund that comes later, for the same contact, and cleared once more', async () => {
    const world = await invoicedWorld();
    await pass(world, 181);

    await take(world, aPartlyRefundedOrder({ changedAt: LATER }));
    const known = JSON.stringify(world.order());
    await pass(world, 400);

    expect(known).toMatch(OF_ANNA);
    expect(JSON.stringify(world.order())).not.toMatch(OF_ANNA);
    expect(standing(world).sent.map((line) => line.split(' ')[0])).toStrictEqual(['invoice/1', 'correction:1/1']);
    expect(world.co3.accounts.get('acme')?.contacts.all()).toHaveLength(1);
  });

  it('is cancelled by a storno when it is cancelled later', async () => {
    const world = await invoicedWorld();
    await pass(world, 181);

    await take(world, aWhollyRefundedOrder({ changedAt: LATER, cancelledAt: LATER }));

    expect(standing(world).order).toBe('settled Cancelled');
    expect(invoicesOf(world.co3).reduce((sum, { gross }) => sum + Number(gross), 0)).toBe(0);
  });

  it('is left to a person where a person had corrected the buyer, whatever the settings let follow from a change', async () => {
    const world = worldOf({ edits: 'storno-and-new' });
    await take(world, badMail());
    const id = world.order().letter?.id ?? '';
    const changes = [
      { path: 'buyer.email', value: 'anna@example.hu' },
      { path: 'buyer.address.city', value: 'Buda' },
    ];
    await correctLetter(world.deps, id, changes, { by: 'erika', why: '' }, world.clock.now());
    await redriveLetter(world.deps, id, 'erika', world.clock.now());
    await world.pass(20 * MINUTE);
    await pass(world, 181);
    const cleared = JSON.stringify(world.order());

    await take(world, anOrder({ changedAt: LATER, fulfilledAt: LATER }));

    expect(cleared).not.toMatch(/buda|anna/i);
    expect(standing(world)).toStrictEqual({
      order: 'letter ChangedAfterInvoice',
      letters: ['ChangedAfterInvoice parked'],
      sent: ['invoice/1 6350.00'],
    });
  });

  it('is cleared when it was only seen in shadow', async () => {
    const world = worldOf({ mode: 'shadow' });
    await take(world, anOrder());

    await pass(world, 181);

    expect(JSON.stringify(world.order())).not.toMatch(OF_ANNA);
    expect(await world.ledger.waiting('shadow', 10)).toStrictEqual([]);
    expect(standing(world).order).toBe('settled BuyerCleared');
  });

  it('is cleared while it waits for a payment that never came, and invoiced when it comes after all', async () => {
    const world = worldOf();
    await take(world, anOrder({ paid: false }));
    await pass(world, 181);
    const cleared = JSON.stringify(world.order());

    await take(world, anOrder({ changedAt: LATER }));

    expect(cleared).not.toMatch(OF_ANNA);
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });
});

describe('a second state of the time of an order that was cleared', () => {
  it('is a letter that shows whom the shop names now, and is put right by a newer one', async () => {
    const world = await invoicedWorld();
    await pass(world, 181);

    await take(
      world,
      anOrder({ currentTotalMinor: 508_000, totalMinor: 508_000, rows: [anOrder().rows[0] ?? aRow()] }),
    );
    await world.pass(5 * MINUTE);
    const lettered = standing(world);
    const shown = JSON.stringify(world.ledger.all('letter'));
    await take(world, anOrder({ changedAt: LATER }));

    expect(lettered).toMatchObject({ order: 'letter ConflictingSnapshots', sent: ['invoice/1 6350.00'] });
    expect(shown).toMatch(OF_ANNA);
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });
});

describe('an order that was settled by hand and cleared', () => {
  it('is not taken back, and a change of it is told of instead of invoiced', async () => {
    const world = worldOf();
    await take(world, badMail());
    const id = world.order().letter?.id ?? '';
    await discardLetter(world.deps, id, 'invoiced by hand', 'erika', world.clock.now());
    await world.pass(20 * MINUTE);
    await pass(world, 181);

    const taken = await redriveLetter(world.deps, id, 'erika', world.clock.now());
    await world.pass(5 * MINUTE);
    const rests = standing(world);
    await take(world, anOrder({ changedAt: LATER }));

    expect(taken.ok).toBe(false);
    expect(rests).toStrictEqual({ order: 'settled BuyerCleared', letters: [], sent: [] });
    expect(standing(world)).toMatchObject({ order: 'letter ChangedAfterDiscard', sent: [] });
  });
});

describe('an order that is not finished', () => {
  it('keeps its buyer’s data while a correction of it waits for a release', async () => {
    const world = worldOf({ mode: 'supervised' });
    await take(world, anOrder());
    await updateRecord(world.deps, 'order', world.order().key, (order) =>
      order === undefined ? order : { ...order, shadow: true },
    );
    await release(world);
    await pass(world, 181);
    await take(world, aPartlyRefundedOrder({ changedAt: LATER }));

    await pass(world, 200);

    expect(standing(world)).toMatchObject({ order: 'shadow WaitsForRelease', sent: ['invoice/1 6350.00'] });
    expect((await world.ledger.waiting('release', 10)).map(({ number }) => number)).toStrictEqual(['#1001']);
    await release(world);
    expect(standing(world).sent.map((line) => line.split(' ')[0])).toStrictEqual(['invoice/1', 'correction:1/1']);
  });

  it('keeps its buyer’s data as long as its letter is open, and its letter keeps them as long from its close', async () => {
    const world = worldOf();
    await take(world, badMail());
    await pass(world, 400);
    const open = JSON.stringify([world.order(), ...world.ledger.all('letter')]);

    await take(world, anOrder({ changedAt: LATER }));
    await pass(world, 100);
    const closed = world.ledger.all('letter').map(({ letter }) => letter.state);
    const young = JSON.stringify(world.ledger.all('letter'));
    await pass(world, 100);

    expect(open).toMatch(OF_ANNA);
    expect([closed, OF_ANNA.test(young)]).toStrictEqual([['closed'], true]);
    expect(JSON.stringify([...world.ledger.all('order'), ...world.ledger.all('letter')])).not.toMatch(OF_ANNA);
    expect(world.ledger.all('letter').map(({ letter }) => letter.error.code)).toStrictEqual([22]);
  });
});

describe('a letter that was cleared', () => {
  it('says again what is wrong when the same is refused once more', async () => {
    const world = worldOf();
    await take(world, badMail());
    await take(world, aWhollyRefundedOrder({ buyer: badMail().buyer, changedAt: at(20), cancelledAt: at(20) }));
    await world.pass(20 * MINUTE);
    await pass(world, 181);
    const cleared = world.ledger
      .all('letter')
      .map(({ personal, letter }) => [personal.clearedAt === null, letter.state]);

    await take(world, anOrder({ ...badMail(), changedAt: LATER }));

    expect(cleared).toStrictEqual([[false, 'closed']]);
    expect(world.ledger.all('letter')).toMatchObject([
      { personal: { clearedAt: null }, letter: { state: 'parked', error: { fields: [{ value: 'anna.minta' }] } } },
    ]);
  });
});

describe('a buyer who wants to be forgotten', () => {
  it('is forgotten within minutes where all is done', async () => {
    const world = await invoicedWorld();

    await redact(world, '1001', '4711');
    await pass(world, 0);

    expect(JSON.stringify(world.order())).not.toMatch(OF_ANNA);
    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
    expect(world.ledger.all('order')).toHaveLength(1);
  });

  it('is forgotten as soon as a letter is answered, in the letter too', async () => {
    const world = worldOf();
    await take(world, badMail());
    await world.pass(MINUTE);

    await redact(world, '1001');
    await pass(world, 0);
    const waiting = JSON.stringify(world.order());
    await take(world, anOrder({ changedAt: at(40) }));
    await world.pass(20 * MINUTE);

    expect(waiting).toMatch(OF_ANNA);
    expect(JSON.stringify([...world.ledger.all('order'), ...world.ledger.all('letter')])).not.toMatch(OF_ANNA);
    expect(standing(world).sent).toStrictEqual(['invoice/1 6350.00']);
  });

  it('is forgotten in letters that come after the request', async () => {
    const world = await invoicedWorld();
    await redact(world, '1001');

    const renamed = anOrder().rows.map((row) => ({ ...row, name: `${row.name}, piros` }));
    await take(world, anOrder({ changedAt: at(40), rows: renamed }));
    await world.pass(MINUTE);
    const open = standing(world).letters;
    await take(world, anOrder({ changedAt: at(41) }));
    await world.pass(20 * MINUTE);

    expect(open).toStrictEqual(['ChangedAfterInvoice parked']);
    expect(JSON.stringify([...world.ledger.all('order'), ...world.ledger.all('letter')])).not.toMatch(OF_ANNA);
  });

  it('stays in what CO3 may have, until that is known', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'timeout-before-commit', method: 'setInvoice' });
    await take(world, anOrder());

    await redact(world, '1001');
    await pass(world, 0);

    expect(world.order().steps.map(({ state }) => state)).toContain('unknown');
    expect(world.order().personal).toMatchObject({ clearedAt: null, forgetSince: expect.any(String) });
  });
});

describe('a buyer whom the shop has made nameless too', () => {
  it('leaves the invoice as it is, whatever the settings let follow from a change', async () => {
    const world = worldOf({ edits: 'storno-and-new' });
    await take(world, anOrder());
    await redact(world, '1001');
    await pass(world, 0);

    const nobody = aBuyer({ name: { first: '[deleted]', last: '' }, email: 'deleted@site.invalid', phone: '' });
    await take(world, anOrder({ changedAt: at(40), buyer: nobody, shipTo: nobody }));
    await pass(world, 0);

    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
    expect(world.order().personal.clearedAt).not.toBeNull();
  });
});

describe('a buyer whom the shop has taken out of the order altogether', () => {
  const NAMELESS = { buyer: null, shipTo: null, notes: [], changedAt: LATER };

  it.each([
    ['before its data are cleared', 1],
    ['after it', 181],
  ])('leaves the invoice as it is, %s', async (_, days) => {
    const world = await invoicedWorld();
    await pass(world, days);

    await take(world, anOrder(NAMELESS));
    await pass(world, 1);

    expect(standing(world)).toStrictEqual({ order: 'settled Invoiced', letters: [], sent: ['invoice/1 6350.00'] });
  });

  it('is asked for where money goes back too, which a person has to do then', async () => {
    const world = await invoicedWorld();

    await take(world, aPartlyRefundedOrder(NAMELESS));

    expect(standing(world)).toStrictEqual({
      order: 'letter NoBuyer',
      letters: ['NoBuyer parked'],
      sent: ['invoice/1 6350.00'],
    });
  });

  it('is asked for where there is no invoice yet', async () => {
    const world = worldOf();
    await take(world, anOrder({ paid: false }));

    await take(world, anOrder(NAMELESS));

    expect(standing(world)).toStrictEqual({ order: 'letter NoBuyer', letters: ['NoBuyer parked'], sent: [] });
  });
});

it('clears the others where one cannot be read', async () => {
  const world = worldOf({}, async (port, effect, given) => {
    if (port === 'ledger.read' && isBroken && String(given[1]).endsWith('#1001')) throw new Error('unreadable');
    return effect();
  });
  let isBroken = false;
  await take(world, anOrder());
  await take(world, anOrder({ orderId: '1002', number: '#1002', changedAt: at(50) }));
  isBroken = true;

  await pass(world, 181);

  expect(world.ledger.all('order').map(({ personal }) => personal.clearedAt === null)).toStrictEqual([true, false]);
});

describe('a buyer who asks what is kept of them', () => {
  it('is a letter for a person, without their e-mail, which is discarded when it is answered', async () => {
    const world = await invoicedWorld();
    const body = {
      ...{ shop_id: 12_345_678, shop_domain: 'acme.myshopify.com', orders_requested: [1001] },
      ...{ customer: { id: 207, email: 'anna.minta@example.com' }, data_request: { id: 9999 } },
    };

    const status = await world.receive(
      shopifyRequest(Buffer.from(JSON.stringify(body)), { topic: 'customers/data_request' }),
    );
    await world.deliver();

    const [letter] = world.ledger.all('letter');
    expect(status).toBe(202);
    expect(letter?.letter).toMatchObject({ state: 'parked', error: { name: 'DataRequested' }, event: { body: null } });
    expect(JSON.stringify([letter, ...world.deadLetters.bodies()])).not.toContain('example.com');
    const discarded = await discardLetter(world.deps, letter?.key ?? '', 'sent', 'erika', world.clock.now());
    expect([discarded.ok, standing(world).order]).toStrictEqual([true, 'settled Invoiced']);
  });
});

const badMail = () => anOrder({ buyer: aBuyer({ email: 'anna.minta' }) });

const invoicedWorld = async (): Promise<SimulatedWorld> => {
  const world = worldOf();
  await take(world, anOrder());
  return world;
};

/** So many days at once, and the ticks of two minutes. */
const pass = async (world: SimulatedWorld, days: number): Promise<void> => {
  world.clock.advance(days * DAY);
  await world.pass(2 * MINUTE);
};

/** A person lets what waits go. */
const release = async (world: SimulatedWorld): Promise<void> => {
  const { settings, clock } = world.deps;
  const [shop, account] = [settings.shops.get('acme-shop'), settings.accounts.get('acme')];
  if (shop === undefined || account === undefined) throw new Error('no settings');
  const plan = toReleasable(world.order(), shop, account, clock.now());
  if (!plan.ok) throw new Error(plan.problem.text);
  await releaseOrder(world.deps, world.order().key, plan.value.digest, clock.now());
  await world.pass(2 * MINUTE);
};

/** The shop says that the buyer of these orders wants to be forgotten. */
const redact = async (world: SimulatedWorld, ...orders: string[]): Promise<void> => {
  await toEventQueue(world.events).send({ kind: 'redact', shop: 'acme-shop', traceId: 'trace-1', orders });
  await world.deliver();
};
