import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { DeskDeps } from '../../lib/console/console-env.ts';
import { type ServedDesk, serveDesk } from '../../lib/console/serve-desk.ts';
import type { World } from './world.ts';

/** The desk over a world in memory, at a port that is free. While the desk waits for something the world passes. */
export const serveWorld = ({ deps, clock, pass }: World): Promise<ServedDesk> => {
  const { ledger, events, co3, newId, settings, stage } = deps;
  const names = { stage, place: 'local', by: 'erika' };
  const desk: DeskDeps = { ledger, events, co3, newId, settings, ...names, clock: { now: clock.now, sleep: pass } };
  return serveDesk(desk, 0, () => randomBytes(32).toString('base64url'));
};

/** Follows the printed address up to the overview. */
export const enterDesk = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.waitForURL(`${new URL(address).origin}/`);
};
