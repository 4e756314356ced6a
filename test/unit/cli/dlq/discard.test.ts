import { describe, expect, it } from 'vitest';
import { type CliOptions, makeCliBench } from '../../../support/cli-bench.ts';
import { aProductRecord } from '../../../support/goods-records.ts';
import { aLiveDocument } from '../../../support/ledger-records.ts';
import { programmedCo3 } from '../../../support/programmed-co3.ts';
import { parkLetterOf, parkUnknown } from '../../../support/undecided.ts';
import { makeWorld, type World } from '../../../support/world.ts';

const aWorld = (): World => makeWorld({ transport: programmedCo3().transport });
const cli = (world: World, options: CliOptions = {}) => makeCliBench(world, { env: { USER: 'erika' }, ...options });
const REASON = ['--reason', 'invoiced by hand'] as const;

describe('bridge dlq discard', () => {
  it('closes the letter, rings, and says what follows and how it is taken back', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });

    const { code, stdout } = await cli(world).bridge('dlq', 'discard', 'letter', '--local', ...REASON);

    expect(code).toBe(0);
    expect(stdout).toMatch(/order #1001 rests: nothing is sent.*ChangedAfterDiscard/su);
    expect(stdout).toContain('npx bridge dlq redrive letter-1 --local');
    expect(world.events.bodies()).toStrictEqual(['{"kind":"bell","account":"acme"}']);
    expect(world.order().discarded).toMatchObject({ id, by: 'erika', why: 'invoiced by hand' });
  });

  it('says of an invoiced order that its documents count', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'OwedAgain', order: { documents: [aLiveDocument()] } });

    const { stdout } = await cli(world).bridge('dlq', 'discard', id, ...REASON);

    expect(stdout).toContain('rests with the documents that it has');
  });

  it('rings for nobody where a letter has no order', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'WrongShop', record: { work: null } });

    const { code, stdout } = await cli(world).bridge('dlq', 'discard', id, '--json', ...REASON);

    expect([code, JSON.parse(stdout)]).toStrictEqual([0, { letter: id, reason: 'invoiced by hand' }]);
    expect(world.events.bodies()).toStrictEqual([]);
  });

  it('tells a program what rests', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });

    const { stdout } = await cli(world).bridge('dlq', 'discard', id, '--json', ...REASON);

    expect(JSON.parse(stdout)).toStrictEqual({
      ...{ letter: id, order: world.order().key, status: 'settled', reason: 'invoiced by hand' },
    });
  });

  it.each([
    [2, [], 'required option'],
    [2, ['--reason', 'no'], 'invoiced by hand, 2026/00042'],
  ] as const)('ends with %i for the reason %j', async (code, reason, words) => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });

    const ran = await cli(world).bridge('dlq', 'discard', id, ...reason);

    expect([ran.code, ran.stderr]).toStrictEqual([code, expect.stringContaining(words)]);
    expect(world.order().status).toBe('letter');
  });

  it('is refused for what CO3 may have, and for what is not there', async () => {
    const world = aWorld();
    const id = await parkUnknown(world);

    const unknown = await cli(world).bridge('dlq', 'discard', id, ...REASON);
    const none = await cli(world).bridge('dlq', 'discard', 'x', ...REASON);

    expect([unknown.code, unknown.stderr]).toStrictEqual([1, expect.stringContaining('--send-again')]);
    expect([none.code, none.stderr]).toStrictEqual([1, expect.stringContaining('bridge dlq list')]);
  });

  it('shows in the order’s story and in the letter’s', async () => {
    const world = aWorld();
    const id = await parkLetterOf(world, { name: 'InvalidEmail' });
    const { bridge } = cli(world);
    await bridge('dlq', 'discard', id, '--reason', 'a free sample');

    const order = await bridge('order', 'acme-shop', '1001');
    const letter = await bridge('dlq', 'show', id);

    expect(order.stdout).toMatch(/settled: a person has settled it: a free sample/);
    expect(order.stdout).toMatch(/settled by +erika, 2026-12-02 10:00 UTC \(`bridge dlq redrive letter-1`/);
    expect(letter.stdout).toMatch(/discarded +erika +a free sample/);
  });

  it('shows at the product', async () => {
    const world = aWorld();
    const product = aProductRecord({ status: 'letter', letter: { id: 'letter-1', content: null } });
    await world.ledger.write(product);
    const id = await parkLetterOf(world, {
      name: 'SkuNotUnique',
      record: { work: { kind: 'product', key: product.key } },
    });
    const { bridge } = cli(world, { yaml: WITH_PRODUCTS });

    const discarded = await bridge('dlq', 'discard', id, '--reason', 'sold out for good');
    const shown = await bridge('product', 'acme-shop', 'MUG-9');

    expect(discarded.stdout).toContain('the same is not told again');
    expect(shown.stdout).toMatch(/settled: a person has settled it: sold out for good/);
  });
});

const WITH_PRODUCTS = `
accounts:
  acme: { secret: co3-bridge/acme, currency: HUF, seller: { country: HU } }
shops:
  acme-shop:
    platform: shopify
    tenant: acme.myshopify.com
    shopId: "12345678"
    account: acme
    secret: co3-bridge/acme-shop
    invoiceFrom: 2025-12-01T00:00:00+01:00
    mode: "on"
    products: { vat: "27", pricesIncludeVat: true }
`;
