import {
  DONE,
  type ListedWebhook,
  type ShopWebhooks,
  type Told,
  told,
  type WebhookApi,
  type WebhookAsking,
} from '../shop-webhooks.ts';
import { childrenOf, textAt, type XmlNode } from '../xml.ts';
import { askUnas, escapeXml, unasApi } from './api.ts';

/**
 * UNAS's automations that post, by `getAutomatism` and `setAutomatism` (https://unas.hu/tudastar/api/automata-folyamatok-adatszerkezet).
 * Its page on what an operation holds was not at hand whole: `Config.WebhookUrl` is what others send.
 */
const api: WebhookApi = {
  everyMs: 1_000,
  unseen: 'An automation for payments is not looked for: UNAS’s API names no such event. Make it by hand.',
  whyRefused: () => '',

  list: async (asking) => {
    const root = await ask(asking, 'getAutomatism', '<Params></Params>');
    return root.kind === 'told'
      ? told(
          childrenOf(root.value, 'Automatism')
            .filter((automatism) => textAt(automatism, 'Operation', 'Type') === 'webhook')
            .map(toListed),
        )
      : root;
  },

  make: (asking, topic, address) =>
    set(asking, [
      '<Action>add</Action>',
      `<Name>co3-shop-bridge ${escapeXml(topic)}</Name>`,
      '<Active>yes</Active>',
      '<Schedule><Type>instant</Type></Schedule>',
      `<Event><Type>${escapeXml(topic)}</Type></Event>`,
      `<Operation><Type>webhook</Type><Config><WebhookUrl>${escapeXml(address)}</WebhookUrl></Config></Operation>`,
    ]),

  turnOn: (asking, { id }) =>
    set(asking, ['<Action>modify</Action>', `<Id>${escapeXml(id)}</Id>`, '<Active>yes</Active>']),
};

export const unasWebhooks: ShopWebhooks = {
  topics: () => ['order_send', 'order_status_modify', 'order_modify_admin'],
  byHand:
    'In UNAS (VIP package): an automata folyamat of the kind webhook, at once, to the address below, for a new order, for each change of its state and for its payment.',
  api,
};

const ask = async ({ caller, api: given }: WebhookAsking, method: string, document: string): Promise<Told<XmlNode>> => {
  const answer = await askUnas(caller, unasApi.parse(given), method, document);
  return answer.kind === 'root' ? told(answer.root) : answer;
};

const set = async (asking: WebhookAsking, parts: readonly string[]): Promise<Told<null>> => {
  const document = `<Automatisms><Automatism>${parts.join('')}</Automatism></Automatisms>`;
  const root = await ask(asking, 'setAutomatism', document);
  if (root.kind !== 'told') return root;
  const isDone = childrenOf(root.value, 'Automatism').some((one) => textAt(one, 'Status') === 'ok');
  return isDone ? DONE : { kind: 'unreadable', detail: 'UNAS does not say that it was done' };
};

const toListed = (automatism: XmlNode): ListedWebhook => ({
  id: textAt(automatism, 'Id'),
  topic: textAt(automatism, 'Event', 'Type'),
  address: textAt(automatism, 'Operation', 'Config', 'WebhookUrl'),
  isOn: textAt(automatism, 'Active') === 'yes',
  flaw: flawOf(automatism),
});

const flawOf = (automatism: XmlNode): string => {
  if (textAt(automatism, 'Schedule', 'Type') === 'delayed') return 'it comes with a delay';
  const event = childrenOf(automatism, 'Event')[0];
  return (event?.children ?? []).some(({ name, children }) => name !== 'Type' && children.length > 0)
    ? 'it has rules, so that some orders are not told'
    : '';
};
