import type { Handler } from 'hono';
import type { ConsoleEnv } from '../console-env.ts';
import { bare } from '../layout.ts';
import { shutPage } from '../pages/told.ts';
import type { Door } from '../security/door.ts';
import { keepSession } from '../security/session-guard.ts';
import { FRAME } from '../texts/frame.ts';
import { preferencesOf } from './preferences.ts';

/** Takes the token of the printed address for a session. */
export const enter =
  (door: Door, port: number): Handler<ConsoleEnv> =>
  (c) => {
    const preferences = preferencesOf(c);
    // Whatever only looks at an address (a preview of a link) spends no token.
    const session = c.req.method === 'HEAD' ? undefined : door.enter(c.req.query('token') ?? '');
    if (session === undefined) return c.html(shutPage(preferences), 401);
    keepSession(c, port, session);
    // A page, and no redirect: where the address was followed from another site, a redirect would leave the strict cookie at home.
    return c.html(bare(preferences, FRAME[preferences.lang].opening, '', '/'));
  };
