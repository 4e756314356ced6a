import { describe, expect, it } from 'vitest';
import type { Fields } from '../../infra/local/co3/account.ts';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import type { FaultRule } from '../../infra/local/co3/faults.ts';
import { knownIds } from '../../lib/deliver/known-contacts/known-ids.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { contactDraft } from '../support/drafts.ts';
import { makeKiller } from '../support/killer.ts';
import { ANNA, changeContact, contactsOf, imported, putContacts } from '../support/known-contacts.ts';
import { aBuyer, anOrder, aShop } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import type { Around } from '../support/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const TAX_NUMBER = '12345676-1-42';
const OTHER_TAX_NUMBER = '87654323-2-13';
const FIRM: Fields = { ...ANNA, contact_firm: 'Minta Kft.', contact_vat_number: TAX_NUMBER };

describe('a buyer who stands in CO3 already', () => {
  it('with the same billing data is taken over, and nothing is written', async () => {
    const world = newWorld();
    const [id] = putContacts(world, ANNA);
    await imported(world);

    await order(world, anOrder());

    expect(contactCalls(world)).toStrictEqual(['getContacts', 'getContact']);
    expect(contactsOf(world)).toHaveLength(1);
    expect(billed(world)).toStrictEqual([id]);
  });

  it('with other billing data is taken over and brought to them once, whatever order comes next', async () => {
    const world = newWorld({ contactOwner: 'bridge', contactCategories: ['Webshop'] });
    const there = { contact_owner: 'kata', contact_categories: 'Viszonteladó', contact_phone: '+36 1 555 0199' };
    const [id] = putContacts(world, { ...ANNA, ...there, contact_city: 'Győr' });
    await imported(world);

    const buyer = aBuyer({ phone: '' });
    await order(world, anOrder({ buyer }));
    await order(world, anOrder({ orderId: '1002', buyer }));

    expect(contactCalls(world)).toStrictEqual(['getContacts', 'getContact', 'setContact']);
    expect(billed(world)).toStrictEqual([id, id]);
    expect(contactsOf(world).map(({ fields }) => fields)).toStrictEqual([{ ...ANNA, ...there }]);
  });

  it('keeps what its owner in CO3 has set when a later order changes the address', async () => {
    const world = newWorld({ contactOwner: 'bridge' });
    const [id] = putContacts(world, { ...ANNA, contact_owner: 'kata' });
    await imported(world);
    await order(world, anOrder());

    const address = { street: 'Másik utca 2.', city: 'Pécs', zip: '7621' };
    await order(world, anOrder({ orderId: '1002', buyer: aBuyer({ address, phone: '' }) }));

    expect(billed(world)).toStrictEqual([id, id]);
    expect(contactsOf(world)[0]?.fields).toStrictEqual({
      ...ANNA,
      contact_owner: 'kata',
      contact_address: 'Másik utca 2.',
      contact_city: 'Pécs',
      contact_zip: '7621',
    });
  });

  it('as a company is known by its tax number, whoever orders and however both are written', async () => {
    const world = newWorld();
    const bela = { contact_lastname: 'Kiss', contact_firstname: 'Béla', contact_email: 'bela@example.com' };
    const [id] = putContacts(world, { ...FIRM, ...bela, contact_firm: 'MINTA KFT', contact_vat_number: '12345676142' });
    await imported(world);

    await order(world, aCompanyOrder());

    expect(billed(world)).toStrictEqual([id]);
    expect(contactsOf(world).map(({ fields }) => fields)).toStrictEqual([FIRM]);
  });

  it.each<[string, Fields, OrderSnapshot]>([
    ['another tax number', { ...FIRM, contact_vat_number: OTHER_TAX_NUMBER }, aCompanyOrder()],
    ['no tax number, and the buyer has one', { ...FIRM, contact_vat_number: '' }, aCompanyOrder()],
    ['a tax number, and the buyer has none', FIRM, anOrder({ buyer: aBuyer({ company: 'Minta Kft.' }) })],
    ['another e-mail', { ...ANNA, contact_email: 'other@example.com' }, anOrder()],
    ['a company', { ...ANNA, contact_firm: 'Minta Kft.' }, anOrder()],
    ['no e-mail, as the buyer', { ...ANNA, contact_email: '' }, anOrder({ buyer: aBuyer({ email: '' }) })],
  ])('with the same name and %s is somebody else, and left alone', async (_, there, snapshot) => {
    const world = newWorld();
    putContacts(world, there);
    await imported(world);

    await order(world, snapshot);

    expect(billed(world)).toStrictEqual(['2']);
    expect(contactsOf(world)[0]?.fields).toStrictEqual(there);
  });

  it('cannot be told without e-mail and tax number, and is not asked for', async () => {
    const world = newWorld();
    putContacts(world, ANNA);
    await imported(world);

    await order(world, anOrder({ buyer: aBuyer({ email: '' }) }));

    expect(contactCalls(world)).toStrictEqual(['getContacts', 'setContact']);
  });

  it('twice is taken over from the first entry, and the log says so without a name', async () => {
    const world = newWorld();
    const [first] = putContacts(world, ANNA, { ...ANNA, contact_city: 'Győr' }, { ...ANNA, contact_email: 'b@c.hu' });
    await imported(world);

    await order(world, anOrder());

    expect(billed(world)).toStrictEqual([first]);
    expect(world.logged).toContainEqual({
      event: 'contact is in CO3 more than once',
      shop: 'acme-shop',
      account: 'acme',
      order: 'shopify:acme.myshopify.com#1001',
      number: '#1001',
      traceId: 'trace-1',
      count: 2,
    });
    expect(JSON.stringify(world.logged)).not.toMatch(/Minta|Anna|example\.com/);
  });

  it('among many namesakes is looked for in the five newest alone', async () => {
    const world = newWorld();
    const namesakes = Array.from({ length: 6 }, (_, index) => ({ ...ANNA, contact_email: `n${index}@example.com` }));
    const [, , , , , , id] = putContacts(world, ...namesakes, ANNA);
    await imported(world);

    await order(world, anOrder());

    expect(contactCalls(world).filter((method) => method === 'getContact')).toHaveLength(5);
    expect(billed(world)).toStrictEqual([id]);
    expect(world.logged).toContainEqual(
      expect.objectContaining({
        event: 'contact has many namesakes',
        order: 'shopify:acme.myshopify.com#1001',
        count: 7,
      }),
    );
  });

  it('is asked for one call at a time, at CO3’s pace', async () => {
    const world = newWorld();
    putContacts(world, ...Array.from({ length: 5 }, () => ANNA));
    await imported(world);

    await order(world, anOrder());

    const times = world.co3.calls.map(({ at }) => at);
    expect(times.filter((at, index) => at - (times[index - 2] ?? 0) < 1_000)).toStrictEqual([]);
  });
});

describe('without an import that was carried through', () => {
  it.each([
    ['none was begun', async () => undefined],
    ['CO3 listed nothing', async (world: SimulatedWorld) => void (await importedWhile(world, refusal(18)))],
  ])('a buyer is made a contact as ever, because %s', async (_, before) => {
    const world = newWorld();
    await before(world);
    putContacts(world, ANNA);

    await order(world, anOrder());

    expect(contactCalls(world).filter((method) => method !== 'getContacts')).toStrictEqual(['setContact']);
    expect(billed(world)).toStrictEqual(['2']);
  });
});

describe('a contact that was there at the import', () => {
  it('and is gone is made anew', async () => {
    const world = newWorld();
    putContacts(world, ANNA);
    await imported(world);
    world.co3.fault({ method: 'getContact', ...refusal(201) });

    await order(world, anOrder());

    expect(contactCalls(world)).toStrictEqual(['getContacts', 'getContact', 'setContact']);
    expect(billed(world)).toStrictEqual(['2']);
  });

  it.each(['setContact', 'setInvoice'])('and is gone when %s names it is made anew, once', async (method) => {
    const world = newWorld();
    putContacts(world, { ...ANNA, contact_city: 'Győr' });
    await imported(world);
    world.co3.fault({ method, ...refusal(201) });

    await order(world, anOrder());

    expect(contactsOf(world)).toHaveLength(2);
    expect(billed(world)).toStrictEqual(['2']);
    expect(world.ledger.all('contact')).toMatchObject([{ contactId: '2', remade: true, adopted: false }]);
  });

  it('and may not be seen any more is told in the log, and made anew', async () => {
    const world = newWorld();
    putContacts(world, ANNA);
    await imported(world);
    world.co3.fault({ method: 'getContact', ...refusal(18) });

    await order(world, anOrder());

    expect(billed(world)).toStrictEqual(['2']);
    expect(world.logged).toContainEqual(
      expect.objectContaining({ event: 'contact not shown', method: 'getContact', code: 18, name: 'PermissionDenied' }),
    );
  });

  it('and has another name since is no longer taken for the buyer', async () => {
    const world = newWorld();
    const [id = ''] = putContacts(world, ANNA);
    await imported(world);
    changeContact(world, id, { ...ANNA, contact_lastname: 'Nagy' });

    await order(world, anOrder());

    expect(billed(world)).toStrictEqual(['2']);
  });
});

describe('a look at CO3’s contacts that fails', () => {
  it.each<[string, FaultRule]>([
    ['gives no answer', { kind: 'timeout-before-commit', method: 'getContact' }],
    ['is cut off', { kind: 'truncated-xml', method: 'getContact' }],
    ['fails in CO3’s database', { method: 'getContact', ...refusal(202) }],
  ])('because it %s is made again later, and the buyer is not doubled', async (_, rule) => {
    const world = newWorld();
    const [id] = putContacts(world, ANNA);
    await imported(world);
    world.co3.fault(rule);
    await order(world, anOrder());
    const early = billed(world);

    await world.pass(30 * MINUTE);

    expect([early, billed(world)]).toStrictEqual([[], [id]]);
    expect(contactsOf(world)).toHaveLength(1);
    expect(world.ledger.all('lane')[0]).toMatchObject({ hold: null, lease: null });
  });

  it('again and again is a letter after five tries', async () => {
    const world = newWorld();
    putContacts(world, ANNA);
    await imported(world);
    world.co3.fault({ method: 'getContact', kind: 'timeout-before-commit', times: null });
    await order(world, anOrder());

    await world.pass(DAY);

    expect(contactCalls(world).filter((method) => method === 'getContact')).toHaveLength(5);
    expect(world.order()).toMatchObject({ status: 'letter', reason: 'ContactNotConfirmed', dueAt: null });
    expect(contactsOf(world)).toHaveLength(1);
  });

  it('does not stand in the others’ way for long', async () => {
    const world = newWorld();
    putContacts(world, ANNA);
    await imported(world);
    world.co3.fault({ method: 'getContact', kind: 'timeout-before-commit', times: null });
    await order(world, anOrder());

    await order(world, anOrder({ orderId: '1002', buyer: aBuyer({ name: { first: 'Béla', last: 'Kiss' } }) }));
    await world.pass(3 * MINUTE);

    expect(world.ledger.all('order').map(({ status }) => status)).toStrictEqual(['due', 'settled']);
  });

  it('for want of time is made by the next worker', async () => {
    const world = newWorld();
    const ids = putContacts(world, ...Array.from({ length: 5 }, () => ANNA));
    await imported(world);
    world.co3.fault({ method: 'getContact', kind: 'slow', ms: 15_000, times: 3 });
    await order(world, anOrder());
    const early = billed(world);

    await world.pass(2 * MINUTE);

    expect([early, billed(world)]).toStrictEqual([[], [ids[0]]]);
    expect(world.order()).toMatchObject({ status: 'settled', tries: 0 });
  });

  it('leaves the order alone where a person shuts the lane meanwhile', async () => {
    let world: SimulatedWorld | undefined;
    const around: Around = async (port, effect) => {
      const result = await effect();
      if (port === 'co3' && world?.co3.calls.at(-1)?.method === 'getContact') await shut(world);
      return result;
    };
    world = newWorld({}, around);
    putContacts(world, { ...ANNA, contact_city: 'Győr' });
    await imported(world);

    await order(world, anOrder());

    expect(contactCalls(world)).toStrictEqual(['getContacts', 'getContact']);
    expect(world.order()).toMatchObject({ status: 'due', starts: 0, tries: 0 });
  });
});

describe('an import', () => {
  it('that is made again forgets who is gone or has another name, also of the one before the last', async () => {
    const { world, before, after } = await changedWorld();
    const early = await idsOf(world, ...ASKED);

    const report = await imported(world);
    const once = await idsOf(world, ...ASKED);
    await imported(world);

    expect(report).toStrictEqual({ ok: true, value: { account: 'acme', contacts: 2, leftOut: 0, namesakes: [] } });
    expect([early, once, await idsOf(world, ...ASKED)]).toStrictEqual([before, after, after]);
  });

  it('that is stopped at a call of a port leaves the one before it whole, and ends well when it is started once more', async () => {
    const calls = await callsOfImport();
    const last = calls.length;
    const moments = [...calls.slice(0, 12), ...calls.filter((at) => at % 23 === 0), ...calls.slice(-8)];
    for (const at of moments) {
      const killer = makeKiller();
      const { world, before, after } = await changedWorld(killer.around);
      killer.arm((_port, _given, count) => count === at, at % 2 === 0 ? 'before' : 'after');

      const end = await Promise.race([imported(world), killer.killed()]);
      killer.disarm();
      const stopped = await idsOf(world, ...ASKED);
      world.clock.advance(2 * MINUTE);
      const again = await imported(world);

      // Only the last write lets the names count.
      const isThrough = at === last && at % 2 === 1;
      expect({ at, end, stopped }).toStrictEqual({ at, end: 'killed', stopped: isThrough ? after : before });
      expect({ at, ok: again.ok, ids: await idsOf(world, ...ASKED) }).toStrictEqual({ at, ok: true, ids: after });
    }
    expect(last).toBeGreaterThan(256);
  });

  it('the first one, that is stopped half-way, lets orders go as if there were none', async () => {
    const killer = makeKiller();
    const world = newWorld({}, killer.around);
    putContacts(world, ...['Anna', 'Béla', 'Cili', 'Dóra', 'Edit'].map((first) => named('Minta', first)));
    killer.arm((port, [, key]) => port === 'ledger.read' && String(key).endsWith('|ff'), 'before');

    const end = await Promise.race([imported(world), killer.killed()]);
    killer.disarm();
    await order(world, anOrder());

    expect(end).toBe('killed');
    expect(world.ledger.all('names')).toHaveLength(5);
    expect(contactCalls(world)).toStrictEqual(['getContacts', 'setContact']);
  });

  it('leaves nothing in the ledger that can be read of a person', async () => {
    const world = newWorld();
    putContacts(world, FIRM);

    await imported(world);

    const kept = JSON.stringify([...world.ledger.all('names'), ...world.ledger.all('contact-import')]);
    expect(kept).not.toMatch(/minta|anna|kft|example|12345676/i);
  });
});

function aCompanyOrder(): OrderSnapshot {
  const notes = [{ name: 'note_attributes.adoszam', value: TAX_NUMBER }];
  return anOrder({ buyer: aBuyer({ company: 'Minta Kft.' }), notes });
}

function refusal(code: number) {
  return { kind: 'refuse', code } as const;
}

const named = (last: string, first: string): Fields => ({ ...ANNA, contact_lastname: last, contact_firstname: first });

const newWorld = (shop: Parameters<typeof aShop>[0] = {}, around?: Around): SimulatedWorld =>
  makeSimulatedWorld({
    seed: 1,
    dialect: PLAIN_DIALECT,
    shops: [aShop(shop)],
    ...(around === undefined ? {} : { around }),
  });

const order = async (world: SimulatedWorld, snapshot: OrderSnapshot): Promise<void> => {
  await world.arrive(snapshot);
  await world.deliver();
};

const importedWhile = async (world: SimulatedWorld, kind: ReturnType<typeof refusal>) => {
  world.co3.fault({ method: 'getContacts', ...kind });
  return imported(world);
};

const contactCalls = ({ co3 }: SimulatedWorld): readonly string[] =>
  co3.calls.map(({ method }) => method).filter((method) => /Contact/.test(method));

/** Whom CO3 has issued invoices to. */
const billed = ({ co3 }: SimulatedWorld): readonly (string | undefined)[] =>
  invoicesOf(co3).map(({ fields }) => fields['contact_id']);

const ASKED = [
  ['Minta', 'Anna'],
  ['Kiss', 'Béla'],
  ['Nagy', 'Anna'],
] as const;

/** A world with an import since which one of two contacts has another name. */
const changedWorld = async (around?: Around) => {
  const world = newWorld({}, around);
  const [anna = '', bela = ''] = putContacts(world, ANNA, named('Kiss', 'Béla'));
  await imported(world);
  changeContact(world, anna, named('Nagy', 'Anna'));
  return { world, before: [[anna], [bela], []], after: [[], [bela], [anna]] };
};

/** The numbers of all calls of a port that an import makes. */
const callsOfImport = async (): Promise<readonly number[]> => {
  let calls = 0;
  const { world } = await changedWorld((_port, effect) => {
    calls += 1;
    return effect();
  });
  calls = 0;
  await imported(world);
  return Array.from({ length: calls }, (_, index) => index + 1);
};

const idsOf = (world: SimulatedWorld, ...names: readonly (readonly [string, string])[]) =>
  Promise.all(
    names.map(([lastName, firstName]) => knownIds(world.ledger, 'acme', contactDraft({ lastName, firstName }))),
  );

const shut = async ({ ledger }: SimulatedWorld): Promise<void> => {
  const lane = await ledger.read('lane', 'acme');
  if (lane === undefined || lane.hold !== null) return;
  const hold = { reason: 'by-hand', code: null, method: null, since: 0, until: null, probes: 0 } as const;
  await ledger.write({ ...lane, hold, version: lane.version + 1, writeId: 'by-hand' });
};
