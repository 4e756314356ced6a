import { describe, expect, it } from 'vitest';
import type { LaneRecord } from '../../../lib/deliver/lane-records.ts';
import { withHold } from '../../../lib/deliver/lane-state.ts';
import { updateRecord } from '../../../lib/deliver/update-record.ts';
import type { AccountSettings, ShopSettings } from '../../../lib/settings/settings.ts';
import { aLaneRecord } from '../../support/ledger-records.ts';
import { anAccount, anOrder, aShop } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { answered, noAnswer, refused } from '../../support/scripted-co3.ts';
import { type Shown, showInvoices, textOf } from '../../support/shown-invoices.ts';
import { makeWorld, START } from '../../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OURS = 'test/shopify:acme.myshopify.com/900/invoice/1';

describe('a lane that no table has opened', () => {
  it('is opened where CO3 holds no document of ours, and work begins', async () => {
    const { world, co3, invoices, lane } = benchOf();
    invoices.push({ id: '11', comment: 'WooCommerce #11' }, { id: '12' }, { id: '13', comment: 'test' });
    await world.arrive(anOrder());

    await world.deliver();

    expect(co3.methods().slice(0, 6)).toStrictEqual([
      'authenticate',
      ...['getInvoices', 'getInvoice', 'getInvoice', 'getInvoice'],
      'setContact',
    ]);
    expect(world.order().reason).toBe('Invoiced');
    expect(lane()).toMatchObject({ ledger: 'memory', lookedDownTo: null, hold: null });
  });

  it('is looked at once', async () => {
    const { world, co3 } = benchOf();
    await world.arrive(anOrder());
    await world.deliver();
    await world.arrive(anOrder({ orderId: '1002' }));

    await world.deliver();

    expect(co3.methods().filter((method) => method === 'getInvoices')).toHaveLength(1);
  });

  it.each([
    ['a marker of ours', OURS],
    ['a marker that was cut', 'test/shopify:acme.mysho'],
    ['a marker that somebody has written something before', `Másolat ${OURS}`],
  ])('is held where CO3 holds %s, before anything is sent', async (_, comment) => {
    const { world, co3, invoices, lane } = benchOf();
    invoices.push({ id: '11' }, { id: '12', comment });
    await world.arrive(anOrder());

    await world.deliver();
    await world.pass(HOUR);

    expect(co3.methods()).toStrictEqual(['authenticate', 'getInvoices', 'getInvoice']);
    expect(lane()).toMatchObject({ ledger: null, lease: null, hold: { reason: 'ledger-lost', until: null } });
    expect(world.alarms).toStrictEqual(['LaneHeld']);
    expect(world.order()).toMatchObject({ status: 'due', steps: [] });
  });

  it.each<[string, Partial<Shown>]>([
    ['another stage’s marker', { comment: OURS.replace('test', 'prod') }],
    ['a marker of a shop of another account', { comment: OURS.replace('acme', 'other') }],
    ['a marker on an invoice that came in', { comment: OURS, direction: 'received' }],
    ['a marker from before the first order of ours', { comment: OURS, day: '2026-11-29' }],
    ['an invoice that is gone when it is looked at', { comment: OURS, answer: refused(301) }],
  ])('is opened in spite of %s', async (_, shown) => {
    const { world, invoices, lane } = benchOf({ shops: [aShop(), { ...OTHER_SHOP, account: 'elsewhere' }] });
    invoices.push({ id: '11', ...shown });
    await world.arrive(anOrder());

    await world.deliver();

    expect(lane()).toMatchObject({ ledger: 'memory', hold: null });
    expect(world.order().reason).toBe('Invoiced');
  });

  it('is held for a marker of any of its shops', async () => {
    const { world, invoices, lane } = benchOf({ shops: [aShop(), OTHER_SHOP] });
    invoices.push({ id: '11', comment: OURS.replace('acme', 'other') });
    await world.arrive(anOrder());

    await world.deliver();

    expect(lane().hold?.reason).toBe('ledger-lost');
  });

  it('is looked at from the day before the earliest order of ours to tomorrow, a month at a time', async () => {
    const moments = ['2026-12-01T00:00:00+01:00', '2026-10-15T00:00:00+02:00'];
    const shops = [aShop(), OTHER_SHOP].map((shop, at) => ({ ...shop, invoiceFrom: Date.parse(moments[at] ?? '') }));
    const { world, co3 } = benchOf({ shops });
    await world.arrive(anOrder());

    await world.deliver();

    const lists = co3.calls.filter(({ method }) => method === 'getInvoices');
    expect(lists.map(({ body }) => `${textOf(body, 'date_from')} ${textOf(body, 'date_to')}`)).toStrictEqual([
      '2026-10-14 2026-11-13',
      '2026-11-14 2026-12-03',
    ]);
  });

  it('needs no look where every order of ours is still to be made', async () => {
    const { world, co3, lane } = benchOf({ shops: [aShop({ invoiceFrom: START + 1 })] });
    await world.arrive(anOrder());

    await world.deliver();

    expect(co3.calls).toStrictEqual([]);
    expect(lane()).toMatchObject({ ledger: 'memory', hold: null });
    expect(world.order().reason).toBe('BeforeInvoiceFrom');
  });

  it('is held where CO3 keeps no markers and has invoices, since a look would say nothing', async () => {
    const { world, invoices, co3, lane } = benchOf({ account: { contract: { assumptions: { commentKept: false } } } });
    invoices.push({ id: '11' });
    await world.arrive(anOrder());

    await world.deliver();

    expect(lane().hold?.reason).toBe('ledger-lost');
    expect(co3.methods()).toStrictEqual(['authenticate', 'getInvoices']);
  });

  it.each<[string, Shown]>([
    ['lists without an id', { id: '' }],
    ['shows as something else', { id: '11', answer: answered('<invoice></invoice>') }],
  ])('is held for an invoice that CO3 %s, which may be ours', async (_, shown) => {
    const { world, invoices, lane } = benchOf();
    invoices.push(shown);
    await world.arrive(anOrder());

    await world.deliver();

    expect(lane().hold?.reason).toBe('ledger-lost');
  });

  it('is looked at through several workers where there are many invoices, the newest first', async () => {
    const { world, co3, invoices, lane } = benchOf();
    for (let id = 1; id <= 100; id += 1) invoices.push({ id: String(id) });
    await world.arrive(anOrder());

    await world.handle({ messages: world.events.receive(120_000), deadline: world.clock.now() + MINUTE });
    const first = co3.calls.filter(({ method }) => method === 'getInvoice').map(({ body }) => idOf(body));
    const { ledger, lookedDownTo } = lane();
    await world.deliver();

    expect(first).toStrictEqual(Array.from({ length: 40 }, (_, at) => 100 - at));
    expect({ ledger, lookedDownTo }).toStrictEqual({ ledger: null, lookedDownTo: '61' });
    const looked = co3.calls.filter(({ method }) => method === 'getInvoice').map(({ body }) => idOf(body));
    expect(looked).toStrictEqual(Array.from({ length: 100 }, (_, at) => 100 - at));
    expect(world.order().reason).toBe('Invoiced');
    expect(lane()).toMatchObject({ ledger: 'memory', lookedDownTo: null });
  });

  it('is held for the oldest invoice of many', async () => {
    const { world, invoices, lane } = benchOf();
    for (let id = 1; id <= 41; id += 1) invoices.push({ id: String(id), ...(id === 1 ? { comment: OURS } : {}) });
    await world.arrive(anOrder());

    await world.deliver();

    expect(lane().hold?.reason).toBe('ledger-lost');
  });

  it.each([
    ['is refused', refused(18, 'Standard permission error'), { reason: 'code', code: 18 }],
    ['gets no answer', noAnswer, { reason: 'no-answer', code: null }],
  ])('sends nothing where the look %s, and looks again with the next probe', async (_, answer, hold) => {
    let isFailing = true;
    const { world, co3, lane } = benchOf({}, (method) =>
      isFailing && method.startsWith('getInv') ? answer : undefined,
    );
    await world.arrive(anOrder());
    await world.deliver();
    const early = lane();
    const methods = co3.methods();
    isFailing = false;

    await world.pass(3 * MINUTE);

    expect(methods).toStrictEqual(['authenticate', 'getInvoices']);
    expect(early).toMatchObject({ ledger: null, hold });
    expect(lane()).toMatchObject({ ledger: 'memory', hold: null });
    expect(world.order().reason).toBe('Invoiced');
  });
});

describe('a lane that another table has opened', () => {
  it('is held without a call, and rings the alarm', async () => {
    const { world, co3, lane, put } = benchOf();
    await put({ ledger: 'the-table-before' });
    await world.arrive(anOrder());

    await world.deliver();
    await world.pass(HOUR);

    expect(co3.calls).toStrictEqual([]);
    expect(lane()).toMatchObject({
      ledger: 'the-table-before',
      lease: null,
      hold: { reason: 'ledger-lost', until: null },
    });
    expect(world.alarms).toStrictEqual(['LaneHeld']);
  });

  it('is held in place of a hold of before that would have been probed', async () => {
    const { world, co3, lane, put } = benchOf();
    const { hold } = withHold(aLaneRecord(), { reason: 'code', code: 7, method: null }, START - HOUR);
    await put({ ledger: 'the-table-before', hold });
    await world.arrive(anOrder());

    await world.deliver();

    expect(co3.calls).toStrictEqual([]);
    expect(lane().hold).toMatchObject({ reason: 'ledger-lost', until: null });
    expect(world.alarms).toStrictEqual(['LaneHeld']);
  });
});

it('keeps a lane open for the table that has opened it', async () => {
  const { world, co3, lane, put } = benchOf();
  await put({ ledger: 'memory' });
  await world.arrive(anOrder());

  await world.deliver();

  expect(co3.methods()).toStrictEqual(['authenticate', 'setContact', 'setInvoice']);
  expect(lane().hold).toBeNull();
});

const OTHER_SHOP = aShop({ id: 'other-shop', tenant: 'other.myshopify.com' });

interface Bench {
  readonly shops?: readonly ShopSettings[];
  readonly account?: Partial<AccountSettings>;
}

const benchOf = (
  { shops = [aShop()], account = {} }: Bench = {},
  program: Parameters<typeof programmedCo3>[0] = () => undefined,
) => {
  const invoices: Shown[] = [];
  const show = showInvoices(() => invoices);
  const co3 = programmedCo3((method, body) => program(method, body) ?? show(method, body));
  const accounts = [anAccount(account), anAccount({ id: 'elsewhere' })];
  const world = makeWorld({ transport: co3.transport, shops, accounts, freshLanes: true });
  const lane = (): LaneRecord => {
    const [one] = world.ledger.all('lane');
    if (one === undefined) throw new Error('nobody was at the lane');
    return one;
  };
  const put = (change: Partial<LaneRecord>) =>
    updateRecord(world.deps, 'lane', 'acme', () => ({ ...aLaneRecord(), ...change }));
  return { world, co3, invoices, lane, put };
};

const idOf = (body: string): number => Number(textOf(body, 'invoice_id'));
