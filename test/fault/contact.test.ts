import { describe, expect, it } from 'vitest';
import { anOrder } from '../support/orders.ts';
import { programmedCo3 } from '../support/programmed-co3.ts';
import { answered, noAnswer, refused } from '../support/scripted-co3.ts';
import { makeWorld } from '../support/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const countOf = (methods: readonly string[], method: string): number => methods.filter((one) => one === method).length;

const NAMESAKES = `<contacts>${[1, 2, 3, 4, 5]
  .map((id) => `<contact><contact_id>${id}</contact_id><contact_name>Minta Anna</contact_name></contact>`)
  .join('')}</contacts>`;
const ANOTHER =
  '<contact><contact_lastname>Minta</contact_lastname><contact_firstname>Anna</contact_firstname><contact_email>other@example.hu</contact_email></contact>';

describe('a contact', () => {
  it.each([
    ['that gives no answer', () => noAnswer, undefined],
    ['that fails in CO3’s database', () => refused(202, 'Database query error'), undefined],
    ['that is acknowledged without an id and not found', () => answered('<result>OK</result>'), undefined],
    ['that may not be looked for', () => noAnswer, refused(18, 'Standard permission error')],
    ['whose list cannot be read', () => noAnswer, { kind: 'answered', status: 200, body: 'no XML' } as const],
  ])('%s is tried five times at most, and is a letter then', async (_, set, list) => {
    const co3 = programmedCo3((method) =>
      method === 'setContact' ? set() : method === 'getContacts' ? list : undefined,
    );
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(DAY);

    expect(countOf(co3.methods(), 'setContact')).toBeLessThanOrEqual(5);
    expect(countOf(co3.methods(), 'getContacts')).toBeLessThanOrEqual(15);
    expect(world.order()).toMatchObject({ status: 'letter', dueAt: null });
    expect(world.ledger.all('letter').map(({ letter }) => letter.state)).toStrictEqual(['parked']);
  });

  it('that CO3 acknowledged is never made again', async () => {
    const co3 = programmedCo3((method) => (method === 'setContact' ? answered('<result>OK</result>') : undefined));
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(DAY);

    expect(countOf(co3.methods(), 'setContact')).toBe(1);
    expect(world.order().reason).toBe('ContactNotConfirmed');
  });

  it('that is known and whose update hangs is tried five times at most', async () => {
    let isDown = false;
    const co3 = programmedCo3((method) =>
      isDown && method === 'setContact' ? { ...noAnswer, latencyMs: 20_000 } : undefined,
    );
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();
    isDown = true;
    await world.arrive(anOrder({ orderId: '1002', buyer: { ...anOrder().buyer, phone: '+36 1 555 0199' } as never }));
    await world.deliver();

    await world.pass(DAY);

    expect(countOf(co3.methods(), 'setContact')).toBe(6);
    expect(world.ledger.all('order').map(({ status }) => status)).toStrictEqual(['settled', 'letter']);
  });

  it('that cannot be looked for within a worker’s time is a letter in the end', async () => {
    let isFirst = true;
    const co3 = programmedCo3((method) => {
      if (method === 'setContact' && isFirst) {
        isFirst = false;
        return noAnswer;
      }
      if (method === 'getContacts') return { ...answered(NAMESAKES), latencyMs: 8_000 };
      return method === 'getContact' ? { ...answered(ANOTHER), latencyMs: 8_000 } : undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();

    await world.pass(DAY);

    expect(world.order().reason).toBe('ContactNotConfirmed');
  });

  it('is looked for thirty seconds after it was sent, and no sooner', async () => {
    let sent = 0;
    const co3 = programmedCo3((method) => {
      if (method === 'setContact') sent += 1;
      return method === 'setContact' && sent === 1 ? noAnswer : undefined;
    });
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());
    await world.deliver();
    const sentAt = co3.calls.find(({ method }) => method === 'setContact')?.at ?? 0;

    for (let second = 0; second < 40; second += 1) await world.pass(1_000);

    const readAt = co3.calls.find(({ method }) => method === 'getContacts')?.at ?? 0;
    expect(readAt - sentAt).toBeGreaterThanOrEqual(30_000);
    expect(readAt - sentAt).toBeLessThan(40_000);
  });

  it('that CO3 does not know again and again is made anew only once', async () => {
    const co3 = programmedCo3((method) =>
      method === 'setInvoice'
        ? refused(201, 'Permission problem or non-existing contact with the given id')
        : undefined,
    );
    const world = makeWorld({ transport: co3.transport });
    await world.arrive(anOrder());

    await world.deliver();

    expect(co3.methods()).toStrictEqual(['authenticate', 'setContact', 'setInvoice', 'setContact', 'setInvoice']);
    expect(world.order().reason).toBe('ContactNotAccessible');
  });
});

it('one contact that cannot be looked for does not hold the others’ lane again and again', async () => {
  let isFirst = true;
  const co3 = programmedCo3((method) => {
    if (method === 'setContact' && isFirst) {
      isFirst = false;
      return noAnswer;
    }
    return method === 'getContacts' ? { kind: 'answered', status: 200, body: 'no XML' } : undefined;
  });
  const world = makeWorld({ transport: co3.transport });
  await world.arrive(anOrder({ orderId: 'poison' }));
  await world.deliver();
  for (let n = 0; n < 60; n += 1) {
    await world.arrive(
      anOrder({ orderId: String(n), buyer: { ...anOrder().buyer, email: `b${n}@example.hu` } as never }),
    );
    await world.deliver();
    await world.pass(5 * MINUTE);
  }

  expect(world.alarms.filter((alarm) => alarm === 'LaneHeld').length).toBeLessThanOrEqual(5);
  expect(world.ledger.all('order').filter(({ status }) => status === 'settled')).toHaveLength(60);
});
