import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ApiRequest } from '../../../lib/shops/shop-fetch.ts';
import { MAX_ANSWER_BYTES, shopHttp } from '../../../lib/shops/shop-http.ts';

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

const listen = async (onSocket: (socket: Socket) => void): Promise<string> => {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

const get = (url: string, overrides: Partial<ApiRequest> = {}): ApiRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  ...overrides,
});

const kindOf = async (request: ApiRequest, timeoutMs = 5_000): Promise<string> =>
  (await shopHttp(request, timeoutMs)).kind;

describe('an answer', () => {
  it('has status, bytes and the pause that is asked for; the request went out as it was given', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
      request.on('end', () => {
        seen.push(request.method, request.headers['x-key'], request.headers['content-length']);
        response.writeHead(429, { 'retry-after': '7' }).end('várj');
      });
    });

    const answer = await shopHttp(get(url, { method: 'POST', headers: { 'x-key': 'k' }, body: '<Ő/>' }), 5_000);

    expect(answer).toStrictEqual({ kind: 'answered', status: 429, body: Buffer.from('várj'), retryAfter: '7' });
    expect(seen).toStrictEqual(['<Ő/>', 'POST', 'k', '5']);
  });

  it('is a redirect itself, which is not followed', async () => {
    const paths: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });

    const answer = await shopHttp(get(url), 5_000);

    expect([answer.kind === 'answered' ? answer.status : 0, paths]).toStrictEqual([302, ['/']]);
  });
});

describe('no answer', () => {
  it.each([
    ['is larger than answers are', MAX_ANSWER_BYTES + 1, 'failed'],
    ['is as large as they may be', MAX_ANSWER_BYTES, 'answered'],
  ])('is one that %s: %i bytes are %s', async (_, bytes, kind) => {
    const url = await serve((_request, response) => response.end(Buffer.alloc(bytes, 0x20)));

    expect(await kindOf(get(url))).toBe(kind);
  });

  it('comes of a shop that is silent', async () => {
    const url = await serve(() => undefined);

    expect(await kindOf(get(url), 50)).toBe('failed');
  });

  it('comes of one that stops in the middle', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });

    expect(await kindOf(get(url))).toBe('failed');
  });

  it('comes of one that sends no HTTP, and has none of its words', async () => {
    const url = await listen((socket) => socket.end('Anna Minta <anna@example.hu>'));

    const answer = await shopHttp(get(url), 5_000);

    expect(answer.kind).toBe('failed');
    const shown = inspect(answer, { depth: 10, showHidden: true });
    expect(shown).not.toContain('Minta');
    expect(shown).not.toContain(
      Buffer.from('Minta')
        .toString('hex')
        .replaceAll(/..(?!$)/g, '$& '),
    );
  });

  it('is no larger than it is sent: what is packed stays so', async () => {
    const packed = gzipSync(Buffer.alloc(50_000_000));
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });

    expect(await shopHttp(get(url), 5_000)).toStrictEqual({
      kind: 'answered',
      status: 200,
      body: packed,
      retryAfter: null,
    });
  });

  it('comes where nobody listens', async () => {
    const url = await serve(() => undefined);
    const { port } = new URL(url);

    expect(await kindOf(get(`http://127.0.0.2:${port}/`))).toBe('failed');
  });

  it('comes of a header that no request can bear, such as a token of two lines', async () => {
    expect(await kindOf(get('https://127.0.0.1:1/', { headers: { authorization: 'Bearer a\nb' } }))).toBe('failed');
  });

  it.each(['http://example.com/', 'ftp://127.0.0.1/', 'no address', 'https://user:pass@localhost/'])(
    'comes of %s, which is not asked',
    async (url) => {
      const answer = await shopHttp(get(url), 5_000);

      expect(answer).toStrictEqual({ kind: 'failed', cause: new Error('a shop’s API is asked over https only') });
    },
  );
});
