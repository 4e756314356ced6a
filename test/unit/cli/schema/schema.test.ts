import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PLAIN_DIALECT } from '../../../../infra/local/co3/dialect.ts';
import { toJsonSchemas } from '../../../../lib/cli/schema/schemas.ts';
import { PLATFORM_TRAITS, PLATFORMS } from '../../../../lib/shops/index.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { aLevel, aProduct } from '../../../support/goods.ts';
import { aLetter } from '../../../support/ledger-records.ts';
import { anOrder } from '../../../support/orders.ts';
import { makeSimulatedWorld } from '../../../support/simulated-world.ts';
import { standardBody } from '../../../support/standard-webhooks.ts';
import { shopifyRequest, webhookWith } from '../../../support/webhooks.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const SCHEMAS = toJsonSchemas(PLATFORM_TRAITS);
const SENT = ['order', 'product', 'stock', 'webhook'] as const;

describe('bridge schema', () => {
  it('lists what there is', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout } = await bridge('schema', '--json');

    const names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
    expect([code, names]).toStrictEqual([
      0,
      [
        ...SENT,
        'snapshot',
        'letter',
        'settings',
        'account-secret',
        ...Object.keys(PLATFORMS).map((name) => `shop-secret.${name}`),
      ],
    ]);
  });

  it.each([...SCHEMAS.keys()])('prints the schema of %s, as JSON with and without --json', async (name) => {
    const { bridge } = makeCliBench(undefined);

    const printed = [await bridge('schema', name), await bridge('schema', name, '--json')];

    const schema: unknown = JSON.parse(JSON.stringify(schemaOf(name)));
    expect(printed.map(({ stdout }) => JSON.parse(stdout))).toStrictEqual([schema, schema]);
  });

  it('refuses a name that there is not, and names those that there are', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stderr } = await bridge('schema', 'invoice');

    expect(code).toBe(2);
    expect(stderr).toContain('order, product, stock, webhook, snapshot, letter, settings, account-secret');
  });
});

describe('the schemas', () => {
  it.each(SENT)('of %s says what it is and in which units', (name) => {
    const schema = schemaOf(name);

    expect(schema).toMatchObject({ $schema: DRAFT, type: 'object', additionalProperties: false });
    expect(schema['title']).not.toBe('');
    expect(schema['description']).toContain('minor units');
  });

  it.each([
    ['order', 'order.short', {}],
    ['order', 'order.full', {}],
    ['order', 'order.refunded', {}],
    ['product', 'product.two-variants', {}],
    ['stock', 'stock.level', {}],
  ] as const)('of %s takes %s, alone and as a webhook', (name, fixture, data) => {
    const body = JSON.parse(standardBody(fixture, data).toString());

    expect([isOf(name, body.data), isOf('webhook', body)]).toStrictEqual([true, true]);
  });

  it.each([
    ['an amount in whole units', 'order.short', { totalMinor: '5080.00' }],
    ['a fraction of a minor unit', 'order.short', { totalMinor: 5080.5 }],
    ['no buyer', 'order.short', { buyer: undefined }],
    ['a field that is not known', 'order.short', { coverage: 'whole' }],
    ['a quantity that is a number', 'stock.level', { quantity: 12 }],
    ['no variants', 'product.two-variants', { variants: undefined }],
    ['another kind', 'stock.level', { kind: 'level' }],
  ])('refuse %s', (_case, fixture, data) => {
    const body = JSON.parse(standardBody(fixture, data).toString());

    expect(isOf('webhook', body)).toBe(false);
  });

  it.each([
    ['an order', anOrder()],
    ['a product', aProduct()],
    ['a stock level', aLevel()],
  ])('of a snapshot takes %s, and nothing that lacks its kind', (_what, snapshot) => {
    const { kind: _, ...others } = snapshot;

    expect([isOf('snapshot', snapshot), isOf('snapshot', others)]).toStrictEqual([true, false]);
  });

  it('of a letter takes the notice of a refused order, whose event is a snapshot', async () => {
    const world = makeSimulatedWorld({ seed: 3, dialect: PLAIN_DIALECT });
    await world.receive(
      shopifyRequest(webhookWith('shopify/orders-paid.huf.json', { email: 'anna@', contact_email: 'anna@' })),
    );
    await world.deliver();

    const notices = world.deadLetters.bodies().map((body) => JSON.parse(body));

    expect(notices.map((notice) => [isOf('letter', notice), isOf('snapshot', notice.event)])).toStrictEqual([
      [true, true],
    ]);
  });

  it('of a letter refuses one without its reason', () => {
    const { error: _, ...others } = aLetter();

    expect([isOf('letter', aLetter()), isOf('letter', others)]).toStrictEqual([true, false]);
  });
});

const schemaOf = (name: string) => SCHEMAS.get(name)?.schema ?? {};

const isOf = (name: string, value: unknown): boolean => z.fromJSONSchema(schemaOf(name)).safeParse(value).success;
