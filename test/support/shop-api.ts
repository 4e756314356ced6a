import * as z from 'zod';
import type { DeliverDeps } from '../../lib/deliver/deliver.ts';
import type { OrderSnapshot } from '../../lib/event/snapshot.ts';
import type { ApiAnswer, ApiCaller, ApiRequest, Fetched } from '../../lib/shops/shop-fetch.ts';
import type { ShopHttp } from '../../lib/shops/shop-http.ts';
import { shopify } from '../../lib/shops/shopify/shopify.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const API_KEY = 'api-key-1';

/** A shop's API that decides at each request what to answer. Without a word from the test it signs everybody in and tells the order. */
export interface ScriptedShopApi {
  readonly calls: readonly { readonly path: string; readonly at: number }[];
  readonly shopHttp: (clock: VirtualClock) => ShopHttp;
}

type Program = (path: string, request: ApiRequest) => ApiAnswer | undefined;

export const scriptedShopApi = (tells: () => OrderSnapshot, program: Program = () => undefined): ScriptedShopApi => {
  const calls: { path: string; at: number }[] = [];
  return {
    calls,
    shopHttp: (clock) => async (request) => {
      const path = new URL(request.url).pathname;
      calls.push({ path, at: clock.now() });
      const answer = program(path, request) ?? (path === '/login' ? told('token-1') : told(tells()));
      clock.advance(20);
      return answer;
    },
  };
};

export const told = (body: unknown, status = 200, retryAfter: string | null = null): ApiAnswer => ({
  kind: 'answered',
  status,
  body: Buffer.from(JSON.stringify(body)),
  retryAfter,
});

export const noAnswer: ApiAnswer = { kind: 'failed', cause: new Error('ECONNRESET') };

/** A platform of Shopify's shape whose API signs in by a key and tells snapshots as they are. */
export const fetchingPlatform: DeliverDeps['loadPlatform'] = async () => ({
  traits: { ...shopify.traits, api: z.strictObject({ key: z.string() }) },
  fetch: { everyMs: 1_000, complete },
});

const complete = async (
  known: OrderSnapshot,
  _shop: unknown,
  api: unknown,
  caller: ApiCaller,
): Promise<Fetched<OrderSnapshot>> => {
  const session = caller.session() ?? (await signIn(api, caller));
  if ('kind' in session) return session;
  const headers = { authorization: session.token };
  return toFetched(
    await caller.call({ method: 'GET', url: `https://api.test/orders/${known.orderId}`, headers, body: null }),
  );
};

const signIn = async (api: unknown, caller: ApiCaller) => {
  const headers = { 'x-key': (api as { key: string }).key };
  const answer = toFetched(await caller.call({ method: 'POST', url: 'https://api.test/login', headers, body: '' }));
  if (answer.kind !== 'read') return answer;
  const session = { token: String(answer.snapshot), until: caller.now() + 3_600_000 };
  caller.keep(session);
  return session;
};

const toFetched = (answer: ApiAnswer): Fetched<OrderSnapshot> => {
  if (answer.kind === 'failed') return { kind: 'later', detail: 'it gave no answer', until: null };
  const { status, body, retryAfter } = answer;
  if (status === 401) return { kind: 'refused', detail: 'it does not take the key' };
  if (status === 429) return { kind: 'later', detail: 'it asks for a pause', until: Number(retryAfter) };
  if (status === 404) return { kind: 'unreadable', detail: 'it does not know the order' };
  return { kind: 'read', snapshot: JSON.parse(Buffer.from(body).toString()) };
};
