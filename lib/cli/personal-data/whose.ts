import type { Command } from 'commander';
import { findPerson, type KeptOfPerson, type Whose } from '../../deliver/personal-data/find-person.ts';
import { ok, type Result } from '../../event/result.ts';
import type { Io } from '../io.ts';
import type { Opened } from '../open.ts';
import type { PlaceOptions } from '../options.ts';
import { findOrder } from '../order/find-order.ts';
import { type Failure, misused, refused } from '../outcome.ts';
import { findShop } from '../settings-file.ts';
import { makeProgress } from '../view/progress.ts';

export const withWhose = (command: Command): Command =>
  command
    .option('--email <email>', 'of all orders and letters in which it stands')
    .option('--shop <shop>', 'with --order: of this order and its letters alone')
    .option('--order <number>', 'the order’s number, or its id in the shop');

export interface WhoseOptions extends PlaceOptions {
  readonly email?: string;
  readonly shop?: string;
  readonly order?: string;
  readonly json?: boolean;
}

/** All that is kept of the person whom the options name. */
export const findKept = async (
  io: Io,
  { ports, settings }: Opened,
  options: WhoseOptions,
): Promise<Result<KeptOfPerson, Failure>> => {
  const whose = await whoseOf(ports.ledger, settings, options);
  if (!whose.ok) return whose;
  const progress = makeProgress(io.stderr, io.now);
  const kept = await findPerson(ports.ledger, whose.value, (read) => progress.show('records read', read, null));
  progress.end();
  return ok(kept);
};

const whoseOf = async (
  ledger: Opened['ports']['ledger'],
  settings: Opened['settings'],
  { email, shop: shopId, order: number }: WhoseOptions,
): Promise<Result<Whose, Failure>> => {
  if (email !== undefined && shopId === undefined && number === undefined)
    return IS_EMAIL.test(email.trim()) ? ok({ email }) : misused(`\`${email}\` is no e-mail. Give it whole.`);
  if (email !== undefined || shopId === undefined || number === undefined) return WHOSE;
  const shop = findShop(settings, shopId);
  if (!shop.ok) return shop;
  const order = await findOrder(ledger, shop.value, number);
  return order === undefined
    ? refused(
        `No order ${number} of ${shopId} is known. Should a message about it be among the letters (\`bridge dlq list\`), name the person by --email.`,
      )
    : ok({ order: order.key });
};

const IS_EMAIL = /^[^\s@]+@[^\s@]+$/;

const WHOSE = misused('Name the person by --email, or one order by --shop and --order.');
