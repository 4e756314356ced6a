import type { ShopSettings } from '../../settings/settings.ts';
import { type Fields, isFields, textOf } from '../fields.ts';
import { parseBody } from '../json.ts';
import { retryAt } from '../retry-at.ts';
import type { ApiAnswer, ApiCaller, ApiRequest } from '../shop-fetch.ts';
import { type Told, told } from '../shop-webhooks.ts';
import type { Api } from './api.ts';

export interface RestOf {
  readonly shop: Pick<ShopSettings, 'tenant'>;
  readonly api: Api;
  readonly caller: ApiCaller;
}

const PER_PAGE = 100;

/** The objects that WooCommerce lists under a path of its REST API, of all pages. */
export const readPages = async (of: RestOf, path: string, most: number): Promise<Told<readonly Fields[]>> => {
  const all: Fields[] = [];
  for (let page = 1; page <= most / PER_PAGE; page += 1) {
    const request = toRequest(of, `${path}?per_page=${PER_PAGE}&page=${page}`, 'GET', null);
    const parsed = toParsed(await of.caller.call(request), of.caller.now());
    if (parsed.kind !== 'told') return parsed;
    const list = parsed.value;
    if (!Array.isArray(list) || !list.every(isFields))
      return { kind: 'unreadable', detail: `the body is no list of ${lastOf(path)}` };
    all.push(...list);
    if (list.length < PER_PAGE) return told(all);
  }
  return { kind: 'unreadable', detail: `there are more than ${most} ${lastOf(path)}` };
};

/** Makes or changes something. */
export const write = async (
  of: RestOf,
  method: 'POST' | 'PUT',
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Told<unknown>> =>
  toParsed(await of.caller.call(toRequest(of, path, method, JSON.stringify(fields))), of.caller.now());

const lastOf = (path: string): string => path.split('/').at(-1) ?? path;

const toRequest = (
  { shop, api }: RestOf,
  path: string,
  method: ApiRequest['method'],
  body: string | null,
): ApiRequest => {
  const base = (api.url ?? `https://${shop.tenant}`).replace(/\/+$/, '');
  const key = Buffer.from(`${api.consumerKey}:${api.consumerSecret}`).toString('base64');
  return {
    method,
    url: `${base}/wp-json/wc/v3/${path}`,
    headers: {
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      authorization: `Basic ${key}`,
    },
    body,
  };
};

const toParsed = (answer: ApiAnswer, now: number): Told<unknown> => {
  if (answer.kind === 'failed') return { kind: 'later', detail: 'the shop’s API does not answer', until: null };
  const { status, body, retryAfter } = answer;
  const says = `the shop’s API answers ${status}`;
  if (status === 401 || status === 403) return { kind: 'refused', detail: says };
  if (status === 429 || status >= 500) return { kind: 'later', detail: says, until: retryAt(retryAfter, now) };
  const parsed = parseBody(body);
  if (status !== 200 && status !== 201) return { kind: 'unreadable', detail: `${says}${reasonOf(parsed)}` };
  return parsed.ok ? told(parsed.value) : { kind: 'unreadable', detail: parsed.problem };
};

/** WooCommerce names what it refuses by a word of its own, such as `woocommerce_rest_invalid_topic`. */
const reasonOf = (parsed: ReturnType<typeof parseBody>): string => {
  const code = parsed.ok && isFields(parsed.value) ? textOf(parsed.value['code']) : '';
  return /^(?:woocommerce|rest)_[a-z_]{1,80}$/.test(code) ? ` (${code})` : '';
};
