import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser-desk.ts';
import { aBuyer, anOrder } from '../support/orders.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';

describeInBrowser('a person’s answer to a letter', (openDesk) => {
  it('discards it with a reason, which stands in its history, and takes that back', async () => {
    const world = makeSimulatedWorld({ seed: 1 });
    await world.arrive(anOrder({ buyer: aBuyer({ email: 'nobody' }) }));
    await world.pass(MINUTE);
    const { page, origin } = await openDesk(world);
    await openLetter(page, origin);

    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    const unanswered = await page.getByLabel('How was it settled?').evaluate((field) => field.matches(':invalid'));
    await page.getByLabel('How was it settled?').fill('invoiced by hand, 2026/00042');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByText('Discarded: the letter is closed.').waitFor();
    await world.pass(2 * MINUTE);
    const letter = page.url();
    await page.goto(`${origin}/letters`);
    await page.getByText('No letter is open.').waitFor();
    await page.goto(letter);
    const discarded = page.getByRole('row', { name: 'discarded' });
    expect(await discarded.textContent()).toContain('erikainvoiced by hand, 2026/00042');

    await page.getByRole('button', { name: 'Take the discard back' }).click();
    await page.getByText('The letter is open again').waitFor();
    await world.pass(2 * MINUTE);
    await page.goto(`${origin}/letters`);
    await page.getByRole('link', { name: '#1001' }).waitFor();

    expect(unanswered).toBe(true);
    expect(invoicesOf(world.co3)).toStrictEqual([]);
  });

  it('names the invoice that CO3 has after all, and it is not sent again', async () => {
    const world = await unknownWorld('commit-then-cut');
    const { page, origin } = await openDesk(world);
    await openLetter(page, origin);
    const number = invoicesOf(world.co3)[0]?.number ?? '';
    await page.getByRole('table', { name: /./ }).getByText(number).waitFor();

    await page.getByLabel('Number of the invoice in CO3, or its id').fill(number);
    await page.getByRole('button', { name: 'It is in CO3: name it' }).click();
    await page.getByText('Asked: the invoice is looked up in CO3').waitFor();
    await world.pass(3 * MINUTE);

    await page.getByText('It is answered: nothing is left to be done.').waitFor();
    expect(invoicesOf(world.co3)).toHaveLength(1);
    expect(world.order().documents.map(({ id }) => id)).toStrictEqual(['1']);
  });

  it('lets it be sent again only where the person says that it is certainly not there', async () => {
    const world = await unknownWorld('timeout-before-commit');
    const { page, origin } = await openDesk(world);
    await openLetter(page, origin);

    const again = page.getByRole('button', { name: 'It is not in CO3: send again' });
    await again.click();
    const before = invoicesOf(world.co3).length;
    await page.getByLabel('I have looked in CO3, and it is not there.').check();
    await again.click();
    await page.getByText('Given up: what is owed is sent again').waitFor();
    await world.pass(3 * MINUTE);

    await page.getByText('It is answered: nothing is left to be done.').waitFor();
    expect([before, invoicesOf(world.co3).length]).toStrictEqual([0, 1]);
  });

  it('is refused where somebody else has answered meanwhile', async () => {
    const world = makeSimulatedWorld({ seed: 1 });
    await world.arrive(anOrder({ buyer: aBuyer({ email: 'nobody' }) }));
    await world.pass(MINUTE);
    const { page, origin } = await openDesk(world);
    await openLetter(page, origin);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Redrive', exact: true }).click();
    await other.getByText('It is tried again as soon as its turn comes.').waitFor();

    await page.getByRole('button', { name: 'Redrive', exact: true }).click();

    expect(await page.getByRole('alert').textContent()).toContain('Somebody has answered the letter meanwhile');
  });
});

const MINUTE = 60_000;

/** An order whose invoice got no answer, in an account that keeps no comments: it is never found by its marker. */
const unknownWorld = async (kind: 'commit-then-cut' | 'timeout-before-commit'): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({
    seed: 1,
    dialect: { comment: 'dropped', rounding: 'row', forintDecimals: 2, jitterMs: 0, acknowledges: 'result-and-id' },
  });
  world.co3.fault({ kind, method: 'setInvoice' });
  await world.arrive(anOrder());
  await world.pass(30 * MINUTE);
  return world;
};

const openLetter = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/letters`);
  await page.getByRole('link', { name: '#1001' }).click();
  await page.getByRole('heading', { level: 2, name: 'What happened' }).waitFor();
};
