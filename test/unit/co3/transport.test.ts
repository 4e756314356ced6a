import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../../lib/co3/body-text.ts';
import { type ClosableTransport, makeListeningTransport, makeTransport } from '../../../lib/co3/transport.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

describe('an answer', () => {
  it('is the status and the body, for a POST of XML with its length in bytes', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push(request.method, request.url, request.headers['content-type'], request.headers['content-length']);
        seen.push(Buffer.concat(chunks).toString());
        response.statusCode = 503;
        response.end('<response>Ő</response>');
      });
    });

    const answer = await open().transport({ url: `${url}crm`, body: '<command>Ű</command>', timeoutMs: 5_000 });

    expect(answer).toStrictEqual({ kind: 'answered', status: 503, body: '<response>Ő</response>' });
    expect(seen).toStrictEqual(['POST', '/api/crm', 'text/xml; charset=utf-8', '21', '<command>Ű</command>']);
  });

  it('tells the date that it bears', async () => {
    const heard: (string | undefined)[] = [];
    const url = await serve((_, response) => {
      response.writeHead(200, { Date: 'Wed, 02 Dec 2026 10:00:00 GMT' }).end('ok');
    });
    const transport = makeListeningTransport((date) => heard.push(date));
    cleanUps.push(() => transport.close());

    await transport({ url, body: '<command/>', timeoutMs: 5_000 });

    expect(heard).toStrictEqual(['Wed, 02 Dec 2026 10:00:00 GMT']);
  });

  it('is a redirect itself, which is not followed', async () => {
    const paths: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });

    expect(await post(url)).toStrictEqual({ kind: 'answered', status: 302, body: '' });
    expect(paths).toStrictEqual(['/api/']);
  });

  it('that is no UTF-8 is a body that nobody takes for XML', async () => {
    const url = await serve((_request, response) => response.end(Buffer.from([0x3c, 0xf5, 0xfb])));

    expect(await post(url)).toStrictEqual({ kind: 'answered', status: 200, body: 'not UTF-8' });
  });

  it('that is larger than any answer is not read on', async () => {
    const url = await serve((_request, response) => {
      response.end(Buffer.alloc(MAX_BODY_BYTES + 1, 0x20));
    });

    const answer = await post(url);

    // Cut, so that a failure does not print ten million characters.
    expect(answer.kind === 'answered' ? answer.body.slice(0, 40) : answer.kind).toBe('more bytes than an answer has');
  });
});

describe('a far side that means ill', () => {
  it('is not listened to beyond what an answer may hold, however much it has to say', async () => {
    let written = 0;
    const url = await serve((_request, response) => {
      const chunk = Buffer.alloc(100_000, 0x20);
      const go = (): void => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
        written += chunk.length;
        response.once('drain', go);
      };
      go();
    });

    const answer = await post(url);

    expect(answer).toStrictEqual({ kind: 'answered', status: 200, body: 'more bytes than an answer has' });
    // What lies in the buffers of both sockets comes on top of what was read.
    expect(written).toBeLessThan(2 * MAX_BODY_BYTES);
  });

  it('has a packed answer that is never unpacked', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    });

    expect(await post(url)).toStrictEqual({ kind: 'answered', status: 200, body: 'not UTF-8' });
  });

  it.each([
    ['announces more than it sends', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<response/>'],
    ['sends no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['sends a head without an end', `HTTP/1.1 200 OK\r\n${`X: ${'x'.repeat(1_000)}\r\n`.repeat(100)}`],
    ['announces less than it sends', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<response/>'],
    ['breaks off in the head', 'HTTP/1.1 200 OK\r\nContent-Le'],
  ])('gives no answer where it %s', async (_what, sent) => {
    const port = await listen((socket) => socket.end(sent));

    expect(await post(`http://127.0.0.1:${port}/api/`)).toMatchObject({ kind: 'no-answer' });
  });

  it.each([
    ['no HTTP', 'Anna Minta <anna@example.hu>'],
    ['no head', 'HTTP/1.1 200 OK\r\nAnna Minta\r\n\r\n'],
  ])('has none of its words in the failure where it sends %s', async (_what, sent) => {
    const port = await listen((socket) => socket.end(sent));

    const { kind, ...failure } = await post(`http://127.0.0.1:${port}/api/`);

    expect(kind).toBe('no-answer');
    const shown = inspect(failure, { depth: 10, showHidden: true });
    expect(shown).not.toContain('Minta');
    expect(shown).not.toContain(
      Buffer.from('Minta')
        .toString('hex')
        .replaceAll(/..(?!$)/g, '$& '),
    );
  });
});

describe('a request that never left', () => {
  it('met a closed port', async () => {
    const url = await serve((_request, response) => response.end());
    for (const cleanUp of cleanUps.splice(0)) cleanUp();

    expect(await post(url)).toMatchObject({ kind: 'never-left', cause: { code: 'ECONNREFUSED' } });
  });

  it('met a server that ends the TLS handshake', async () => {
    const port = await listen((socket) => socket.destroy());

    expect(await post(`https://127.0.0.1:${port}/api/`)).toMatchObject({ kind: 'never-left' });
  });

  it('met a server that never answers the TLS handshake', async () => {
    const port = await listen(() => {});

    expect(await post(`https://127.0.0.1:${port}/api/`, 50)).toMatchObject({
      kind: 'never-left',
      cause: { message: 'no answer within 50 ms' },
    });
  });
});

describe('a request without an answer', () => {
  it('was reset after connecting', async () => {
    const url = await serve((request) => request.socket.resetAndDestroy());

    expect(await post(url)).toMatchObject({ kind: 'no-answer', cause: { code: 'ECONNRESET' } });
  });

  it('was cut off in the body', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('<response><result>OK</result>', () => request.socket.destroy());
    });

    expect(await post(url)).toMatchObject({ kind: 'no-answer', cause: { code: 'ECONNRESET' } });
  });

  it('took too long', async () => {
    const url = await serve(() => {});

    expect(await post(url, 50)).toMatchObject({ kind: 'no-answer', cause: { message: 'no answer within 50 ms' } });
  });

  it('had a body that did not end in time', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      response.write('<response>');
    });

    expect(await post(url, 50)).toMatchObject({ kind: 'no-answer', cause: { message: 'no answer within 50 ms' } });
  });

  it('met a reset on a socket that was used before', async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      requests += 1;
      if (requests === 1) response.end('first');
      else request.socket.resetAndDestroy();
    });
    const { transport } = open();
    await transport({ url, body: 'x', timeoutMs: 5_000 });

    const second = await transport({ url, body: 'x', timeoutMs: 5_000 });

    expect(second).toMatchObject({ kind: 'no-answer', cause: { code: 'ECONNRESET' } });
  });
});

describe('a socket', () => {
  it.each([
    [1_999, 1],
    [2_000, 2],
  ])('idle for %i ms: %i connections for two calls', async (idleMs, connections) => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    const { transport, advance } = open();
    await transport({ url, body: 'x', timeoutMs: 5_000 });
    advance(idleMs);

    await transport({ url, body: 'x', timeoutMs: 5_000 });

    expect(ports.size).toBe(connections);
  });

  it('is never shared with another transport', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });

    await post(url);
    await post(url);

    expect(ports.size).toBe(2);
  });
});

const open = (): { readonly transport: ClosableTransport; readonly advance: (ms: number) => void } => {
  let now = 0;
  const transport = makeTransport({ now: () => now, hearDate: () => undefined });
  cleanUps.push(() => transport.close());
  return {
    transport,
    advance: (ms) => {
      now += ms;
    },
  };
};

const post = (url: string, timeoutMs = 5_000) => open().transport({ url, body: '<command/>', timeoutMs });

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  const port = await started(server);
  cleanUps.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${port}/api/`;
};

const listen = async (onSocket: (socket: Socket) => void): Promise<number> => {
  const sockets: { destroy(): void }[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    onSocket(socket);
  });
  cleanUps.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return started(server);
};

const started = (server: Server | TcpServer): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
