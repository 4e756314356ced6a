import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { findChromium, NO_CHROMIUM, openChromium } from '../support/chromium.ts';
import { makeDeskWorld } from '../support/desk-world.ts';
import { enterDesk, serveWorld } from '../support/serve-world.ts';
import type { World } from '../support/world.ts';

// Writes the pictures of docs/desk.md: the desk over the same two weeks that the tests look at.

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** From the overview to what the picture shows: the window, or one part of its page. */
  readonly goTo: (page: Page) => Promise<Page | Locator>;
}

const WINDOW = { viewport: { width: 1100, height: 760 } };
const TALL = { viewport: { width: 1100, height: 1080 } };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 };

const PICTURES: readonly Picture[] = [
  { name: 'overview-light', options: { ...TALL, colorScheme: 'light' }, goTo: async (page) => page },
  { name: 'overview-dark', options: { ...TALL, colorScheme: 'dark' }, goTo: async (page) => page },
  { name: 'letter', options: { viewport: { width: 1100, height: 980 } }, goTo: (page) => openLetter(page, 'faulty') },
  {
    name: 'preview',
    options: WINDOW,
    goTo: async (page) => {
      await openLetter(page, 'faulty');
      await page.getByLabel('E-mail', { exact: true }).fill('vasarlo@example.hu');
      await page.getByLabel('Why?').fill('asked on the phone');
      await page.getByRole('button', { name: 'Show what would be sent' }).click();
      await page.getByRole('region', { name: 'Preview of the correction' }).waitFor();
      return page.getByRole('region', { name: 'Correct it here' });
    },
  },
  {
    name: 'cause',
    options: { viewport: { width: 1100, height: 900 } },
    goTo: async (page) => {
      await openCause(page, 'way of payment');
      await page.getByLabel('Way of payment').selectOption('c.o.d.');
      return page;
    },
  },
  { name: 'letter-phone', options: PHONE, goTo: (page) => openLetter(page, 'faulty') },
  {
    name: 'letters-hungarian',
    options: { ...WINDOW, locale: 'hu-HU' },
    goTo: async (page) => {
      await page.getByRole('link', { name: 'Levelek' }).click();
      return page;
    },
  },
];

const openCause = (page: Page, words: string): Promise<void> => page.getByRole('link', { name: words }).first().click();

const openLetter = async (page: Page, words: string): Promise<Page> => {
  await openCause(page, words);
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'What happened' }).waitFor();
  return page;
};

const take = async (browser: Browser, world: World, { name, options, goTo }: Picture): Promise<void> => {
  const desk = await serveWorld(world);
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  await enterDesk(page, desk.address);
  const shown = await goTo(page);
  await shown.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
  await context.close();
  await desk.close();
};

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

const executable = findChromium();
if (executable === undefined) throw new Error(NO_CHROMIUM);
mkdirSync(FOLDER, { recursive: true });
const world = await makeDeskWorld();
const browser = await openChromium(executable);
for (const picture of PICTURES) await take(browser, world, picture);
await browser.close();
