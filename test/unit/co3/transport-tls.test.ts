import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTransport, type TransportAnswer } from '../../../lib/co3/transport.ts';

// A certificate of this machine's loopback address alone, and its key; it protects nothing.
const CERTIFICATE = readFileSync(new URL('../../fixtures/co3/loopback.cert.pem', import.meta.url), 'utf8');
const KEY = readFileSync(new URL('../../fixtures/co3/loopback.key.pem', import.meta.url), 'utf8');

const trusted = getCACertificates('default');
const cleanUps: (() => void)[] = [];
afterEach(() => {
  setDefaultCACertificates(trusted);
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

describe('over TLS', () => {
  it('an answer is the status and the body', async () => {
    setDefaultCACertificates([CERTIFICATE]);
    const url = await serve((_request, response) => response.end('<response/>'));

    expect(await post(url)).toStrictEqual({ kind: 'answered', status: 200, body: '<response/>' });
  });

  it('a request that was reset after the handshake has no answer', async () => {
    setDefaultCACertificates([CERTIFICATE]);
    const url = await serve((request) => request.socket.destroy());

    expect(await post(url)).toMatchObject({ kind: 'no-answer' });
  });

  it('a request that took too long after the handshake has no answer', async () => {
    setDefaultCACertificates([CERTIFICATE]);
    const url = await serve(() => {});

    expect(await post(url, 200)).toMatchObject({ kind: 'no-answer', cause: { message: 'no answer within 200 ms' } });
  });

  it('a request to a server that nobody vouches for never left', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push(request.url);
      response.end();
    });

    expect(await post(url)).toMatchObject({ kind: 'never-left', cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
    expect(seen).toStrictEqual([]);
  });
});

const post = (url: string, timeoutMs = 5_000): Promise<TransportAnswer> => {
  const transport = makeTransport({ now: () => 0, hearDate: () => undefined });
  cleanUps.push(() => transport.close());
  return transport({ url, body: '<command/>', timeoutMs });
};

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer({ cert: CERTIFICATE, key: KEY }, listener);
  cleanUps.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
};
