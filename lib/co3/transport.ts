import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { withoutPacket } from '../event/without-packet.ts';
import { MAX_BODY_BYTES, TOO_LONG, toBodyText } from './body-text.ts';

export interface TransportRequest {
  readonly url: string;
  readonly body: string;
  /** For everything, from the connecting to the answer's last byte. */
  readonly timeoutMs: number;
}

export type TransportAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'never-left'; readonly cause: unknown }
  | { readonly kind: 'no-answer'; readonly cause: unknown };

/** One POST to CO3. Never rejects. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

export type ClosableTransport = Transport & { close(): void };

// A server or a frozen function may have dropped an older socket, and a write into it would look like an unknown outcome.
const MAX_IDLE_MS = 2_000;

/** A transport with sockets of its own. A function makes one for each invocation and closes it. */
export const makeHttpsTransport = (): ClosableTransport => makeListeningTransport(() => undefined);

/** The same, telling the `Date` of each answer. */
export const makeListeningTransport = (hearDate: TransportDeps['hearDate']): ClosableTransport =>
  makeTransport({ now: () => performance.now(), hearDate });

export interface TransportDeps {
  /** Any clock of milliseconds that never goes back. */
  readonly now: () => number;
  /** Is told the header `Date` of each answer. */
  readonly hearDate: (date: string | undefined) => void;
}

export const makeTransport = (deps: TransportDeps): ClosableTransport => {
  const options = { keepAlive: true, maxSockets: 2, maxFreeSockets: 1 };
  const plain = new HttpAgent(options);
  const secure = new HttpsAgent({ ...options, rejectUnauthorized: true });
  let idleSince = Number.NEGATIVE_INFINITY;
  const post = async (request: TransportRequest): Promise<TransportAnswer> => {
    if (deps.now() - idleSince >= MAX_IDLE_MS) dropIdle(plain, secure);
    const answer = await exchange(request, { plain, secure, hearDate: deps.hearDate });
    idleSince = deps.now();
    return answer;
  };
  return Object.assign(post, {
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  });
};

const dropIdle = (...agents: readonly HttpAgent[]): void => {
  for (const sockets of agents.flatMap((agent) => Object.values(agent.freeSockets)))
    for (const socket of sockets ?? []) socket.destroy();
};

interface Means extends Pick<TransportDeps, 'hearDate'> {
  readonly plain: HttpAgent;
  readonly secure: HttpsAgent;
}

const exchange = (request: TransportRequest, { plain, secure, hearDate }: Means): Promise<TransportAnswer> =>
  new Promise((resolve) => {
    const url = new URL(request.url);
    const isSecure = url.protocol === 'https:';
    const bytes = Buffer.from(request.body, 'utf8');
    const headers = { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': bytes.length };
    const outgoing = isSecure
      ? httpsRequest(url, { method: 'POST', headers, agent: secure })
      : httpRequest(url, { method: 'POST', headers, agent: plain });
    let isConnected = false;
    const end = (answer: TransportAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    const failed = (cause: unknown): void =>
      end({ kind: isConnected ? 'no-answer' : 'never-left', cause: withoutPacket(cause) });
    const timer = setTimeout(() => {
      failed(new Error(`no answer within ${request.timeoutMs} ms`));
      outgoing.destroy();
    }, request.timeoutMs);
    outgoing.on('socket', (socket) => {
      if (outgoing.reusedSocket) isConnected = true;
      // Over TLS nothing of the request leaves before the handshake is done.
      else
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          isConnected = true;
        });
    });
    outgoing.on('error', failed);
    outgoing.on('response', (response) => {
      hearDate(response.headers.date);
      collect(response, end, failed);
    });
    outgoing.end(bytes);
  });

const collect = (
  response: IncomingMessage,
  end: (answer: TransportAnswer) => void,
  failed: (cause: unknown) => void,
): void => {
  const status = response.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    chunks.push(chunk);
    if (length <= MAX_BODY_BYTES) return;
    end({ kind: 'answered', status, body: TOO_LONG });
    response.destroy();
  });
  response.on('error', failed);
  response.on('end', () => end({ kind: 'answered', status, body: toBodyText(Buffer.concat(chunks)) }));
};
