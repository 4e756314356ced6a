import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { DeskDeps } from '../../lib/console/console-env.ts';
import { type ServedDesk, serveDesk } from '../../lib/console/serve-desk.ts';
import type { World } from './world.ts';

/** The desk over a world in memory, at a port that is free. */
export const serveWorld = ({ deps }: World): Promise<ServedDesk> => {
  const { ledger, events, co3, clock, newId, settings, stage } = deps;
  const desk: DeskDeps = { ledger, events, co3, clock, newId, settings, stage, place: 'local', by: 'erika' };
  return serveDesk(desk, 0, () => randomBytes(32).toString('base64url'));
};

/** Follows the printed address up to the overview. */
export const enterDesk = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.waitForURL(`${new URL(address).origin}/`);
};
