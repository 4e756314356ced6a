import { describe, expect, it } from 'vitest';
import { correctLetter } from '../../lib/dead-letters/correct.ts';
import type { Change } from '../../lib/dead-letters/order-changes.ts';
import { redriveLetter } from '../../lib/dead-letters/redrive.ts';
import type { LedgerRecord } from '../../lib/deliver/records.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { at, standing, take, worldOf } from '../support/delivery-stories.ts';
import { makeKiller } from '../support/killer.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { invoicesOf, type SimulatedWorld } from '../support/simulated-world.ts';

const MINUTE = 60_000;
const NOTED = 'note_attributes.adoszam';

const badMail = (overrides: Partial<OrderSnapshot> = {}) =>
  anOrder({ buyer: aBuyer({ email: 'anna@nowhere' }), ...overrides });

const openIn = (world: SimulatedWorld): string => world.order().letter?.id ?? 'no letter';
const letterIn = (world: SimulatedWorld, id: string) =>
  world.ledger.all('letter').find(({ key }) => key === id)?.letter;

const correct = (world: SimulatedWorld, changes: readonly Change[], id = openIn(world), by = 'erika') =>
  correctLetter(world.deps, id, changes, { by, why: 'by telephone' }, world.clock.now());

const redrive = async (world: SimulatedWorld, id = openIn(world)) => {
  const redriven = await redriveLetter(world.deps, id, 'erika', world.clock.now());
  await world.pass(2 * MINUTE);
  return redriven;
};

const contactOf = (world: SimulatedWorld) => world.co3.accounts.get('acme')?.contacts.all().at(-1)?.fields;

describe('an order with a bad e-mail', () => {
  it('is corrected, redriven and invoiced once, and its letter closes', async () => {
    const world = worldOf();
    await take(world, badMail());
    const id = openIn(world);

    const corrected = await correct(world, [{ path: 'buyer.email', value: 'anna@example.hu' }]);
    const rests = standing(world);
    await redrive(world);
    await world.pass(60 * MINUTE);

    expect(corrected.ok).toBe(true);
    expect(rests).toMatchObject({ order: 'letter InvalidEmail', sent: [] });
    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
    expect(invoicesOf(world.co3)).toHaveLength(1);
    expect(contactOf(world)).toMatchObject({ contact_email: 'anna@example.hu' });
    expect(world.order().snapshot).toStrictEqual(badMail());
    expect(letterIn(world, id)?.history.map(({ action }) => action)).toStrictEqual([
      ...['parked', 'corrected', 'redriven', 'closed'],
    ]);
  });

  it('stays corrected while the shop goes on sending the old one', async () => {
    const world = worldOf();
    await take(world, badMail());
    await correct(world, [{ path: 'buyer.email', value: 'anna@example.hu' }]);

    await take(world, badMail({ changedAt: at(30), fulfilledAt: at(30) }));
    await world.pass(2 * MINUTE);

    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
    expect(contactOf(world)).toMatchObject({ contact_email: 'anna@example.hu' });
  });

  it('goes by the shop once that sends another, whatever it was corrected to', async () => {
    const world = worldOf();
    await take(world, badMail());
    await correct(world, [{ path: 'buyer.email', value: 'still@nowhere' }]);

    await take(world, badMail({ changedAt: at(30), buyer: aBuyer({ email: 'anna@mended.example' }) }));
    await take(world, badMail({ changedAt: at(31) }));
    await world.pass(2 * MINUTE);

    expect(invoicesOf(world.co3)).toHaveLength(1);
    expect(contactOf(world)).toMatchObject({ contact_email: 'anna@mended.example' });
    expect(world.order().corrections.map(({ endedAt }) => endedAt === null)).toStrictEqual([false]);
  });

  it('that is refused again keeps what was corrected in sight, and is corrected once more', async () => {
    const world = worldOf();
    await take(world, badMail());
    const first = openIn(world);
    await correct(world, [{ path: 'buyer.email', value: 'still@nowhere' }]);
    await redrive(world, first);
    const second = openIn(world);

    const again = await correct(world, [{ path: 'buyer.email', value: 'anna@example.hu' }]);
    await redrive(world, second);

    expect(second).not.toBe(first);
    expect(again.ok).toBe(true);
    expect(letterIn(world, first)?.history.at(-1)).toMatchObject({ action: 'closed', why: 'superseded' });
    expect(letterIn(world, second)?.history.map(({ action, changes }) => [action, ...changes])).toStrictEqual([
      ['corrected', { path: 'buyer.email', old: 'anna@nowhere', new: 'still@nowhere' }],
      ['parked'],
      ['corrected', { path: 'buyer.email', old: 'still@nowhere', new: 'anna@example.hu' }],
      ['redriven'],
      ['closed'],
    ]);
    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
    expect(invoicesOf(world.co3)).toHaveLength(1);
  });
});

describe('an order that cannot be translated', () => {
  it.each([
    ['way of payment', anOrder({ gateways: ['Utánvét (GLS)'] }), 'settings.payments', 'c.o.d.'],
    ['exchange rate', anOrder({ currency: 'EUR' }), 'settings.fxRate', '398.5'],
    [
      'tax number',
      anOrder({ buyer: aBuyer({ company: 'Minta Kft.' }), notes: [{ name: NOTED, value: '12345678-1-42' }] }),
      'buyer.taxNumber',
      '12345676-1-42',
    ],
    ['buyer', anOrder({ buyer: null }), 'buyer.name.last', 'Minta'],
  ])('for its %s is invoiced with the corrected one', async (_, snapshot, path, value) => {
    const world = worldOf();
    await take(world, snapshot);
    const before = standing(world);

    const corrected = await correct(world, [{ path, value }]);
    await redrive(world);

    expect([before.sent, corrected.ok]).toStrictEqual([[], true]);
    expect(standing(world)).toMatchObject({ order: 'settled Invoiced', letters: [] });
    expect(invoicesOf(world.co3)).toHaveLength(1);
  });
});

describe('a letter that is parked once more as the same one', () => {
  it('has the correction in its history once', async () => {
    const world = worldOf();
    world.co3.fault({ kind: 'refuse', code: 304, method: 'setInvoice', times: 2 });
    await take(world, anOrder());
    const id = openIn(world);
    await correct(world, [{ path: 'buyer.phone', value: '+36 1 555 0101' }]);

    await redrive(world);

    expect(openIn(world)).toBe(id);
    expect(letterIn(world, id)?.history.map(({ action }) => action)).toStrictEqual([
      ...['parked', 'corrected', 'redriven', 'parked'],
    ]);
  });
});

it('a correction whose command dies before the letter says so holds, and the next letter says so', async () => {
  const killer = makeKiller();
  const world = worldOf({}, killer.around);
  await take(world, badMail());
  killer.arm((port, [record]) => port === 'ledger.write' && (record as LedgerRecord).kind === 'letter', 'before');
  void correct(world, [{ path: 'buyer.email', value: 'still@nowhere' }]);
  await killer.killed();
  killer.disarm();

  await redrive(world);

  expect(letterIn(world, openIn(world))?.history.map(({ action }) => action)).toStrictEqual(['corrected', 'parked']);
  expect(world.order().corrections).toHaveLength(1);
});

describe('two people at once', () => {
  it('who correct one place: one is refused', async () => {
    const world = worldOf();
    await take(world, badMail());

    const [anna, erika] = await Promise.all([
      correct(world, [{ path: 'buyer.email', value: 'a@example.hu' }], openIn(world), 'anna'),
      correct(world, [{ path: 'buyer.email', value: 'b@example.hu' }], openIn(world), 'erika'),
    ]);

    expect([anna.ok, erika]).toMatchObject([true, { ok: false, problem: { why: 'changed-meanwhile' } }]);
    expect(world.order().corrections.map(({ new: value }) => value)).toStrictEqual(['a@example.hu']);
  });

  it('who correct two places: both hold', async () => {
    const world = worldOf();
    await take(world, badMail());

    await Promise.all([
      correct(world, [{ path: 'buyer.email', value: 'a@example.hu' }]),
      correct(world, [{ path: 'buyer.address.city', value: 'Pécs' }]),
    ]);
    await redrive(world);

    expect(contactOf(world)).toMatchObject({ contact_email: 'a@example.hu', contact_city: 'Pécs' });
  });

  it('of whom one redrives while the other is just correcting: it goes corrected, and the redrive stays the last word', async () => {
    const world = worldOf();
    await take(world, badMail());
    const id = openIn(world);
    const claimedFirst = {
      ...world.deps,
      ledger: {
        ...world.ledger,
        write: async (record: Parameters<typeof world.ledger.write>[0]) => {
          const answer = await world.ledger.write(record);
          if (record.kind === 'order') await redriveLetter(world.deps, id, 'anna', world.clock.now());
          return answer;
        },
      },
    };

    const change = { path: 'buyer.email', value: 'anna@example.hu' };
    await correctLetter(claimedFirst, id, [change], { by: 'erika', why: '' }, world.clock.now());
    const history = letterIn(world, id)?.history.map(({ action }) => action);
    await world.pass(2 * MINUTE);

    expect(history).toStrictEqual(['parked', 'corrected', 'redriven']);
    expect(letterIn(world, id)?.state).toBe('closed');
    expect(invoicesOf(world.co3)).toHaveLength(1);
  });

  it('of whom one has seen another value: that one is refused', async () => {
    const world = worldOf();
    await take(world, badMail());
    const change = { path: 'buyer.email', value: 'b@example.hu', seen: 'anna@nowhere' };
    await correct(world, [{ path: 'buyer.email', value: 'a@example.hu' }]);

    expect(await correct(world, [change])).toMatchObject({ ok: false, problem: { why: 'changed-meanwhile' } });
  });

  it('of whom one has redriven it already: the correction is refused', async () => {
    const world = worldOf();
    await take(world, badMail());
    const id = openIn(world);
    await redriveLetter(world.deps, id, 'anna', world.clock.now());

    const late = await correct(world, [{ path: 'buyer.email', value: 'a@example.hu' }], id);

    expect(late).toMatchObject({ ok: false, problem: { why: 'not-parked' } });
  });
});
