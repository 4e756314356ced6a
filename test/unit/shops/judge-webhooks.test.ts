import { expect, it } from 'vitest';
import { judgeWebhooks } from '../../../lib/shops/judge-webhooks.ts';
import type { ListedWebhook } from '../../../lib/shops/shop-webhooks.ts';

const HERE = 'https://abc.example/webhooks/acme-shop';
const OLD = 'https://old.example/webhooks/acme-shop';

it.each<[string, readonly Partial<ListedWebhook>[], string, number | null]>([
  ['there', [{}], 'good', 0],
  ['there with a stroke at its end', [{ address: `${HERE}/` }], 'good', 0],
  ['there twice, once switched off', [{ isOn: false }, {}], 'good', 1],
  ['there twice, once with a flaw', [{ flaw: 'it has a filter' }, {}], 'good', 1],
  ['switched off', [{ isOn: false }], 'off', 0],
  ['of a part alone', [{ flaw: 'it has a filter' }], 'flawed', 0],
  ['of an earlier deployment', [{ address: OLD }], 'elsewhere', 0],
  ['of an earlier deployment and here', [{ address: OLD }, {}], 'good', 1],
  ['of another topic', [{ topic: 'orders/create' }], 'missing', null],
  ['of another shop of the bridge', [{ address: 'https://abc.example/webhooks/acme' }], 'missing', null],
  [
    'of a shop whose name ends like this one',
    [{ address: 'https://abc.example/webhooks/x-acme-shop' }],
    'missing',
    null,
  ],
  ['of another tool', [{ address: 'https://hooks.example/secret-of-theirs' }], 'missing', null],
  ['with no address', [{ address: 'arn:aws:events:eu-central-1::x' }], 'missing', null],
  ['none', [], 'missing', null],
])('judges a webhook that is %s', (_, given, state, index) => {
  const listed = given.map(aWebhook);

  const [judged] = judgeWebhooks(listed, ['orders/paid'], 'acme-shop', HERE);

  expect(judged).toStrictEqual({ topic: 'orders/paid', state, webhook: index === null ? null : listed[index] });
});

it('takes whatever host there is for ours where nobody names one', () => {
  const listed = [aWebhook({ address: OLD })];

  expect(judgeWebhooks(listed, ['orders/paid'], 'acme-shop', null)).toMatchObject([{ state: 'good' }]);
});

function aWebhook(overrides: Partial<ListedWebhook> = {}): ListedWebhook {
  return { id: '1', topic: 'orders/paid', address: HERE, isOn: true, flaw: '', ...overrides };
}
