import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { ConsoleEnv } from '../console-env.ts';
import { type Door, isSame, type Session } from './door.ts';

/** Lets only the browser on that came in by the token. */
export const sessionGuard = (door: Door, port: number, refuse: (c: Context<ConsoleEnv>) => Response) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const session = door.find(getCookie(c, cookieName(port)));
    if (session === undefined) return refuse(c);
    c.set('session', session);
    return next();
  });

/** Lets a write on only with the token that our own forms bring along. */
export const formGuard = (refuse: (c: Context<ConsoleEnv>) => Response) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const given = (await c.req.parseBody())[FORM_TOKEN];
    return typeof given === 'string' && isSame(given, c.get('session').formToken) ? next() : refuse(c);
  });

/** The field of every form that holds the session's `formToken`. */
export const FORM_TOKEN = 'form-token';

export const keepSession = (c: Context<ConsoleEnv>, port: number, { id }: Session): void =>
  setCookie(c, cookieName(port), id, { httpOnly: true, sameSite: 'Strict', path: '/' });

// Cookies do not know ports: two desks on one machine would take each other's.
const cookieName = (port: number): string => `bridge-desk-${port}`;
