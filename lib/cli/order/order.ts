import { type OrderStory, toOrderStory } from '../../deliver/order-story.ts';
import type { OrderRecord } from '../../deliver/records.ts';
import { releaseOrder } from '../../deliver/release.ts';
import type { ShopPause } from '../../deliver/shop/shop-record.ts';
import { ok, type Result } from '../../event/result.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { contractOf } from '../contract-of.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { type LangOptions, type PlaceOptions, stageOf, whereText, withLang, withPlace } from '../options.ts';
import { type Failure, misused, type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop } from '../settings-file.ts';
import { good, text } from '../view/block.ts';
import { findOrder } from './find-order.ts';
import { orderBlocks } from './order-blocks.ts';

interface OrderOptions extends PlaceOptions, LangOptions {
  /** A digest, or true for the plan that this very command shows. */
  readonly release?: string | true;
  readonly json?: boolean;
}

export const addOrder: Register = (program, use) => {
  const command = program
    .command('order')
    .description('one order’s story, and the release of one that waits for it')
    .argument('<shop>', 'the shop’s name in shops.yml')
    .argument('<number>', 'the order’s number, with or without #, or its id in the shop')
    .option('--release [digest]', 'send the plan that waits; with a digest only if it is still that plan');
  withExample(withLang(withPlace(command)), 'order acme-shop 1001', 'order acme-shop 1001 --release').action(
    (shop: string, number: string, options: OrderOptions) => use((io) => order(io, shop, number, options), options),
  );
};

const order = async (io: Io, shopId: string, number: string, options: OrderOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const shop = findShop(opened.value.settings, shopId);
  if (!shop.ok) return shop;
  const found = await findOrder(opened.value.ports.ledger, shop.value, number);
  if (found === undefined)
    return refused(
      `No order ${number} of ${shopId} is known. If the shop has one, look at the delivery of its webhooks, or let it send the order once more.`,
    );
  const waited =
    found.reason === 'ShopNotRead' ? await opened.value.ports.ledger.read('shop', shop.value.id) : undefined;
  const story = storyOf(opened.value, found, shop.value, waited?.pause ?? null, io.now());
  if (!story.ok) return story;
  return options.release === undefined
    ? show(opened.value, story.value, io.now(), shopId, number, options)
    : release(io, opened.value, story.value, options);
};

const storyOf = (
  { settings, where }: Opened,
  found: OrderRecord,
  shop: ShopSettings,
  pause: ShopPause | null,
  now: number,
): Result<OrderStory, Failure> => {
  const account = settings.accounts.get(found.account);
  if (account === undefined)
    return misused(`The order’s account \`${found.account}\` is not in the settings. Put it back into shops.yml.`);
  const contract = contractOf(account);
  if (!contract.ok) return contract;
  return ok(toOrderStory(found, { shop, account, contract: contract.value, stage: stageOf(where), now, pause }));
};

const show = (
  { settings, where }: Opened,
  story: OrderStory,
  now: number,
  shopId: string,
  number: string,
  { lang }: OrderOptions,
): Outcome => {
  const { plan } = story;
  const isShadow = settings.shops.get(shopId)?.mode === 'shadow';
  const hint =
    plan === null
      ? []
      : [
          text(
            isShadow
              ? 'The shop is in shadow, where nothing is sent. It can be released once its mode is `supervised` or `on`.'
              : `To send it:\n  npx bridge order ${shopId} ${number}${whereText(where)} --release ${plan.digest.slice(0, DIGEST_SHOWN)}`,
          ),
        ];
  return shown(story, [...orderBlocks(story, now, lang), ...hint]);
};

const release = async (
  io: Io,
  { ports, settings }: Opened,
  { order: found, plan, noPlan }: OrderStory,
  options: OrderOptions,
): Promise<Outcome> => {
  if (plan === null) return refused(noPlan?.text ?? 'Nothing of this order waits for a release.');
  const asked = options.release === true ? plan.digest : (options.release ?? '');
  if (asked.length < DIGEST_LEAST)
    return misused(
      `A digest has at least ${DIGEST_LEAST} characters. \`npx bridge order\` without --release shows it.`,
    );
  const digest = plan.digest.startsWith(asked) ? plan.digest : asked;
  const released = await releaseOrder({ ...ports, settings }, found.key, digest, io.now());
  if (!released.ok) return refused(released.problem.text);
  await ports.events.send({ kind: 'bell', account: released.value.account });
  const { lang } = options;
  const story: OrderStory = { order: released.value, plan, noPlan: null, pause: null };
  return shown(story, [...orderBlocks(story, io.now(), lang), good('Released: it is sent as soon as its turn comes.')]);
};

const DIGEST_SHOWN = 12;
const DIGEST_LEAST = 8;
