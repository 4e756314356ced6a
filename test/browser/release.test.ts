import { expect, it } from 'vitest';
import type { Instant } from '../../lib/event/time.ts';
import { describeInBrowser } from '../support/browser-desk.ts';
import { aBuyer, anOrder, aShop } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';

describeInBrowser('the release of a supervised order', (openDesk) => {
  it('sends what the page has shown, and only then', async () => {
    const world = await supervisedWorld();
    const { page } = await openDesk(world);

    await page.getByRole('link', { name: 'Waiting orders' }).click();
    await page.getByRole('link', { name: '#1001' }).click();
    const plan = page.getByRole('region', { name: 'What would be sent' });
    const shown = (await plan.textContent())?.includes('6,350');
    const before = invoicesOf(world.co3).length;
    await page.getByRole('button', { name: 'Release' }).click();
    await page.getByText('Released: it is sent as soon as its turn comes.').waitFor();
    await world.pass(2 * MINUTE);
    await page.getByRole('link', { name: 'Waiting orders' }).click();
    await page.getByText('No order waits for a release.').waitFor();

    expect([shown, before, invoicesOf(world.co3).length]).toStrictEqual([true, 0, 1]);
  });

  it('asks again where the order has changed since the page was shown', async () => {
    const world = await supervisedWorld();
    const { page } = await openDesk(world);
    await page.getByRole('link', { name: 'Waiting orders' }).click();
    await page.getByRole('link', { name: '#1001' }).click();
    const changedAt = '2026-12-02T10:30:00.000Z' as Instant;
    await world.arrive(anOrder({ changedAt, buyer: aBuyer({ company: 'Minta Kft.' }), notes: [TAX_NUMBER] }));
    await world.deliver();

    await page.getByRole('button', { name: 'Release' }).click();

    expect(await page.getByRole('alert').textContent()).toContain('The order has changed since you looked.');
    expect(await page.getByRole('region', { name: 'What would be sent' }).textContent()).toContain('Minta Kft.');
    expect(invoicesOf(world.co3)).toStrictEqual([]);
  });
});

const MINUTE = 60_000;
const TAX_NUMBER = { name: 'note_attributes.adoszam', value: '12345676-1-42' };

const supervisedWorld = async (): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({ seed: 1, shops: [aShop({ mode: 'supervised' })] });
  await world.arrive(anOrder());
  await world.pass(MINUTE);
  return world;
};
