import { describe, expect, it } from 'vitest';
import { orderKeyOf } from '../../../lib/event/snapshot.ts';
import { makeDeskBench, textOf } from '../../support/desk-bench.ts';
import { anOrderRecord } from '../../support/ledger-records.ts';
import { aBuyer, anAccount, anOrder, aShop } from '../../support/orders.ts';
import { programmedCo3 } from '../../support/programmed-co3.ts';
import { makeWorld } from '../../support/world.ts';

const PATH = `/orders/${encodeURIComponent(orderKeyOf(anOrder()))}`;

describe('the list of waiting orders', () => {
  it('shows what waits for a release, and leads to each', async () => {
    const { desk } = await deskWith('release');

    const page = await desk.page('/orders');

    expect(textOf(page)).toContain('#1001 acme-shop acme HUF 6,350');
    expect(page).toContain(`href="${PATH}"`);
    expect(textOf(await desk.page('/orders?of=shadow'))).toContain('No order was seen in shadow.');
  });

  it('shows those seen in shadow by themselves', async () => {
    const { desk } = await deskWith('shadow');

    expect(textOf(await desk.page('/orders'))).toContain('No order waits for a release.');
    expect(textOf(await desk.page('/orders?of=shadow', { 'accept-language': 'hu' }))).toContain(
      '#1001 acme-shop acme 6 350 Ft',
    );
  });
});

describe('a waiting order', () => {
  it('shows what would be sent and the order itself', async () => {
    const { desk } = await deskWith('release');

    const page = await desk.page(PATH);

    expect(textOf(page)).toContain('Owed: HUF 6,350');
    expect(page).toContain('<summary>setContact</summary>');
    expect(page).toContain('<summary>setInvoice</summary>');
    expect(textOf(page)).toContain('Total as the shop says HUF 6,350');
  });

  it('is released as it was seen, and rings', async () => {
    const { desk, world } = await deskWith('release');
    const digest = digestOf(await desk.page(PATH));

    const answer = await desk.send(`${PATH}/release`, { digest });

    expect(answer.headers.get('location')).toBe(`${PATH}?done=released`);
    expect(world.order()).toMatchObject({ status: 'due', reason: 'Released', release: { digest } });
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
    const page = await desk.page(`${PATH}?done=released`);
    expect(textOf(page)).toContain('Released: it is sent as soon as its turn comes.');
    expect(page).toContain(`hx-get="${PATH}/state" hx-trigger="every 2s"`);
  });

  it('that has changed since it was seen is not released', async () => {
    const { desk, world } = await deskWith('release');
    const digest = digestOf(await desk.page(PATH));
    const order = world.order();
    const snapshot = anOrder({ buyer: aBuyer({ company: 'Másik Kft.' }) });
    await world.ledger.write({ ...order, version: order.version + 1, snapshot });

    const answer = await desk.send(`${PATH}/release`, { digest });

    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain('It was not released. The order has changed since you looked.');
    expect(world.order().status).toBe('release');
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it.each([[''], ['another']])('is not released by the digest %j', async (digest) => {
    const { desk, world } = await deskWith('release');

    const answer = await desk.send(`${PATH}/release`, { digest });

    expect([answer.status, world.order().status]).toStrictEqual([409, 'release']);
  });

  it('of a shop in shadow shows what would be sent, and has no button', async () => {
    const { desk } = await deskWith('shadow', 'shadow');

    const page = await desk.page(PATH);

    expect(textOf(page)).toContain('The shop is in shadow, where nothing is sent.');
    expect(page).not.toContain(`action="${PATH}/release"`);
  });

  it('tells its state alone, and leads to the whole page once it is at rest', async () => {
    const { desk } = await deskWith('release');

    const part = await desk.ask(`${PATH}/state`, { headers: { cookie: desk.cookie() } });

    expect(part.headers.get('hx-redirect')).toBe(PATH);
    expect(await part.text()).toMatch(/^<div id="state"/);
  });

  it('that nobody knows is not there', async () => {
    const { desk } = await deskWith('release');

    for (const path of ['/orders/nobody', '/orders/nobody/state'])
      expect((await desk.ask(path, { headers: { cookie: desk.cookie() } })).status).toBe(404);
    expect((await desk.send('/orders/nobody/release', { digest: 'x' })).status).toBe(404);
  });
});

const digestOf = (page: string): string => /name="digest" value="([^"]*)"/.exec(page)?.[1] ?? '';

const deskWith = async (status: 'release' | 'shadow', mode: 'supervised' | 'shadow' = 'supervised') => {
  const world = makeWorld({
    transport: programmedCo3().transport,
    shops: [aShop({ mode })],
    accounts: [anAccount()],
  });
  await world.ledger.write(
    anOrderRecord({ status, shadow: status === 'shadow', reason: 'WaitsForRelease', dueAt: null }),
  );
  const desk = makeDeskBench(world);
  await desk.enter();
  return { desk, world };
};
