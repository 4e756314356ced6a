import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SCHEMA_NAMES, toJsonSchema } from '../../../../lib/cli/schema/schemas.ts';
import { makeCliBench } from '../../../support/cli-bench.ts';
import { standardBody } from '../../../support/standard-webhooks.ts';

const PAGES = new URL('../../../../docs/schemas/', import.meta.url);
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

describe('bridge schema', () => {
  it('lists what there is', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stdout } = await bridge('schema');

    const names = stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(' ')[0]);
    expect([code, names]).toStrictEqual([0, ['order', 'product', 'stock', 'webhook']]);
  });

  it.each(SCHEMA_NAMES)('prints the schema of %s, as JSON with and without --json', async (name) => {
    const { bridge } = makeCliBench(undefined);

    const printed = [await bridge('schema', name), await bridge('schema', name, '--json')];

    expect(printed.map(({ stdout }) => JSON.parse(stdout))).toStrictEqual([toJsonSchema(name), toJsonSchema(name)]);
  });

  it('refuses a name that there is not, and names those that there are', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stderr } = await bridge('schema', 'invoice');

    expect(code).toBe(2);
    expect(stderr).toContain('order, product, stock, webhook');
  });

  it('writes all of them', async () => {
    const { bridge, cwd } = makeCliBench(undefined);

    const { code } = await bridge('schema', '--write', '.');

    const written = SCHEMA_NAMES.map((name) => JSON.parse(readFileSync(join(cwd, `${name}.json`), 'utf8')));
    expect([code, written]).toStrictEqual([0, SCHEMA_NAMES.map(toJsonSchema)]);
  });

  it('says so where it cannot write', async () => {
    const { bridge } = makeCliBench(undefined);

    const { code, stderr } = await bridge('schema', '--write', 'no/folder');

    expect(code).toBe(2);
    expect(stderr).toContain('Name a folder that is there');
  });
});

describe('the schemas', () => {
  it('stand in docs/schemas as they are: `npm run docs:schemas` writes them', () => {
    const files = readdirSync(PAGES).sort();

    const pages = files.map((file) => JSON.parse(readFileSync(new URL(file, PAGES), 'utf8')));

    expect(files).toStrictEqual(SCHEMA_NAMES.map((name) => `${name}.json`).sort());
    expect(pages).toStrictEqual([...SCHEMA_NAMES].sort().map(toJsonSchema));
  });

  it.each(SCHEMA_NAMES)('of %s says what it is and in which units', (name) => {
    const schema = toJsonSchema(name);

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
});

const isOf = (name: (typeof SCHEMA_NAMES)[number], value: unknown): boolean =>
  z.fromJSONSchema(toJsonSchema(name)).safeParse(value).success;
