import { type Fields, fieldsOf, listOf, textOf } from '../fields.ts';
import {
  DONE,
  type ListedWebhook,
  type ShopWebhooks,
  type Told,
  told,
  type WebhookApi,
  type WebhookAsking,
} from '../shop-webhooks.ts';
import { askShopify, shopifyApi } from './api.ts';
import { ALL_USED_TOPICS, topicsFor } from './topics.ts';

/** Subscriptions of the app whose credentials the secret has. Shopify takes one away after eight failures running. */
const api: WebhookApi = {
  everyMs: 500,
  unseen:
    'Shopify shows an app its own webhooks alone: those that were made by hand (Settings, Notifications, Webhooks) are not looked at.',

  // An app's webhooks are signed with the very secret that it signs in with.
  whyRefused: ({ api: given, secrets }) => {
    const credentials = shopifyApi.parse(given);
    return 'accessToken' in credentials || secrets.includes(credentials.clientSecret)
      ? ''
      : 'Shopify signs an app’s webhooks with its client secret, which does not stand in `webhook` of the shop’s secret: put it there too.';
  },

  list: async (asking) => {
    const webhooks: ListedWebhook[] = [];
    let after: string | null = null;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const data: Told<Fields> = await ask(asking, LIST, { after });
      if (data.kind !== 'told') return data;
      const { nodes, pageInfo } = fieldsOf(data.value['webhookSubscriptions']);
      webhooks.push(...listOf(nodes).map(toListed));
      const { hasNextPage, endCursor } = fieldsOf(pageInfo);
      if (hasNextPage !== true) return told(webhooks);
      after = textOf(endCursor);
    }
    return { kind: 'unreadable', detail: `Shopify lists more than ${MOST_PAGES * 100} webhooks` };
  },

  make: async (asking, topic, address) => {
    const data = await ask(asking, MAKE, { topic: toEnum(topic), webhook: { uri: address, format: 'JSON' } });
    if (data.kind !== 'told') return data;
    const [error] = listOf(fieldsOf(data.value['webhookSubscriptionCreate'])['userErrors']);
    if (error === undefined) return DONE;
    return { kind: 'unreadable', detail: `Shopify refuses it: ${textOf(error['message']).slice(0, 200)}` };
  },

  turnOn: null,
};

export const shopifyWebhooks: ShopWebhooks = {
  topics: topicsFor,
  byHand:
    'In Shopify: Settings, Notifications, Webhooks. For each topic a webhook in JSON to the address below; the key that signs them stands under the list and goes into `webhook` of the shop’s secret.',
  api,
};

const MOST_PAGES = 10;

const LIST = `query ($after: String) {
  webhookSubscriptions(first: 100, after: $after) {
    nodes { id topic uri format filter includeFields }
    pageInfo { hasNextPage endCursor }
  }
}`;

const MAKE = `mutation ($topic: WebhookSubscriptionTopic!, $webhook: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhook) { userErrors { message } }
}`;

const ask = ({ caller, shop, api: given }: WebhookAsking, query: string, variables: Fields): Promise<Told<Fields>> =>
  askShopify(caller, shop, shopifyApi.parse(given), query, variables);

const toListed = (node: Fields): ListedWebhook => ({
  id: textOf(node['id']),
  topic: toTopic(textOf(node['topic'])),
  address: textOf(node['uri']),
  isOn: true,
  flaw: flawOf(node),
});

const flawOf = (node: Fields): string => {
  if (textOf(node['format']) !== 'JSON') return 'it posts no JSON';
  if (textOf(node['filter']) !== '') return 'it has a filter, so that some changes are not told';
  const fields = node['includeFields'];
  return Array.isArray(fields) && fields.length > 0 ? 'it leaves fields out of the order' : '';
};

/** `orders/partially_fulfilled` is `ORDERS_PARTIALLY_FULFILLED` in GraphQL; of the topics that we use none has more than one slash. */
const toEnum = (topic: string): string => topic.replace('/', '_').toUpperCase();

const toTopic = (name: string): string => TOPICS.get(name) ?? name;

const TOPICS: ReadonlyMap<string, string> = new Map(ALL_USED_TOPICS.map((topic) => [toEnum(topic), topic]));
