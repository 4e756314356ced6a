import { type Fields, numericIdOf, textOf } from '../fields.ts';
import {
  DONE,
  type ListedWebhook,
  type ShopWebhooks,
  type Told,
  told,
  type WebhookApi,
  type WebhookAsking,
} from '../shop-webhooks.ts';
import { apiSchema } from './api.ts';
import { type RestOf, readPages, write } from './rest.ts';
import { topicsFor } from './topics.ts';

/** Webhooks by REST. WooCommerce switches one off after more than five failures running, and tells nobody. */
const api: WebhookApi = {
  everyMs: 200,
  unseen: '',
  whyRefused: () => '',

  list: async (asking) => {
    const listed = await readPages(restOf(asking), 'webhooks', MOST);
    return listed.kind === 'told' ? told(listed.value.map(toListed)) : listed;
  },

  make: async (asking, topic, address) =>
    toDone(
      await write(restOf(asking), 'POST', 'webhooks', {
        name: `co3-shop-bridge ${topic}`,
        topic,
        delivery_url: address,
        secret: asking.secret,
        status: 'active',
      }),
    ),

  // With the secret of the bridge: nobody can read which one it has, and a wrong one is what switches webhooks off most often.
  turnOn: async (asking, { id }) =>
    toDone(await write(restOf(asking), 'PUT', `webhooks/${id}`, { status: 'active', secret: asking.secret })),
};

export const woocommerceWebhooks: ShopWebhooks = {
  topics: topicsFor,
  byHand:
    'In WooCommerce: Settings, Advanced, Webhooks. For each topic a webhook of the status Active and the API version v3 to the address below, with the first text of `webhook` of the shop’s secret as its secret.',
  api,
};

const MOST = 1_000;

const restOf = ({ shop, api: given, caller }: WebhookAsking): RestOf => ({ shop, api: apiSchema.parse(given), caller });

const toDone = (answer: Told<unknown>): Told<null> => (answer.kind === 'told' ? DONE : answer);

const toListed = (webhook: Fields): ListedWebhook => ({
  id: numericIdOf(webhook['id']) ?? '',
  topic: textOf(webhook['topic']),
  address: textOf(webhook['delivery_url']),
  isOn: textOf(webhook['status']) === 'active',
  flaw: '',
});
