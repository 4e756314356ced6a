import { makeApp } from '../../lib/console/app.ts';
import { makeDoor } from '../../lib/console/security/door.ts';
import { FORM_TOKEN } from '../../lib/console/security/session-guard.ts';
import type { Clock } from '../../lib/event/time.ts';
import type { World } from './world.ts';

export const DESK_PORT = 4100;
export const DESK_TOKEN = 'token-of-the-address';
const ORIGIN = `http://127.0.0.1:${DESK_PORT}`;

export interface DeskBench {
  /** A request as it is given, with the address's own Host and nothing else. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Comes in by the token; what is asked for afterwards has the session. */
  enter(): Promise<void>;
  /** The page at an address, as the browser that came in gets it. */
  page(path: string, headers?: Readonly<Record<string, string>>): Promise<string>;
  /** Sends a form of a page, as the browser does. */
  send(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** The session's cookie, as a request sends it. */
  cookie(): string;
}

/** The desk over the ports of a world in memory; `sleep` is what happens while it waits. */
export const makeDeskBench = (world: World, sleep: Clock['sleep'] = world.clock.sleep): DeskBench => {
  let secrets = 0;
  const newSecret = (): string => {
    secrets += 1;
    return `secret-${secrets}`;
  };
  const { ledger, events, co3, clock, newId, settings, stage } = world.deps;
  const deps = {
    ledger,
    events,
    co3,
    clock: { now: clock.now, sleep },
    newId,
    settings,
    stage,
    place: 'local',
    by: 'erika',
  };
  const app = makeApp(deps, makeDoor(DESK_TOKEN, newSecret), DESK_PORT);
  let cookie = '';
  const ask: DeskBench['ask'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', `127.0.0.1:${DESK_PORT}`);
    return app.request(`${ORIGIN}${path}`, { ...init, headers });
  };
  return {
    ask,
    enter: async () => {
      const answer = await ask(`/enter?token=${DESK_TOKEN}`);
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    page: async (path, headers = {}) => (await ask(path, { headers: { cookie, ...headers } })).text(),
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { cookie, origin: ORIGIN, ...headers },
        body: new URLSearchParams({ [FORM_TOKEN]: 'secret-2', ...fields }),
      }),
    cookie: () => cookie,
  };
};

/** What a person reads of a page, on one line. */
export const textOf = (page: string): string =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');
