import * as z from 'zod';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { isFields, textOf } from '../fields.ts';
import { parseBody } from '../json.ts';
import { retryAt } from '../retry-at.ts';
import type { ApiAnswer, ApiCaller, Fetched, ShopFetch } from '../shop-fetch.ts';
import { readShoprenterOrder } from './order.ts';

export const shoprenterApi = z.strictObject({ clientId: z.string().min(1), clientSecret: z.string().min(1) });
type Api = z.output<typeof shoprenterApi>;
type Stopped = Exclude<Fetched<never>, { kind: 'read' }>;

/** An order by `orderExtend`, with a token of client credentials. */
export const shoprenterFetch: ShopFetch<OrderSnapshot> = {
  // Three calls a second are allowed.
  everyMs: 350,

  complete: async (known, shop, api, caller): Promise<Fetched<OrderSnapshot>> => {
    const answer = await askWithToken(caller, shop, shoprenterApi.parse(api), known.orderId);
    if (answer.kind !== 'answered') return answer;
    const body = parseBody(answer.body);
    if (!body.ok || !isFields(body.value))
      return { kind: 'unreadable', detail: 'Shoprenter’s answer is no JSON object' };
    if (textOf(body.value['innerId']) !== known.orderId)
      return { kind: 'unreadable', detail: 'Shoprenter answered with another order' };
    const read = readShoprenterOrder(body.value, known, shop);
    return read.ok ? { kind: 'read', snapshot: read.value } : { kind: 'unreadable', detail: read.problem };
  },
};

type Answered = Extract<ApiAnswer, { kind: 'answered' }>;

const askWithToken = async (
  caller: ApiCaller,
  shop: ShopSettings,
  api: Api,
  orderId: string,
): Promise<Answered | Stopped> => {
  const kept = caller.session()?.token;
  if (kept !== undefined) {
    const answer = await getOrder(caller, shop, kept, orderId);
    if (answer.kind !== 'refused') return answer;
    caller.keep(null);
  }
  const token = await signIn(caller, shop, api);
  return typeof token === 'string' ? getOrder(caller, shop, token, orderId) : token;
};

const getOrder = async (
  caller: ApiCaller,
  { tenant }: ShopSettings,
  token: string,
  orderId: string,
): Promise<Answered | Stopped> => {
  // As Shoprenter makes the names of its resources.
  const id = Buffer.from(`order-order_id=${orderId}`).toString('base64');
  const url = `https://${tenant}.api2.myshoprenter.hu/orderExtend/${encodeURIComponent(id)}`;
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const answer = await caller.call({ method: 'GET', url, headers, body: null });
  if (answer.kind === 'answered' && answer.status === 404)
    return { kind: 'unreadable', detail: 'Shoprenter does not know the order' };
  return toUsable(answer, caller.now(), 'Shoprenter does not let these credentials read orders');
};

const signIn = async (caller: ApiCaller, { tenant }: ShopSettings, api: Api): Promise<string | Stopped> => {
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
  if (usable.kind !== 'answered') return usable;
  const parsed = parseBody(usable.body);
  const token = tokenSchema.safeParse(parsed.ok ? parsed.value : undefined);
  if (!token.success) return { kind: 'later', detail: 'Shoprenter’s sign-in gave no token', until: null };
  const { access_token, expires_in } = token.data;
  caller.keep({ token: access_token, until: caller.now() + expires_in * 900 });
  return access_token;
};

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

const toUsable = (answer: ApiAnswer, now: number, refusal: string): Answered | Stopped => {
  if (answer.kind === 'failed') return { kind: 'later', detail: 'Shoprenter gave no answer', until: null };
  const { status, retryAfter } = answer;
  if (status === 200) return answer;
  if (status === 401 || status === 403) return { kind: 'refused', detail: refusal };
  return { kind: 'later', detail: `Shoprenter answered with status ${status}`, until: retryAt(retryAfter, now) };
};
