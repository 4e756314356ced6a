import { describe, expect, it } from 'vitest';
import { emptyLane, withHold } from '../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../lib/deliver/update-record.ts';
import { makeKiller } from '../support/killer.ts';
import { anAccount, anOrder, aShop } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { answered, neverLeft, noAnswer, refused } from '../support/scripted-co3.ts';
import { type Around, makeWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;

const arriveMany = async (world: World, count: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1) await world.arrive(anOrder({ orderId: String(n), number: `#${n}` }));
};

const statuses = (world: World): readonly string[] => world.ledger.all('order').map(({ status }) => status);

describe('a wrong password', () => {
  it('makes no letter, holds the lane with one alarm, and heals when the secret is right again', async () => {
    let password = 'wrong';
    const co3 = programmedCo3((method, body) =>
      method === 'authenticate' && !body.includes(md5OfRight) ? refused(7, 'Authentication error') : undefined,
    );
    const world = makeWorld({ transport: co3.transport, password: () => password });
    await arriveMany(world, 3);
    await world.deliver();
    await world.pass(30 * MINUTE);

    expect(world.ledger.all('letter')).toStrictEqual([]);
    expect(world.alarms).toStrictEqual(['LaneHeld']);

    password = 'right';
    await world.pass(20 * MINUTE);

    expect(statuses(world)).toStrictEqual(['settled', 'settled', 'settled']);
    expect(world.ledger.all('lane').map(({ hold }) => hold)).toStrictEqual([null]);
  });
});

describe('however CO3 fails', () => {
  it.each([
    ['gives no answer', () => noAnswer],
    [
      'answers with a gateway page',
      () => ({ kind: 'answered', status: 502, body: '<html>Bad gateway</html>' }) as const,
    ],
    ['answers with nothing', () => ({ kind: 'answered', status: 200, body: '' }) as const],
    ['cuts its answer off', () => ({ kind: 'answered', status: 200, body: '<response><result>O' }) as const],
  ])('and even if only invoices are hit, at most three become unknown: it %s', async (_, failure) => {
    const co3 = programmedCo3((method) => (method === 'setInvoice' ? failure() : undefined));
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 8);
    await world.deliver();

    await world.pass(24 * 60 * MINUTE);

    expect(world.ledger.all('order').filter(({ reason }) => reason === 'OutcomeUnknown')).toHaveLength(3);
    expect(co3.methods().filter((method) => method === 'setInvoice')).toHaveLength(3);
  });

  it('an order that CO3 refuses for its buyer does not open a lane that waits for a document', async () => {
    const co3 = programmedCo3((method, body) => {
      if (method === 'setContact' && body.includes('bad')) return refused(22, 'Invalid e-mail address');
      return method === 'setInvoice' ? noAnswer : undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 2);
    await world.deliver();
    await world.pass(3 * MINUTE);
    const buyer = anOrder().buyer;
    await world.arrive(anOrder({ orderId: 'bad', buyer: buyer === null ? null : { ...buyer, email: 'bad' } }));

    await world.pass(10 * MINUTE);

    expect(world.ledger.all('order').map(({ reason }) => reason)).toStrictEqual([
      'OutcomeUnknown',
      'OutcomeUnknown',
      'InvalidEmail',
    ]);
    expect(world.ledger.all('lane')[0]?.hold?.reason).toBe('unknown-documents');
  });

  it('all is delivered when it is back', async () => {
    let isDown = true;
    const co3 = programmedCo3(() => (isDown ? noAnswer : undefined));
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 5);
    await world.deliver();
    await world.pass(6 * 60 * MINUTE);

    isDown = false;
    await world.pass(60 * MINUTE);

    expect(statuses(world)).toStrictEqual(['settled', 'settled', 'settled', 'settled', 'settled']);
  });

  it('no write leaves after an unknown one until a read of the same kind was answered', async () => {
    let readsFail = true;
    let sent = 0;
    const co3 = programmedCo3((method) => {
      if (method === 'getInvoices') return readsFail ? noAnswer : undefined;
      if (method !== 'setInvoice') return undefined;
      sent += 1;
      return sent === 1 ? noAnswer : undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 3);
    await world.deliver();
    await world.pass(60 * MINUTE);
    expect(sent).toBe(1);

    readsFail = false;
    await world.pass(30 * MINUTE);

    expect(sent).toBe(3);
    expect(world.ledger.all('order').map(({ reason }) => reason)).toStrictEqual([
      'OutcomeUnknown',
      'Invoiced',
      'Invoiced',
    ]);
  });
});

describe('a call that never left', () => {
  it('counts nothing and is made again; three in a row hold the lane', async () => {
    let isDown = true;
    const co3 = programmedCo3(() => (isDown ? neverLeft : undefined));
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 4);
    await world.deliver();
    await world.pass(2 * MINUTE);
    expect(world.alarms).toStrictEqual(['LaneHeld']);

    isDown = false;
    await world.pass(20 * MINUTE);

    expect(statuses(world)).toStrictEqual(['settled', 'settled', 'settled', 'settled']);
    expect(world.ledger.all('letter')).toStrictEqual([]);
  });
});

describe('one setting that breaks everything', () => {
  it('holds the lane after five letters, with one alarm, and lets the rest go when it is mended', async () => {
    let isWrong = true;
    const co3 = programmedCo3((method) =>
      method === 'setInvoice' && isWrong ? refused(304, 'Non-existing bank account with the given value') : undefined,
    );
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 12);
    await world.deliver();
    await world.pass(60 * MINUTE);
    expect(world.ledger.all('letter')).toHaveLength(5);
    expect(world.alarms).toStrictEqual(['LaneHeld']);

    isWrong = false;
    await world.pass(30 * MINUTE);

    expect(statuses(world).filter((status) => status === 'settled')).toHaveLength(7);
    expect(world.ledger.all('letter')).toHaveLength(5);
  });

  it('is not seen in refusals that a buyer can cause', async () => {
    const co3 = programmedCo3((method) =>
      method === 'setContact' ? refused(22, 'Invalid e-mail address') : undefined,
    );
    const world = makeWorld({ transport: co3.transport });
    for (let n = 1; n <= 7; n += 1)
      await world.arrive(anOrder({ orderId: String(n), buyer: { ...anOrder().buyer, email: `x${n}` } as never }));

    await world.deliver();

    expect(world.ledger.all('letter')).toHaveLength(7);
    expect(world.alarms).toStrictEqual([]);
  });
});

describe('a ban', () => {
  it('holds every lane, and one probe opens them all', async () => {
    let isBanned = true;
    const co3 = programmedCo3(() => (isBanned ? refused(9, 'Banned IP address') : undefined));
    const world = makeWorld({
      transport: co3.transport,
      accounts: [anAccount(), anAccount({ id: 'other' })],
      shops: [aShop(), aShop({ id: 'other-shop', tenant: 'other.myshopify.com', account: 'other' })],
    });
    await world.arrive(anOrder());
    await world.deliver();
    await world.arrive(anOrder({ tenant: 'other.myshopify.com' }), 'other-shop');
    await world.deliver();
    const knocks = co3.calls.length;
    await world.pass(10 * MINUTE);
    expect(co3.calls).toHaveLength(knocks);
    await world.pass(6 * MINUTE);
    expect(co3.calls).toHaveLength(knocks + 1);

    isBanned = false;
    await world.pass(40 * MINUTE);

    expect(statuses(world)).toStrictEqual(['settled', 'settled']);
    expect(world.ledger.all('letter')).toStrictEqual([]);
  });
});

describe('a lane', () => {
  const buyer = { ...anOrder().buyer, email: 'bad' } as never;

  it('is held when a slow CO3 is too busy, and nobody knocks on and on', async () => {
    const co3 = programmedCo3(() => ({ ...refused(8, 'Too many requests'), latencyMs: 4_000 }));
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());

    await world.deliver();

    expect(world.alarms).toStrictEqual(['LaneHeld']);
    expect(co3.calls.length).toBeLessThanOrEqual(6);
  });

  it('that waits for a document is not opened by a buyer’s refusal, whatever held it in between', async () => {
    let isTrial = false;
    const co3 = programmedCo3((method, body) => {
      if (isTrial) return refused(24, 'Your account is under trial period.');
      if (method === 'setContact' && body.includes('bad')) return refused(22, 'Invalid e-mail address');
      return method === 'setInvoice' ? noAnswer : undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 2);
    await world.deliver();
    await world.pass(3 * MINUTE);
    isTrial = true;
    await world.arrive(anOrder({ orderId: 'bad', buyer }));
    await world.pass(5 * MINUTE);
    isTrial = false;

    await world.pass(30 * MINUTE);

    expect(world.ledger.all('lane')[0]?.hold).not.toBeNull();
  });

  it('that one setting broke makes no further letters, whatever held it in between', async () => {
    let isTrial = false;
    const co3 = programmedCo3((method) => {
      if (isTrial) return refused(24, 'Your account is under trial period.');
      return method === 'setInvoice' ? refused(304, 'Non-existing bank account with the given value') : undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 12);
    await world.deliver();

    for (let round = 0; round < 4; round += 1) {
      isTrial = true;
      await world.pass(20 * MINUTE);
      isTrial = false;
      await world.pass(20 * MINUTE);
    }

    expect(world.ledger.all('letter')).toHaveLength(5);
  });

  it('is probed ever less often while CO3 is out of reach', async () => {
    const co3 = programmedCo3(() => neverLeft);
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 3);
    await world.deliver();
    await world.pass(30 * MINUTE);
    const before = co3.calls.length;

    await world.pass(60 * MINUTE);

    expect(co3.calls.length - before).toBeLessThanOrEqual(5);
  });

  it('is nobody else’s until its worker is surely stopped', async () => {
    const killer = makeKiller();
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport, around: killer.around });
    await world.arrive(anOrder());
    const deadline = world.clock.now() + 60_000;
    killer.arm((port) => port === 'co3', 'before');
    await Promise.race([world.handle({ messages: world.events.receive(120_000), deadline }), killer.killed()]);
    killer.disarm();
    const bell = { id: 'b', receiptHandle: 'b', body: JSON.stringify({ kind: 'bell', account: 'acme' }) };

    world.clock.advance(60_500);
    await world.handle({ messages: [bell], deadline: world.clock.now() + 60_000 });

    expect(co3.calls).toStrictEqual([]);
  });

  it('that a person has shut stays shut, and lets nothing leave after the call under way', async () => {
    const far: { world?: World } = {};
    let isShut = false;
    const around: Around = async (port, effect, given) => {
      const { world } = far;
      if (world !== undefined && !isShut && port === 'co3' && JSON.stringify(given).includes('<setContact>')) {
        isShut = true;
        await updateRecord({ ledger: world.ledger, newId: () => 'hand' }, 'lane', 'acme', (lane) =>
          withHold(lane ?? emptyLane(), { reason: 'by-hand', code: null, method: null }, world.clock.now()),
        );
      }
      return effect();
    };
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport, around });
    far.world = world;
    await world.arrive(anOrder());

    await world.deliver();
    await world.pass(60 * MINUTE);

    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact']);
    expect(world.ledger.all('lane')[0]?.hold).toMatchObject({ reason: 'by-hand', until: null });
  });
});

describe('a refused sign-in', () => {
  it.each([
    ['without a code', answered('<result>ERROR</result>')],
    ['for a missing right', refused(18, 'Standard permission error')],
    ['by the database', refused(202, 'Database query error')],
  ])('%s makes no letter and leaves nothing unknown', async (_, answer) => {
    const co3 = programmedCo3((method) => (method === 'authenticate' ? answer : undefined));
    const world = makeWorld({ transport: co3.transport });
    await arriveMany(world, 8);
    await world.deliver();

    await world.pass(20 * MINUTE);

    expect(world.ledger.all('letter')).toStrictEqual([]);
    expect(world.alarms).toStrictEqual(['LaneHeld']);
  });
});

it.each([
  ['gives no answer', noAnswer],
  ['is out of reach', neverLeft],
])('a banned address whose probe %s is left alone by every account for a while', async (_, answer) => {
  let isBanned = true;
  const co3 = programmedCo3(() => (isBanned ? refused(9, 'Banned IP address') : answer));
  const world = makeWorld({
    transport: co3.transport,
    // The other account comes first: its lane has no hold of its own.
    accounts: [anAccount({ id: 'other' }), anAccount()],
    shops: [aShop(), aShop({ id: 'other-shop', tenant: 'other.myshopify.com', account: 'other' })],
  });
  await world.arrive(anOrder());
  await world.deliver();
  await world.arrive(anOrder({ tenant: 'other.myshopify.com' }), 'other-shop');
  await world.deliver();
  isBanned = false;
  const knocks = co3.calls.length;

  await world.pass(25 * MINUTE);

  expect(co3.calls.length - knocks).toBe(1);
});

describe('a contact', () => {
  it('that CO3 no longer knows is made anew, once', async () => {
    let isGone = false;
    const co3 = programmedCo3((method, body) =>
      isGone && method === 'setInvoice' && body.includes('<contact_id>2</contact_id>')
        ? refused(201, 'Permission problem or non-existing contact with the given id')
        : undefined,
    );
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();
    isGone = true;
    await world.arrive(anOrder({ orderId: '1002' }));

    await world.deliver();

    expect(statuses(world)).toStrictEqual(['settled', 'settled']);
    expect(co3.methods().filter((method) => method === 'setContact')).toHaveLength(2);
  });

  it('is brought up to date before an invoice leaves with an old address', async () => {
    const co3 = programmedCo3();
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();
    const buyer = anOrder().buyer;
    if (buyer === null) throw new Error('the sample order has a buyer');
    await world.arrive(
      anOrder({ orderId: '1002', buyer: { ...buyer, address: { ...buyer.address, street: 'Új utca 2.' } } }),
    );

    await world.deliver();

    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact', 'setInvoice', 'setContact', 'setInvoice']);
    expect(co3.calls[3]?.body).toContain('Új utca 2.');
    expect(co3.calls[3]?.body).toContain('<contact_id>2</contact_id>');
  });

  it('whose making gave no answer is found by its name and e-mail', async () => {
    let sent = 0;
    const co3 = programmedCo3((method) => {
      if (method === 'setContact') {
        sent += 1;
        return sent === 1 ? noAnswer : undefined;
      }
      if (method === 'getContacts')
        return answered(
          '<contacts><contact><contact_id>77</contact_id><contact_name>Minta Anna</contact_name></contact></contacts>',
        );
      if (method === 'getContact')
        return answered(
          '<contact><contact_id>77</contact_id><contact_lastname>Minta</contact_lastname><contact_firstname>Anna</contact_firstname><contact_email>anna.minta@example.com</contact_email></contact>',
        );
      return undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(5 * MINUTE);

    expect(statuses(world)).toStrictEqual(['settled']);
    expect(co3.calls.filter(({ method }) => method === 'setInvoice')[0]?.body).toContain('<contact_id>77</contact_id>');
  });
});

// The password «right», as CO3 wants it.
const md5OfRight = '7c4f29407893c334a6cb7a87bf045c0d';
