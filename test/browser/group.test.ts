import { expect, it } from 'vitest';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import { describeInBrowser } from '../support/browser-desk.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { violationsOf } from '../support/page-checks.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';

describeInBrowser('letters of one cause', (openDesk) => {
  it('are corrected alike and redriven in steps, with the lines that let later orders pass', async () => {
    const world = await worldWith(11, { gateways: [CASH] });
    const { page } = await openDesk(world);

    await page.getByRole('link', { name: 'The way of payment is not mapped' }).click();
    await page.getByRole('table', { name: 'Its letters, the newest 5 of 11' }).waitFor();
    await page.getByLabel('Way of payment').selectOption('c.o.d.');
    await page.getByRole('button', { name: 'Show what would be sent' }).click();
    const preview = await page.getByRole('region', { name: 'Preview of the correction' }).textContent();
    const before = invoicesOf(world.co3).length;
    const violations = await violationsOf(page);
    await page.getByRole('button', { name: 'Keep it for all 11 and redrive in steps' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    const told = await page.locator('#job').textContent();
    await page.getByRole('link', { name: 'To the cause' }).click();
    await page.getByText('No letter is open for this cause any more.').waitFor();

    expect(preview).toContain(`${CASH}: c.o.d.`);
    expect(violations).toStrictEqual([]);
    expect(told).toContain('Step 4: 11 answered, 0 back, or not let go, 0 being tried, 0 not tried.');
    expect([before, invoicesOf(world.co3).length]).toStrictEqual([0, 11]);
  });

  it('are tried one alone where their cause is not mended', async () => {
    const world = await worldWith(6, { gateways: [CASH] });
    const { page } = await openDesk(world);

    await page.getByRole('link', { name: 'The way of payment is not mapped' }).click();
    await page.getByRole('button', { name: 'Redrive all 6 in steps' }).click();
    await page.getByRole('alert').waitFor();

    expect(await page.locator('#job').textContent()).toContain('It stopped by itself');
    expect(await page.locator('#job').textContent()).toContain('5 not tried');
    expect(invoicesOf(world.co3)).toStrictEqual([]);
  });
});

const MINUTE = 60_000;
const CASH = 'Utánvét (GLS)';

const worldWith = async (orders: number, order: Partial<OrderSnapshot>): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({ seed: 1 });
  for (let at = 1; at <= orders; at += 1) {
    const buyer = aBuyer({ email: `vasarlo${at}@example.com` });
    await world.arrive(anOrder({ orderId: String(1000 + at), number: `#${1000 + at}`, buyer, ...order }));
  }
  await world.pass(MINUTE);
  return world;
};
