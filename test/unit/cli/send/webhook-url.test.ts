import { expect, it } from 'vitest';
import { toWebhookUrl } from '../../../../lib/cli/send/webhook-url.ts';

const WHOLE = 'https://x.example/webhooks/acme-shop';

it.each([
  ['a host', 'https://x.example', WHOLE],
  ['a host with a slash', 'https://x.example/', WHOLE],
  ['the folder', 'https://x.example/webhooks', WHOLE],
  ['the folder with a slash', 'https://x.example/webhooks/', WHOLE],
  ['what `serverless deploy` prints', 'https://x.example/webhooks/{shop}', WHOLE],
  ['the whole address', 'https://x.example/webhooks/acme-shop', WHOLE],
  [
    'an address under another path',
    'https://x.example/dev/webhooks/{shop}',
    'https://x.example/dev/webhooks/acme-shop',
  ],
  ['this machine', 'http://127.0.0.1:3000/webhooks', 'http://127.0.0.1:3000/webhooks/acme-shop'],
])('is made from %s', (_, given, url) => {
  expect(toWebhookUrl(given, 'acme-shop')).toStrictEqual({ ok: true, value: url });
});

it.each([['no-address'], ['http://x.example/webhooks'], ['ftp://x.example']])('is not made from %s', (given) => {
  expect(toWebhookUrl(given, 'acme-shop').ok).toBe(false);
});
