import { expect, it } from 'vitest';
import { unasWebhooks } from '../../../../lib/shops/unas/webhooks.ts';
import { answer } from '../../../support/api-caller.ts';
import { shopOf } from '../../../support/shop-webhooks.ts';
import { askingOf } from '../../../support/webhook-apis.ts';

const shop = shopOf('unas', '4711');
const API = { apiKey: 'key-1' };
const SESSION = { token: 'tok-0', until: Number.MAX_SAFE_INTEGER };
const HERE = 'https://abc.example/webhooks/acme-shop';
const { api } = unasWebhooks;
if (api === null) throw new Error('UNAS has an API of webhooks');

it('lists the automations that post, and none that does something else', async () => {
  const { asking, requests } = askingOf(
    shop,
    API,
    [
      automatisms(
        `<Id>1</Id><Name>a</Name><Active>yes</Active>${EVENT}${POSTS}`,
        `<Id>2</Id><Name>b</Name><Active>no</Active>${EVENT}${POSTS}`,
        `<Id>3</Id><Name>c</Name><Active>yes</Active>${EVENT}<Operation><Type>email</Type></Operation>`,
      ),
    ],
    SESSION,
  );

  const listed = await api.list(asking);

  expect(listed).toStrictEqual({
    kind: 'told',
    value: [
      { id: '1', topic: 'order_send', address: HERE, isOn: true, flaw: '' },
      { id: '2', topic: 'order_send', address: HERE, isOn: false, flaw: '' },
    ],
  });
  expect(requests.map(({ url, body }) => [url, body])).toStrictEqual([
    ['https://api.unas.eu/shop/getAutomatism', '<?xml version="1.0" encoding="UTF-8"?><Params></Params>'],
  ]);
});

it.each([
  [
    '<Schedule><Type>delayed</Type><Unit>minute</Unit><Value>45</Value></Schedule>',
    eventOf(''),
    'it comes with a delay',
  ],
  [
    '<Schedule><Type>instant</Type></Schedule>',
    eventOf('<Rules><Rule>x</Rule></Rules>'),
    'it has rules, so that some orders are not told',
  ],
  ['<Schedule><Type>instant</Type></Schedule>', eventOf('<Rules></Rules>'), ''],
])('names what an automation would not tell', async (schedule, event, flaw) => {
  const { asking } = askingOf(
    shop,
    API,
    [automatisms(`<Id>1</Id><Active>yes</Active>${schedule}${event}${POSTS}`)],
    SESSION,
  );

  expect(await api.list(asking)).toMatchObject({ kind: 'told', value: [{ flaw }] });
});

it('makes an automation that posts at once', async () => {
  const { asking, requests } = askingOf(
    shop,
    API,
    [automatisms('<Action>add</Action><Id>9</Id><Status>ok</Status>')],
    SESSION,
  );

  const made = await api.make(asking, 'order_send', `${HERE}?a=1&b=2`);

  expect(made).toStrictEqual({ kind: 'told', value: null });
  expect(requests.map(({ url, body }) => [url, body])).toStrictEqual([
    [
      'https://api.unas.eu/shop/setAutomatism',
      '<?xml version="1.0" encoding="UTF-8"?><Automatisms><Automatism><Action>add</Action><Name>co3-shop-bridge order_send</Name>' +
        '<Active>yes</Active><Schedule><Type>instant</Type></Schedule><Event><Type>order_send</Type></Event>' +
        `<Operation><Type>webhook</Type><Config><WebhookUrl>${HERE}?a=1&amp;b=2</WebhookUrl></Config></Operation></Automatism></Automatisms>`,
    ],
  ]);
});

it('switches an automation on', async () => {
  const { asking, requests } = askingOf(
    shop,
    API,
    [automatisms('<Action>modify</Action><Id>2</Id><Status>ok</Status>')],
    SESSION,
  );

  const done = await api.turnOn?.(asking, { id: '2', topic: 'order_send', address: HERE, isOn: false, flaw: '' });

  expect(done).toStrictEqual({ kind: 'told', value: null });
  expect(requests[0]?.body).toContain('<Action>modify</Action><Id>2</Id><Active>yes</Active>');
});

it('does not believe what UNAS does not call done', async () => {
  const answers = [automatisms('<Action>add</Action><Status>error</Status><Error>too many</Error>')];
  const { asking } = askingOf(shop, API, answers, SESSION);

  expect(await api.make(asking, 'order_send', HERE)).toStrictEqual({
    kind: 'unreadable',
    detail: 'UNAS does not say that it was done',
  });
});

const EVENT = eventOf('');
const POSTS = `<Operation><Type>webhook</Type><Config><WebhookUrl><![CDATA[${HERE}]]></WebhookUrl></Config></Operation>`;

function eventOf(more: string): string {
  return `<Event><Type>order_send</Type>${more}</Event>`;
}

function automatisms(...inner: readonly string[]) {
  return answer(`<Automatisms>${inner.map((one) => `<Automatism>${one}</Automatism>`).join('')}</Automatisms>`);
}
