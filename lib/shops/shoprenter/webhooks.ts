import { type Fields, fieldsOf, firstText, listOf, textOf } from '../fields.ts';
import {
  DONE,
  type ListedWebhook,
  type ShopWebhooks,
  type Told,
  told,
  type WebhookApi,
  type WebhookAsking,
} from '../shop-webhooks.ts';
import { askShoprenter, EVERY_MS, shoprenterApi } from './api.ts';
import { CONFIRM_FIELDS, ORDER_FIELDS } from './webhook-fields.ts';

const NEW_ORDER = 'order_confirm';
const STATE_CHANGED = 'order_status_change';

/** The resource `webHooks`. The key that the bridge knows Shoprenter by stands in the address itself, so addresses go nowhere but there. */
const api: WebhookApi = {
  everyMs: EVERY_MS,
  unseen: '',
  whyRefused: () => '',

  list: async (asking) => {
    const webhooks: ListedWebhook[] = [];
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await ask(asking, 'GET', `webHooks?full=1&limit=${PER_PAGE}&page=${page}`, null);
      if (answer.kind !== 'told') return answer;
      const items = listOf(answer.value['items']);
      webhooks.push(...items.map((item) => toListed(item, asking.secrets)));
      if (items.length < PER_PAGE) return told(webhooks);
    }
    return { kind: 'unreadable', detail: `Shoprenter lists more than ${MOST_PAGES * PER_PAGE} webhooks` };
  },

  make: (asking, topic, address) => done(ask(asking, 'POST', 'webHooks', toFields(asking, topic, address))),

  turnOn: (asking, { id, topic, address }) =>
    done(ask(asking, 'PUT', `webHooks/${encodeURIComponent(id)}`, toFields(asking, topic, address))),
};

export const shoprenterWebhooks: ShopWebhooks = {
  topics: () => [NEW_ORDER, STATE_CHANGED],
  byHand:
    'In Shoprenter: Marketing, Automatizmusok. For a new order and for a change of its state a webhook in JSON with all fields, to the address below with `?key=` and the first text of `webhook` of the shop’s secret at its end.',
  api,
};

const PER_PAGE = 200;
const MOST_PAGES = 5;

const ask = (
  { caller, shop, api: given }: WebhookAsking,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body: Fields | null,
): Promise<Told<Fields>> =>
  askShoprenter({ caller, shop, api: shoprenterApi.parse(given) }, { method, path, body }, 'webhooks');

const done = async (answer: Promise<Told<Fields>>): Promise<Told<null>> => {
  const settled = await answer;
  return settled.kind === 'told' ? DONE : settled;
};

// Written whole: what belongs to a webhook is written over as one.
const toFields = ({ secret }: WebhookAsking, topic: string, address: string): Fields => {
  const url = new URL(address);
  url.searchParams.set('key', secret);
  const fields = topic === NEW_ORDER ? [...ORDER_FIELDS, ...CONFIRM_FIELDS] : ORDER_FIELDS;
  return {
    event: topic,
    status: '1',
    label: `co3-shop-bridge ${topic}`,
    webHookParameters: [{ type: 'json', url: url.href, fields }],
  };
};

const toListed = (item: Fields, secrets: readonly string[]): ListedWebhook => {
  const given = item['webHookParameters'];
  const parameters = listOf(given)[0] ?? fieldsOf(given);
  const [address, key] = split(textOf(parameters['url']));
  return {
    id: firstText(item['id'], item['href']).split('/').at(-1) ?? '',
    topic: textOf(item['event']),
    address,
    isOn: textOf(item['status']) === '1',
    flaw: flawOf(item, parameters, key, secrets),
  };
};

const split = (url: string): readonly [string, string] =>
  URL.canParse(url) ? [url.replace(/[?#].*$/, ''), new URL(url).searchParams.get('key') ?? ''] : [url, ''];

const flawOf = (item: Fields, parameters: Fields, key: string, secrets: readonly string[]): string => {
  if (!secrets.includes(key)) return 'the key in its address is none of the shop’s secret';
  if (textOf(parameters['type']) !== 'json') return 'it posts no JSON';
  const delay = textOf((listOf(item['webHookDelay'])[0] ?? fieldsOf(item['webHookDelay']))['delay']);
  return delay === '' || Number(delay) === 0 ? '' : 'it comes with a delay';
};
