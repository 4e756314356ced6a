import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closeServer, listenNear } from '../listen.ts';
import { carryOut, parseFaultOrder } from './fault-order.ts';
import { PAGE } from './page.ts';
import type { Co3Reply, Co3Simulator } from './simulator-types.ts';

export interface Co3ServerOptions {
  readonly simulator: Co3Simulator;
  /** 0: a free one. One that is taken is replaced by a free one. */
  readonly port: number;
}

export interface Co3Server {
  /** Without a slash at the end; CO3's base URL is `${url}/api/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** The simulator behind real HTTP on the loopback interface, with its page at `/`. */
export const startCo3Server = async ({ simulator, port }: Co3ServerOptions): Promise<Co3Server> => {
  const waiting = new Set<NodeJS.Timeout>();
  const after = (delayMs: number, act: () => void): void => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      act();
    }, delayMs);
    waiting.add(timer);
  };
  const server = createServer((request, response) => {
    answer(request, response, simulator, after).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    if (simulator.outage === 'unreachable') socket.destroy();
  });
  const url = await listenNear(server, port);
  return {
    url,
    close: async () => {
      for (const timer of waiting) clearTimeout(timer);
      await closeServer(server);
    },
  };
};

type After = (delayMs: number, act: () => void) => void;

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  simulator: Co3Simulator,
  after: After,
): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://co3.local');
  const method = request.method ?? 'GET';
  const body = await text(request);
  if (pathname.startsWith('/api/')) {
    const address = request.socket.remoteAddress ?? '';
    apply(simulator.handle({ method, path: pathname, secure: false, address, body }), response, after);
    return;
  }
  // A page of somebody else's that is open in the same browser gives no orders.
  const { host = '', origin } = request.headers;
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) || (origin !== undefined && origin !== `http://${host}`))
    return send(response, 403, 'text/plain', 'only from this machine\n');
  switch (`${method} ${pathname}`) {
    case 'GET /':
      return send(response, 200, 'text/html', PAGE);
    case 'GET /state':
      return send(response, 200, 'application/json', JSON.stringify(simulator.snapshot()));
    case 'POST /faults': {
      const parsed = parseFaultOrder(body);
      if ('problem' in parsed) return send(response, 400, 'text/plain', `${parsed.problem}\n`);
      carryOut(parsed.order, simulator);
      return send(response, 204, 'text/plain', '');
    }
    case 'DELETE /faults':
      simulator.clearFaults();
      simulator.up();
      return send(response, 204, 'text/plain', '');
    default:
      return send(response, 404, 'text/plain', 'not found\n');
  }
};

const apply = (reply: Co3Reply, response: ServerResponse, after: After): void => {
  if (reply.kind === 'hang') return;
  after(reply.delayMs, () => {
    if (reply.kind === 'answer') return send(response, reply.status, 'text/xml', reply.body);
    if (reply.body === '') {
      response.destroy();
      return;
    }
    // The head promises more than ever comes.
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': 1_000_000 });
    response.write(reply.body, () => response.destroy());
  });
};

const send = (response: ServerResponse, status: number, type: string, body: string | Uint8Array): void => {
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
    })
    .end(body);
};
