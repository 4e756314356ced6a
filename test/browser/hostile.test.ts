import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openLines } from '../../lib/dead-letters/open-letters.ts';
import { describeInBrowser } from '../support/browser-desk.ts';
import { aShopOfGoods } from '../support/goods.ts';
import { HOSTILE, orderOfNothingBut, productOfNothingBut } from '../support/hostile.ts';
import { aBuyer, anOrder, aRow, aShippingRow } from '../support/orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';

describeInBrowser('a hostile text', (openDesk) => {
  it.each(HOSTILE)('is shown as text on every page that shows it: %s', async (_, text, seen) => {
    const world = aWorld();
    await world.arrive(orderOfNothingBut(text));
    // This one goes as far as CO3, which refuses its e-mail.
    const { buyer, ...others } = orderOfNothingBut(text, {
      orderId: '1002',
      gateways: ['shopify_payments'],
      notes: [],
    });
    const hungarian = buyer && { ...buyer, country: 'HU' };
    await world.arrive({ ...others, buyer: hungarian, shipTo: hungarian });
    await world.arrive(productOfNothingBut(text));
    await world.pass(60_000);
    const { page, origin } = await openDesk(world);

    const letters = await pathsOf(world);
    const pages = await visit(page, origin, [
      '/',
      '/letters',
      `/letters?words=${encodeURIComponent(seen)}`,
      ...letters,
    ]);

    expect(world.ledger.all('letter').map(({ letter }) => letter.error.name)).toContain('InvalidEmail');
    expect(letters.map((path) => pages.get(path)?.text.includes(seen))).toStrictEqual([true, true, true]);
    expect([...pages.values()].map(({ strangers }) => strangers)).toStrictEqual([0, 0, 0, 0, 0, 0]);
  });

  it('of a hundred thousand letters makes no page wider, and is shown to its end for who asks', async () => {
    const world = aWorld();
    const name = `${'x'.repeat(99_990)} to its end`;
    const rows = [aRow({ name }), aShippingRow()];
    await world.arrive(anOrder({ rows, buyer: aBuyer({ email: 'nobody', name: { first: name, last: name } }) }));
    await world.pass(60_000);
    const { page, origin } = await openDesk(world);

    const [path = ''] = await pathsOf(world);
    const { text, overhang } = (await visit(page, origin, ['/letters', path])).get(path) ?? {};

    expect(text).toContain(name);
    expect(overhang).toBe(0);
  });
});

const aWorld = () => makeSimulatedWorld({ seed: 1, shops: [aShopOfGoods()] });

const pathsOf = async ({ deps }: SimulatedWorld): Promise<readonly string[]> =>
  (await openLines(deps.ledger)).map(({ id }) => `/letters/${id}`);

interface Visited {
  readonly text: string;
  readonly overhang: number;
  /** Elements that no page of ours has. */
  readonly strangers: number;
}

const visit = async (page: Page, origin: string, paths: readonly string[]): Promise<ReadonlyMap<string, Visited>> => {
  const visited = new Map<string, Visited>();
  for (const path of paths) {
    await page.goto(`${origin}${path}`);
    visited.set(path, await page.evaluate<Visited>(LOOK));
  }
  return visited;
};

const LOOK = `({
  text: document.body.textContent,
  overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  strangers: document.querySelectorAll('script:not([src]), img, [onerror], [onfocus], [autofocus], h1 ~ h1, main ~ *').length,
})`;
