import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { readAsset } from './assets.ts';
import type { AddRoutes, ConsoleEnv, DeskDeps } from './console-env.ts';
import { failedPage, noSuchPage, refusedPage, shutPage } from './pages/told.ts';
import { addAsk } from './routes/ask.ts';
import { addCauses } from './routes/causes.ts';
import { addCorrect } from './routes/correct.ts';
import { enter } from './routes/enter.ts';
import { addLetter } from './routes/letter.ts';
import { addLetters } from './routes/letters.ts';
import { addOrders } from './routes/orders.ts';
import { addOverview } from './routes/overview.ts';
import { addPreferences, preferencesOf } from './routes/preferences.ts';
import type { Door } from './security/door.ts';
import { safeHeaders } from './security/headers.ts';
import { ownHostOnly, ownOrigins } from './security/own-host.ts';
import { formGuard, sessionGuard } from './security/session-guard.ts';

// What is corrected and asked stands before the answers, whose address is more general.
const ROUTES: readonly AddRoutes[] = [
  addPreferences,
  addOverview,
  addLetters,
  addCorrect,
  addAsk,
  addLetter,
  addOrders,
  addCauses,
];

const LARGEST_FORM = 256 * 1024;

/** The desk as a function from request to answer. Nothing but `enter` and the assets is answered without the session. */
export const makeApp = (deps: DeskDeps, door: Door, port: number): Hono<ConsoleEnv> => {
  const app = new Hono<ConsoleEnv>();
  app.use(safeHeaders());
  app.use(ownHostOnly(port));
  app.get('/assets/:name', async (c, next) => {
    const asset = await readAsset(c.req.param('name'));
    return asset === undefined ? next() : c.body(asset.body, 200, { 'Content-Type': asset.type });
  });
  app.get('/enter', enter(door, port));
  app.use(sessionGuard(door, port, (c) => c.html(shutPage(preferencesOf(c)), 401)));
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const { formToken } = c.get('session');
    c.set('view', {
      ...preferencesOf(c),
      formToken,
      path: `${pathname}${search}`,
      place: deps.place,
      now: deps.clock.now(),
    });
    await next();
  });
  app.use(csrf({ origin: [...ownOrigins(port)] }));
  app.use(bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => c.html(refusedPage(c.get('view'), 'tooLarge'), 413) }));
  app.use(formGuard((c) => c.html(refusedPage(c.get('view'), 'refusedFormText'), 403)));
  for (const add of ROUTES) add(app, deps);
  app.notFound((c) => c.html(noSuchPage(c.get('view')), 404));
  app.onError((cause, c) =>
    // Of all that is used here only the check of the origin refuses so.
    cause instanceof HTTPException
      ? c.html(refusedPage(c.get('view'), 'refusedFormText'), cause.status)
      : c.html(failedPage(preferencesOf(c), cause), 500),
  );
  return app;
};
