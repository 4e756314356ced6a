import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser-desk.ts';
import { violationsOf } from '../support/page-checks.ts';
import { invoicesOf, makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest, webhookWith } from '../support/webhooks.ts';

describeInBrowser('the way of an order with a bad e-mail', (openDesk) => {
  it('from the webhook to its invoice is gone with the keyboard alone', async () => {
    const world = await worldWith('not-an-email');
    const { page } = await openDesk(world);

    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('The e-mail address is faulty');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Its letters: 1' }).waitFor();
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('#1001');
    await page.keyboard.press('Enter');
    const field = page.getByLabel('E-mail', { exact: true });
    await tabTo(page, field);
    expect(await field.inputValue()).toBe('not-an-email');
    await page.keyboard.type('agnes@example.hu');
    await page.keyboard.press('Enter');

    const preview = page.getByRole('region', { name: 'Preview of the correction' });
    await preview.waitFor();
    expect(await preview.locator('del, ins').allTextContents()).toStrictEqual([
      '− as it would go now',
      '+ with the correction',
      expect.stringContaining('not-an-email'),
      expect.stringContaining('agnes@example.hu'),
    ]);
    expect(await violationsOf(page)).toStrictEqual([]);
    expect(invoicesOf(world.co3)).toStrictEqual([]);

    await tabTo(page, page.getByRole('button', { name: 'Keep it and redrive' }));
    await page.keyboard.press('Enter');
    await page.getByText('It is tried again as soon as its turn comes.').waitFor();
    await world.pass(2 * MINUTE);
    // The page asks by itself how the letter stands.
    await page.getByText('It is answered: nothing is left to be done.').waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Letters' }));
    await page.keyboard.press('Enter');
    await page.getByText('No letter is open.').waitFor();

    expect(invoicesOf(world.co3)).toHaveLength(1);
    expect(emailsIn(world)).toStrictEqual(['agnes@example.hu']);
  });

  it('has a second letter where CO3 refuses the correction too, with the first one in its history', async () => {
    const world = await worldWith('not-an-email');
    const { page, origin } = await openDesk(world);
    await page.goto(`${origin}/letters`);
    await page.getByRole('link', { name: '#1001' }).click();

    // As far as the bridge knows this is an address.
    await correct(page, 'agnes@example.h', 'asked on the phone');
    await world.pass(2 * MINUTE);
    await page.goto(`${origin}/letters`);
    await page.getByRole('link', { name: '#1001' }).click();

    const history = page.getByRole('region', { name: 'History' }).getByRole('row');
    expect((await history.allTextContents()).map((row) => row.replaceAll(/\s+/g, ' '))).toStrictEqual([
      expect.anything(),
      expect.stringMatching(/corrected ?erika ?buyer.email: not-an-email → agnes@example.h ?asked on the phone/),
      expect.stringMatching(/parked ?bridge ?InvalidEmail/),
    ]);
    await correct(page, 'agnes@example.hu', 'asked once more');
    await world.pass(2 * MINUTE);
    await page.goto(`${origin}/letters`);
    await page.getByText('No letter is open.').waitFor();
    expect(emailsIn(world)).toStrictEqual(['agnes@example.hu']);
  });

  it('is told what is wrong with a correction that cannot be', async () => {
    const { page, origin } = await openDesk(await worldWith('not-an-email'));
    await page.goto(`${origin}/letters`);
    await page.getByRole('link', { name: '#1001' }).click();

    await page.getByText('Other fields of the order').click();
    await page.getByLabel('Country', { exact: true }).fill('Hungary');
    await page.getByRole('button', { name: 'Show what would be sent' }).click();

    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Country', { exact: true }).inputValue()).toBe('Hungary');
  });
});

const MINUTE = 60_000;

/** A world that the webhook of a paid order has reached, with this address of its buyer. */
const worldWith = async (email: string): Promise<SimulatedWorld> => {
  const world = makeSimulatedWorld({ seed: 1 });
  const fields = { email, contact_email: email, note_attributes: [], billing_address: BUYER, shipping_address: BUYER };
  await world.receive(shopifyRequest(webhookWith('shopify/orders-paid.huf.json', fields)));
  await world.pass(MINUTE);
  return world;
};

const BUYER = {
  ...{ first_name: 'Ágnes', last_name: 'Kovács-Szűcs', company: null, phone: null },
  ...{ address1: 'Fő utca 1.', city: 'Győr', zip: '9021', country_code: 'HU' },
};

const correct = async (page: Page, email: string, why: string): Promise<void> => {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Why? (may be empty)').fill(why);
  await page.getByRole('button', { name: 'Show what would be sent' }).click();
  await page.getByRole('button', { name: 'Keep it and redrive' }).click();
  await page.getByText('It is tried again as soon as its turn comes.').waitFor();
};

const focusedText = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.textContent');

/** Goes on with the tabulator until the focus is there. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element.matches(':focus'));
  for (let steps = 0; steps < 100 && !(await isThere()); steps += 1) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
};

const emailsIn = ({ co3 }: SimulatedWorld): readonly string[] =>
  (co3.accounts.get('acme')?.contacts.all() ?? []).map(({ fields }) => fields['contact_email'] ?? '');
