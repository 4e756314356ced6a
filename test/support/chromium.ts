import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where this machine has Chromium, or what CHROMIUM names; undefined where there is none. */
export const findChromium = (): string | undefined => {
  const named = process.env['CHROMIUM'];
  return (named === undefined ? PLACES : [named]).find((path) => existsSync(path));
};

export const NO_CHROMIUM = 'No Chromium is here: install it (apt install chromium), or name one in CHROMIUM.';

/** Headless, and without the calls home that a closed network refuses one by one. */
export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      // A container's root has no sandbox; the pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A name of somebody else's that leads to this machine.
      `--host-resolver-rules=MAP ${FOREIGN_NAME} 127.0.0.1`,
    ],
  });

export const FOREIGN_NAME = 'evil.example';
