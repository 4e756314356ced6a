import { expect, it } from 'vitest';
import { makeCliBench, shopsYml } from '../../../support/cli-bench.ts';
import { aLevel, aProduct, aVariant } from '../../../support/goods.ts';
import { makeGoodsWorld } from '../../../support/goods-world.ts';

const YAML = `${shopsYml('on')}
    products: { vat: "27", vatByTaxClass: { reduced: "5" }, pricesIncludeVat: true }
    stock: { warehouses: { loc-1: "1" } }
`;

it('shows where a product stands, and its stock by place', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct());
  await world.arrive(aLevel());
  await world.deliver();
  const { bridge } = makeCliBench(world, { yaml: YAML });

  const { code, stdout } = await bridge('product', 'acme-shop', 'MUG-9');

  expect(code).toBe(0);
  expect(stdout).toMatch(/status +settled: CO3 has what the shop says/);
  expect(stdout).toMatch(/CO3’s id +4/);
  expect(stdout).toMatch(/loc-1 +1 +12 .* settled: CO3 has what the shop says/);
});

it('names the letter of one that waits for a person', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct({ variants: [aVariant({ taxClass: 'zero' })] }));
  await world.deliver();
  const { bridge } = makeCliBench(world, { yaml: YAML });

  const { stdout } = await bridge('product', 'acme-shop', 'MUG-9');

  expect(stdout).toContain('letter: TaxClassNotMapped');
  expect(stdout).toContain(world.ledger.all('letter')[0]?.key);
});

it('says that one which is due waits where products are held', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct({ variants: [aVariant({ taxClass: 'zero' })] }));
  await world.deliver();
  const { bridge } = makeCliBench(world, { yaml: YAML });
  await bridge('dlq', 'redrive', world.ledger.all('letter')[0]?.key ?? '');

  const { stdout } = await bridge('product', 'acme-shop', 'MUG-9');

  expect(stdout).toMatch(/next +as soon as its account’s lane is free and products are not held there/);
});

it('gives the records as JSON', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct());
  await world.deliver();
  const { bridge } = makeCliBench(world, { yaml: YAML });

  const { stdout } = await bridge('product', 'acme-shop', 'MUG-9', '--json');

  expect(JSON.parse(stdout)).toMatchObject({ product: { sku: 'MUG-9', productId: '4' }, levels: [] });
});

it.each([
  ['a SKU that nothing bears', YAML, 'No product of acme-shop with the SKU MUG-9 is known.'],
  ['a shop that keeps no goods', shopsYml('on'), 'keeps no products and no stock'],
])('says what to do about %s, and ends with 1', async (_, yaml, words) => {
  const { bridge } = makeCliBench(makeGoodsWorld(), { yaml });

  const { code, stderr } = await bridge('product', 'acme-shop', 'MUG-9');

  expect([code, stderr.includes(words)]).toStrictEqual([1, true]);
});

it('lets the letter of a product be listed, shown and redriven', async () => {
  const world = makeGoodsWorld();
  await world.arrive(aProduct({ variants: [aVariant({ taxClass: 'zero' })] }));
  await world.deliver();
  const id = world.ledger.all('letter')[0]?.key ?? '';
  const { bridge } = makeCliBench(world, { yaml: YAML });

  const list = await bridge('dlq', 'list');
  const show = await bridge('dlq', 'show', id);
  const redrive = await bridge('dlq', 'redrive', id);

  expect(list.stdout).toMatch(/MUG-9 +settings\.products\.vatByTaxClass: zero/);
  expect(show.stdout).toMatch(/product +MUG-9 \(acme\|MUG-9\)/);
  expect(redrive.stdout).toContain('Redriven: product MUG-9 is tried again');
  expect(world.ledger.all('product')[0]).toMatchObject({ redrive: true, status: 'due' });
});
