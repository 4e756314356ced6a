import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type LimitOptions, type PlaceOptions, whereText, withLimit, withPlace } from '../options.ts';
import { type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop } from '../settings-file.ts';
import { ordersBlocks } from './orders-blocks.ts';

interface OrdersOptions extends PlaceOptions, LimitOptions {
  readonly shop?: string;
  readonly shadow?: boolean;
  readonly json?: boolean;
}

export const addOrders: Register = (program, use) => {
  const command = program
    .command('orders')
    .description('the orders of supervised shops that wait until a person releases them')
    .option('--shadow', 'instead those that were seen in shadow')
    .option('--shop <shop>', 'only those of this shop');
  withExample(
    withLimit(withPlace(command), 'of the orders, the newest'),
    'orders',
    'orders --shadow --shop acme-shop',
  ).action((options: OrdersOptions) => use((io) => orders(io, options), options));
};

const orders = async (io: Io, options: OrdersOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ports, settings, where } = opened.value;
  if (options.shop !== undefined) {
    const shop = findShop(settings, options.shop);
    if (!shop.ok) return shop;
  }
  const of = options.shadow === true ? 'shadow' : 'release';
  const all = await ports.ledger.waiting(of, Number.POSITIVE_INFINITY);
  const lines = options.shop === undefined ? all : all.filter(({ shop }) => shop === options.shop);
  return shown(lines, ordersBlocks(lines, { of, limit: options.limit, now: io.now(), whereText: whereText(where) }));
};
