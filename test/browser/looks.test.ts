import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { toGroups } from '../../lib/dead-letters/groups.ts';
import { openLines } from '../../lib/dead-letters/open-letters.ts';
import { describeInBrowser } from '../support/browser-desk.ts';
import { makeDeskWorld } from '../support/desk-world.ts';
import { englishTexts } from '../support/english-texts.ts';
import { overhangOf, textsOf, violationsOf } from '../support/page-checks.ts';
import type { World } from '../support/world.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

describeInBrowser('every page of the desk', (openDesk) => {
  // Nothing here changes it.
  let world: World;
  let paths: readonly string[];
  beforeAll(async () => {
    world = await makeDeskWorld();
    paths = await pathsOf(world);
  });

  it.each<[string, BrowserContextOptions]>([
    ['light', {}],
    ['dark, in Hungarian and on a phone', { ...PHONE, locale: 'hu-HU', colorScheme: 'dark' }],
  ])('shuts nobody out: %s', async (_, options) => {
    const { page, origin } = await openDesk(world, options);

    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${origin}${path}`);
      found.push(...(await violationsOf(page)).map((violation) => `${path} · ${violation}`));
    }

    expect(found).toStrictEqual([]);
  });

  it.each(['en-GB', 'hu-HU'])('is no wider than a phone (%s)', async (locale) => {
    const { page, origin } = await openDesk(world, { ...PHONE, locale });

    const wider: string[] = [];
    for (const path of paths) {
      await page.goto(`${origin}${path}`);
      if ((await overhangOf(page)) > 0) wider.push(path);
    }

    expect(wider).toStrictEqual([]);
  });

  it('lets the keyboard scroll what is too wide, also after the page has asked anew', async () => {
    const { page, origin } = await openDesk(world, PHONE);
    await page.clock.install();
    await page.goto(`${origin}/`);
    await page.locator('#lanes .scroll[tabindex="0"]').first().waitFor();

    await page.evaluate("document.querySelector('#lanes').setAttribute('data-before', '')");
    await page.clock.fastForward(11_000);

    await page.locator('#lanes:not([data-before]) .scroll[tabindex="0"]').first().waitFor({ timeout: 20_000 });
  });

  it('has a heading of its own, a title with it, and a way past the navigation for the keyboard', async () => {
    const { page, origin } = await openDesk(world);

    for (const path of paths) {
      await page.goto(`${origin}${path}`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');

      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    }
  });

  it('is Hungarian for a Hungarian browser, to the last word', async () => {
    const { page, origin } = await openDesk(world, { locale: 'hu-HU' });
    const english = await englishTexts();

    const left: string[] = [];
    for (const path of paths) {
      await page.goto(`${origin}${path}`);
      const texts = await textsOf(page);
      left.push(
        ...texts.filter((text) => english.some((one) => (one.length < 20 ? text === one : text.includes(one)))),
      );
    }

    expect(await page.locator('html').getAttribute('lang')).toBe('hu');
    expect(left).toStrictEqual([]);
  });

  it('is in the other language from the next page on once a person has switched', async () => {
    const { page, origin } = await openDesk(world, { locale: 'hu-HU' });

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.goto(`${origin}/letters`);
    const inEnglish = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('button', { name: 'Magyar' }).click();

    expect(inEnglish).toBe('Letters');
    await page.getByRole('heading', { name: 'Levelek' }).waitFor();
  });
});

/** The address of each page of the desk, with a letter of every cause. */
const pathsOf = async ({ deps }: World): Promise<readonly string[]> => {
  const causes = toGroups(await openLines(deps.ledger));
  const letters = causes.flatMap(({ lines }) => lines.slice(0, 1).map(({ id }) => `/letters/${id}`));
  const [waiting] = await deps.ledger.waiting('release', 1);
  const order = `/orders/${encodeURIComponent(waiting?.key ?? '')}`;
  const [cause] = causes.filter(({ name }) => name === 'UnmappedPayment').map(({ cause }) => `/causes/${cause}`);
  return [
    '/',
    '/letters',
    '/letters?words=no-such-thing',
    cause ?? '',
    ...letters,
    '/orders',
    '/orders?of=shadow',
    order,
  ];
};
