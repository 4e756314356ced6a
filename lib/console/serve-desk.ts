import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { makeApp } from './app.ts';
import type { DeskDeps } from './console-env.ts';
import { makeDoor } from './security/door.ts';

export interface ServedDesk {
  /** With the token that lets one browser in. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the desk on this machine alone, at the port or (0) at one that is free. Rejects where the port is taken. */
export const serveDesk = async (deps: DeskDeps, port: number, newSecret: () => string): Promise<ServedDesk> => {
  const server = createServer();
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  const bound = server.address();
  const own = typeof bound === 'object' && bound !== null ? bound.port : port;
  const token = newSecret();
  const app = makeApp(deps, makeDoor(token, newSecret), own);
  server.on(
    'request',
    getRequestListener((request) => app.fetch(request)),
  );
  return {
    address: `http://${LOOPBACK}:${own}/enter?token=${token}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const LOOPBACK = '127.0.0.1';
