import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import { makeSimulatedWorld, type SimulatedWorld } from '../support/simulated-world.ts';
import { shopifyRequest, webhookWith } from '../support/webhooks.ts';
import { ACCOUNT_SECRET } from '../support/world.ts';

const MARKS = {
  email: 'marked.mail@example.hu',
  phone: '+36 30 765 4321',
  first: 'Markéta',
  last: 'Jelöltné',
  company: 'Jelölt Bt.',
  street: 'Megjelölt köz 77.',
  zip: '7654',
  city: 'Jelfalva',
  tax: '12345676-2-41',
  item: 'Megjelölt bögre',
} as const;
const SECRETS = [ACCOUNT_SECRET.apiKey, ACCOUNT_SECRET.password, ACCOUNT_SECRET.username, 'hush-hush'];

const address = {
  first_name: MARKS.first,
  last_name: MARKS.last,
  name: `${MARKS.first} ${MARKS.last}`,
  company: MARKS.company,
  address1: MARKS.street,
  zip: MARKS.zip,
  city: MARKS.city,
  phone: MARKS.phone,
  country_code: 'HU',
};

const webhook = (more: Readonly<Record<string, unknown>> = {}) =>
  shopifyRequest(
    webhookWith('shopify/orders-paid.huf.json', {
      email: MARKS.email,
      contact_email: MARKS.email,
      phone: MARKS.phone,
      billing_address: address,
      shipping_address: address,
      note: MARKS.item,
      note_attributes: [{ name: 'adoszam', value: MARKS.tax }],
      ...more,
    }),
  );

const stories: readonly (readonly [string, (world: SimulatedWorld) => Promise<void>])[] = [
  ['is invoiced', async (world) => void (await world.receive(webhook()))],
  [
    'is refused',
    async (world) => void (await world.receive(webhook({ email: 'marked.mail@', contact_email: 'marked.mail@' }))),
  ],
  [
    'cannot be translated',
    async (world) => void (await world.receive(webhook({ payment_gateway_names: [MARKS.item] }))),
  ],
  ['cannot be read', async (world) => void (await world.receive(webhook({ line_items: MARKS.item })))],
  [
    'is lost on the way',
    async (world) => {
      world.co3.fault({ kind: 'commit-then-cut', method: 'setInvoice' });
      await world.receive(webhook());
    },
  ],
  [
    'has a number that is a text about a person',
    async (world) => void (await world.receive(webhook({ name: `${MARKS.first} ${MARKS.last}` }))),
  ],
];

describe('the log of an order that', () => {
  it.each(stories)('%s holds nothing of a person and no secret', async (_, story) => {
    const world = makeSimulatedWorld({ seed: 3, dialect: PLAIN_DIALECT });

    await story(world);
    await world.deliver();
    await world.pass(5 * 60_000);

    const session = world.ledger.all('lane')[0]?.session?.key ?? ACCOUNT_SECRET.apiKey;
    const log = world.logged.map((line) => JSON.stringify(line)).join('\n');
    expect(world.logged.length).toBeGreaterThan(1);
    expect(
      [...Object.values(MARKS), ...SECRETS, session, 'marked.mail'].filter((mark) => log.includes(mark)),
    ).toStrictEqual([]);
  });
});
