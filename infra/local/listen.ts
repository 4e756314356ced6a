import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Loopback alone: what runs here holds sample secrets and asks for no password. */
export const HOST = '127.0.0.1';

/** Listens on the wanted port, or on a free one where that is taken. */
export const listenNear = async (server: Server, wanted: number): Promise<string> => {
  try {
    return await listen(server, wanted);
  } catch (problem) {
    if (!isPortTaken(problem)) throw problem;
    return await listen(server, 0);
  }
};

/** The wanted port, or a free one. It is free when asked for; somebody may be quicker to take it. */
export const findFreePort = async (wanted: number): Promise<number> => {
  const probe = createServer();
  const address = await listenNear(probe, wanted);
  await closeServer(probe);
  return Number(new URL(address).port);
};

/** Ends the server and whatever connections are left. */
export const closeServer = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};

const isPortTaken = (problem: unknown): boolean =>
  problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE';

export const toAddress = (port: number): string => `http://${HOST}:${port}`;

const listen = async (server: Server, port: number): Promise<string> => {
  server.listen(port, HOST);
  await once(server, 'listening');
  return toAddress((server.address() as AddressInfo).port);
};
