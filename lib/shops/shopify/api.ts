import * as z from 'zod/mini';
import type { ShopSettings } from '../../settings/settings.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../fields.ts';
import { parseObject } from '../json.ts';
import { retryAt } from '../retry-at.ts';
import type { ApiAnswer, ApiCaller, NotTold } from '../shop-fetch.ts';
import { type Told, told } from '../shop-webhooks.ts';

/** `api` of the shop's secret: an app of the shop's own, by its client id and secret, or by a token that it was given once. */
export const shopifyApi = z.lazy(() =>
  z.union([
    z.strictObject({ clientId: z.string().check(z.minLength(1)), clientSecret: z.string().check(z.minLength(1)) }),
    z.strictObject({ accessToken: z.string().check(z.minLength(1)) }),
  ]),
);
export type ShopifyApi = z.output<typeof shopifyApi>;

// Supported for a year from its month on; a version that has ended is answered as the oldest that has not (https://shopify.dev/docs/api/usage/versioning).
const VERSION = '2026-10';

/** Asks the Admin API in GraphQL; what it told is `data`. A token that is not taken any more is renewed once. */
export const askShopify = async (
  caller: ApiCaller,
  { tenant }: Pick<ShopSettings, 'tenant'>,
  api: ShopifyApi,
  query: string,
  variables: Fields,
): Promise<Told<Fields>> => {
  const ask = async (token: string): Promise<Told<Fields>> => {
    const headers = { ...JSON_BOTH_WAYS, 'x-shopify-access-token': token };
    const url = `https://${tenant}/admin/api/${VERSION}/graphql.json`;
    const body = JSON.stringify({ query, variables });
    return toData(await caller.call({ method: 'POST', url, headers, body }), caller.now());
  };
  if ('accessToken' in api) return ask(api.accessToken);
  const kept = caller.session()?.token;
  if (kept !== undefined) {
    const answer = await ask(kept);
    if (answer.kind !== 'refused') return answer;
    caller.keep(null);
  }
  const token = await signIn(caller, tenant, api);
  return token.kind === 'told' ? ask(token.value) : token;
};

const JSON_BOTH_WAYS = { accept: 'application/json', 'content-type': 'application/json' };

/** By the client credentials grant, which a shop's own apps have; a token is good for a day. */
const signIn = async (
  caller: ApiCaller,
  tenant: string,
  { clientId, clientSecret }: Extract<ShopifyApi, { clientId: string }>,
): Promise<Told<string>> => {
  const body = JSON.stringify({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const url = `https://${tenant}/admin/oauth/access_token`;
  const answer = await caller.call({ method: 'POST', url, headers: JSON_BOTH_WAYS, body });
  if (answer.kind === 'answered' && answer.status === 400)
    return { kind: 'refused', detail: 'Shopify does not take the app’s credentials, or the app is not installed' };
  const fields = toFields(answer, caller.now());
  if (fields.kind !== 'told') return fields;
  const [token, seconds] = [textOf(fields.value['access_token']), Number(textOf(fields.value['expires_in']))];
  if (token === '') return { kind: 'later', detail: 'Shopify’s sign-in gave no token', until: null };
  caller.keep({ token, until: caller.now() + (seconds > 0 ? seconds * 900 : 0) });
  return told(token);
};

const toData = (answer: ApiAnswer, now: number): Told<Fields> => {
  const fields = toFields(answer, now);
  if (fields.kind !== 'told') return fields;
  const [error] = listOf(fields.value['errors']);
  if (error === undefined) return told(fieldsOf(fields.value['data']));
  switch (textOf(fieldsOf(error['extensions'])['code'])) {
    case 'ACCESS_DENIED':
      return { kind: 'refused', detail: 'Shopify does not let the app do this: give it the access scopes' };
    case 'THROTTLED':
      return { kind: 'later', detail: 'Shopify asks for a pause', until: null };
    default:
      return unreadable(`Shopify answers with an error${reasonOf(error)}`);
  }
};

/** Shopify names an error by a word of its own; its message may quote what was asked. */
const reasonOf = (error: Fields): string => {
  const code = textOf(fieldsOf(error['extensions'])['code']);
  return /^[A-Za-z_]{1,80}$/.test(code) ? ` (${code})` : '';
};

const toFields = (answer: ApiAnswer, now: number): Told<Fields> => {
  if (answer.kind === 'failed') return { kind: 'later', detail: 'Shopify gave no answer', until: null };
  const { status, body, retryAfter } = answer;
  if (status === 401 || status === 403)
    return { kind: 'refused', detail: `Shopify does not take the app’s credentials (status ${status})` };
  if (status === 404) return unreadable('Shopify knows no such shop: look at `tenant`');
  if (status !== 200)
    return { kind: 'later', detail: `Shopify answered with status ${status}`, until: retryAt(retryAfter, now) };
  const parsed = parseObject(body);
  return parsed.ok ? told(parsed.value) : unreadable(`Shopify’s answer cannot be read: ${parsed.problem}`);
};

const unreadable = (detail: string): NotTold => ({ kind: 'unreadable', detail });
