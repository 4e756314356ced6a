import { type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { withoutPacket } from '../event/without-packet.ts';
import type { ApiAnswer, ApiRequest } from './shop-fetch.ts';

/** One request to a shop's API, within `timeoutMs` from the connecting to the last byte. Never rejects. */
export type ShopHttp = (request: ApiRequest, timeoutMs: number) => Promise<ApiAnswer>;

export const MAX_ANSWER_BYTES = 5_000_000;

/**
 * Over TLS alone, or to this very machine. A redirect is an answer like any other: credentials follow none. Each request has a socket of its
 * own: Lambda freezes idle ones, and a reset would look like a shop that does not answer.
 */
export const shopHttp: ShopHttp = (request, timeoutMs) =>
  // A header that no request can bear, such as a token of two lines, is thrown at once.
  exchange(request, timeoutMs).catch((cause: unknown) => ({ kind: 'failed', cause }));

const exchange: ShopHttp = (request, timeoutMs) =>
  new Promise((resolve) => {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    if (url === undefined || !isAllowed(url)) {
      resolve({ kind: 'failed', cause: new Error('a shop’s API is asked over https only') });
      return;
    }
    const send = url.protocol === 'https:' ? requestSecure : requestPlain;
    const outgoing = send(url, optionsOf(request));
    const end = (answer: ApiAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      outgoing.destroy();
    };
    const failed = (cause: unknown): void => end({ kind: 'failed', cause: withoutPacket(cause) });
    const timer = setTimeout(() => failed(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    outgoing.on('error', failed);
    outgoing.on('response', (response) => collect(response, end, failed));
    outgoing.end(request.body ?? undefined);
  });

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const isAllowed = ({ protocol, hostname, username, password }: URL): boolean =>
  (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))) && username === '' && password === '';

const optionsOf = ({ method, headers, body }: ApiRequest): RequestOptions => ({
  method,
  agent: false,
  headers: { ...headers, ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }) },
});

const collect = (
  response: IncomingMessage,
  end: (answer: ApiAnswer) => void,
  failed: (cause: unknown) => void,
): void => {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    chunks.push(chunk);
    if (length > MAX_ANSWER_BYTES) failed(new Error(`an answer of more than ${MAX_ANSWER_BYTES} bytes`));
  });
  response.on('error', failed);
  response.on('end', () =>
    end({
      kind: 'answered',
      status: response.statusCode ?? 0,
      body: Buffer.concat(chunks),
      retryAfter: response.headers['retry-after'] ?? null,
    }),
  );
};
