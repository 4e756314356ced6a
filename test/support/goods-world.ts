import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import type { AccountSettings, ShopSettings } from '../../lib/settings/settings.ts';
import { aShopOfGoods } from './goods.ts';
import { anAccount } from './orders.ts';
import { makeSimulatedWorld, type SimulatedWorld } from './simulated-world.ts';
import type { Around } from './world.ts';

/** A world whose shop keeps products and stock; CO3 has the sample account's three products and two warehouses. */
export const makeGoodsWorld = (
  options: {
    readonly shop?: Partial<ShopSettings>;
    readonly account?: Partial<AccountSettings>;
    readonly seed?: number;
    readonly around?: Around;
  } = {},
): SimulatedWorld =>
  makeSimulatedWorld({
    seed: options.seed ?? 1,
    dialect: PLAIN_DIALECT,
    shops: [aShopOfGoods(options.shop)],
    accounts: [anAccount(options.account)],
    ...(options.around === undefined ? {} : { around: options.around }),
  });

const accountOf = ({ co3 }: SimulatedWorld) => {
  const account = co3.accounts.get('acme');
  if (account === undefined) throw new Error('the simulator has no account acme');
  return account;
};

/** CO3's products of this SKU. */
export const productsOf = (world: SimulatedWorld, sku: string) =>
  accountOf(world)
    .products.all()
    .filter(({ fields }) => fields['item_number'] === sku);

/** How many CO3 has in a warehouse of all products of this SKU, as it writes the number. */
export const stockOf = (world: SimulatedWorld, sku: string, warehouse = 1): readonly string[] =>
  productsOf(world, sku).map(({ stock }) => stock[warehouse] ?? '0');

/** Methods that CO3 was called with, signing in left out, in their order. */
export const callsOf = ({ co3 }: SimulatedWorld): readonly string[] =>
  co3.calls.map(({ method }) => method).filter((method) => method !== 'authenticate');

export const deleteProduct = (world: SimulatedWorld, sku: string): void => {
  for (const { id } of productsOf(world, sku)) accountOf(world).products.remove(id, world.clock.now());
};

/** Letters that are not closed: name and what they are about. */
export const openLetters = (world: SimulatedWorld): readonly string[] =>
  world.ledger
    .all('letter')
    .filter(({ letter }) => letter.state !== 'closed' && letter.state !== 'closing')
    .map(({ letter }) => `${letter.error.name} ${letter.subject.kind} ${letter.subject.label}`);
