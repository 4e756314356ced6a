import { fail, ok, type Result } from '../../event/result.ts';
import type { OrderSnapshot } from '../../event/snapshot.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { namedFaults } from '../faults.ts';
import { type Fields, isFields } from '../fields.ts';
import { parseBody } from '../json.ts';
import { retryAt } from '../retry-at.ts';
import type { ApiAnswer, ApiCaller, Fetched, ShopFetch } from '../shop-fetch.ts';
import { type Api, apiSchema } from './api.ts';
import type { OrderReading } from './reading.ts';
import { readRefund } from './refund-rows.ts';
import { withRefunds } from './refunds.ts';

/** Reads the rows of an order's refunds, of which a webhook tells the sums alone. */
export const woocommerceFetch: ShopFetch<OrderSnapshot> = {
  // WooCommerce sets no pace of its own; five calls a second are less than one visitor's page with its pictures.
  everyMs: 200,
  complete: async (known, shop, api, caller) => {
    const refunds = await readPages(known, shop, apiSchema.parse(api), caller);
    if (!refunds.ok) return refunds.problem;
    const reading: OrderReading = { currency: known.currency, rates: new Map(), faults: [] };
    const read = refunds.value.map((refund, index) => readRefund(reading, refund, index));
    if (reading.faults.length > 0) return unreadable(namedFaults(reading.faults));
    // All that the shop has by now: a webhook is not sent twice, so the one of a later refund may never come.
    return { kind: 'read', snapshot: { ...withRefunds(known, read), coverage: 'whole' } };
  },
};

type Problem = Exclude<Fetched<OrderSnapshot>, { kind: 'read' }>;

const PER_PAGE = 100;
/** An order of more refunds than that is none that a program should correct. */
const MOST_PAGES = 10;
const readPages = async (
  { orderId }: OrderSnapshot,
  shop: ShopSettings,
  api: Api,
  caller: ApiCaller,
): Promise<Result<readonly Fields[], Problem>> => {
  const base = (api.url ?? `https://${shop.tenant}`).replace(/\/+$/, '');
  const key = Buffer.from(`${api.consumerKey}:${api.consumerSecret}`).toString('base64');
  const refunds: Fields[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await caller.call({
      method: 'GET',
      url: `${base}/wp-json/wc/v3/orders/${orderId}/refunds?per_page=${PER_PAGE}&page=${page}`,
      headers: { accept: 'application/json', authorization: `Basic ${key}` },
      body: null,
    });
    const list = listOfAnswer(answer, caller.now());
    if (!list.ok) return list;
    refunds.push(...list.value);
    if (list.value.length < PER_PAGE) return ok(refunds);
  }
  return fail(unreadable(`the order has more than ${MOST_PAGES * PER_PAGE} refunds`));
};

const listOfAnswer = (answer: ApiAnswer, now: number): Result<readonly Fields[], Problem> => {
  if (answer.kind === 'failed') return fail({ kind: 'later', detail: 'the shop’s API does not answer', until: null });
  const { status, body, retryAfter } = answer;
  const says = `the shop’s API answers ${status}`;
  if (status === 401 || status === 403) return fail({ kind: 'refused', detail: says });
  if (status === 429 || status >= 500) return fail({ kind: 'later', detail: says, until: retryAt(retryAfter, now) });
  if (status !== 200) return fail(unreadable(says));
  const parsed = parseBody(body);
  if (!parsed.ok) return fail(unreadable(parsed.problem));
  const list = parsed.value;
  return Array.isArray(list) && list.every(isFields) ? ok(list) : fail(unreadable('the body is no list of refunds'));
};

const unreadable = (detail: string): Problem => ({ kind: 'unreadable', detail });
