import * as z from 'zod/mini';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Fields } from '../fields.ts';
import { parseBody, parseObject } from '../json.ts';
import { retryAt } from '../retry-at.ts';
import type { ApiAnswer, ApiCaller, ApiRequest } from '../shop-fetch.ts';
import { type Told, told } from '../shop-webhooks.ts';

export const shoprenterApi = z.lazy(() =>
  z.strictObject({
    clientId: z.string().check(z.minLength(1)),
    clientSecret: z.string().check(z.minLength(1)),
  }),
);
type Api = z.output<typeof shoprenterApi>;

/** Three calls a second are allowed. */
export const EVERY_MS = 350;

export interface ShoprenterOf {
  readonly caller: ApiCaller;
  readonly shop: Pick<ShopSettings, 'tenant'>;
  readonly api: Api;
}

interface Asked {
  readonly method: ApiRequest['method'];
  readonly path: string;
  readonly body: Fields | null;
}

type Answered = Extract<ApiAnswer, { kind: 'answered' }>;

/** Asks for a resource with the token that there is, or signs in. A token that is not taken any more is renewed once. `things` is for people. */
export const askShoprenter = async (of: ShoprenterOf, asked: Asked, things: string): Promise<Told<Fields>> => {
  const kept = of.caller.session()?.token;
  if (kept !== undefined) {
    const answer = await ask(of, asked, things, kept);
    if (answer.kind !== 'refused') return answer;
    of.caller.keep(null);
  }
  const token = await signIn(of);
  return token.kind === 'told' ? ask(of, asked, things, token.value) : token;
};

const ask = async (
  { caller, shop }: ShoprenterOf,
  { method, path, body }: Asked,
  things: string,
  token: string,
): Promise<Told<Fields>> => {
  const answer = await caller.call({
    method,
    url: `https://${shop.tenant}.api2.myshoprenter.hu/${path}`,
    headers: {
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      authorization: `Bearer ${token}`,
    },
    body: body === null ? null : JSON.stringify(body),
  });
  if (answer.kind === 'answered' && answer.status === 404)
    return { kind: 'unreadable', detail: `Shoprenter knows no such ${things}` };
  const refusal = `Shoprenter does not let these credentials ${method === 'GET' ? 'read' : 'write'} ${things}`;
  const usable = toUsable(answer, caller.now(), refusal);
  if (usable.kind !== 'told') return usable;
  const parsed = parseObject(usable.value.body);
  return parsed.ok ? told(parsed.value) : { kind: 'unreadable', detail: 'Shoprenter’s answer is no JSON object' };
};

const signIn = async ({ caller, shop: { tenant }, api }: ShoprenterOf): Promise<Told<string>> => {
  const body = JSON.stringify({
    grant_type: 'client_credentials',
    client_id: api.clientId,
    client_secret: api.clientSecret,
  });
  const url = `https://oauth.app.shoprenter.net/${tenant}/app/token`;
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const answer = await caller.call({ method: 'POST', url, headers, body });
  const refusal = 'Shoprenter does not take the client’s credentials';
  if (answer.kind === 'answered' && answer.status === 400) return { kind: 'refused', detail: refusal };
  const usable = toUsable(answer, caller.now(), refusal);
  if (usable.kind !== 'told') return usable;
  const parsed = parseBody(usable.value.body);
  const token = tokenSchema.safeParse(parsed.ok ? parsed.value : undefined);
  if (!token.success) return { kind: 'later', detail: 'Shoprenter’s sign-in gave no token', until: null };
  const { access_token, expires_in } = token.data;
  caller.keep({ token: access_token, until: caller.now() + expires_in * 900 });
  return told(access_token);
};

const tokenSchema = z.lazy(() =>
  z.object({
    access_token: z.string().check(z.minLength(1)),
    expires_in: z.number().check(z.positive()),
  }),
);

const toUsable = (answer: ApiAnswer, now: number, refusal: string): Told<Answered> => {
  if (answer.kind === 'failed') return { kind: 'later', detail: 'Shoprenter gave no answer', until: null };
  const { status, retryAfter } = answer;
  if (status === 200 || status === 201) return told(answer);
  if (status === 401 || status === 403) return { kind: 'refused', detail: refusal };
  return { kind: 'later', detail: `Shoprenter answered with status ${status}`, until: retryAt(retryAfter, now) };
};
