import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { findChromium, NO_CHROMIUM, openChromium } from './chromium.ts';
import { enterDesk, serveWorld } from './serve-world.ts';
import type { World } from './world.ts';

export interface BrowserDesk {
  /** A page of the browser that came in by the printed address; it shows the overview. */
  readonly page: Page;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** As it was printed; its token is spent. */
  readonly address: string;
  /** A page of another browser, which has no cookie; nobody watches it for troubles. */
  stranger(): Promise<Page>;
}

export type OpenDesk = (world: World, options?: BrowserContextOptions) => Promise<BrowserDesk>;

/**
 * Tests that drive Chromium before a desk over a world: one browser for all of them, a desk and a context of its own for each.
 * After each test no page may have met any trouble: an error on its console, a violation of its policy, a dialog, a request elsewhere.
 */
export const describeInBrowser = (name: string, tests: (openDesk: OpenDesk) => void): void => {
  const executable = findChromium();
  if (executable === undefined) {
    // A browser that is missing must not make CI green.
    if (process.env['BROWSER_TESTS'] === 'required') throw new Error(NO_CHROMIUM);
    process.stderr.write(`Skipped: ${name}. ${NO_CHROMIUM}\n`);
  }
  describe.skipIf(executable === undefined)(name, { timeout: 120_000 }, () => {
    let browser: Browser;
    const open: { close(): Promise<void> }[] = [];
    const troubles: string[] = [];

    beforeAll(async () => {
      browser = await openChromium(executable ?? '');
    });
    afterEach(async () => {
      const met = troubles.splice(0);
      for (const one of open.splice(0).reverse()) await one.close();
      expect(met).toStrictEqual([]);
    });
    afterAll(() => browser.close());

    tests(async (world, options = {}) => {
      const desk = await serveWorld(world);
      open.push(desk);
      const origin = new URL(desk.address).origin;
      const newPage = async (given: BrowserContextOptions): Promise<Page> => {
        const context = await browser.newContext({ locale: 'en-GB', ...given });
        open.push(context);
        return context.newPage();
      };
      const page = await newPage(options);
      await watch(page, origin, troubles);
      await enterDesk(page, desk.address);
      return { page, origin, address: desk.address, stranger: () => newPage({}) };
    });
  });
};

/** Writes down whatever a page of the desk should never meet. */
const watch = async (page: Page, origin: string, troubles: string[]): Promise<void> => {
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => console.error('against the policy: ' + event.violatedDirective + ' ' + event.blockedURI))`,
  );
  page.on('console', (message) => {
    // Of a page that tells of a refusal the browser writes the status down.
    if (message.text().startsWith('Failed to load resource') && message.location().url === page.url()) return;
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('popup', (popup) => troubles.push(`window: ${popup.url()}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) troubles.push(`request: ${request.url()}`);
  });
};
