import type { Command } from 'commander';
import { checkWebhooks, registerWebhooks } from '../../deliver/shop/keep-webhooks.ts';
import { fail, ok, type Result } from '../../event/result.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { platformOf } from '../../shops/index.ts';
import type { Io } from '../io.ts';
import { type Opened, open } from '../open.ts';
import { type PlaceOptions, whereText, withPlace } from '../options.ts';
import { type Failure, misused, type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { isLoopback, toWebhookUrl } from '../send/webhook-url.ts';
import { findShop } from '../settings-file.ts';
import { byHandBlocks, checkedBlocks, registeredBlocks } from './webhooks-blocks.ts';
import { toWebhookLine, whyNotAsked } from './webhooks-text.ts';

interface WebhookOptions extends PlaceOptions {
  readonly shop: string;
  readonly url?: string;
  readonly json?: boolean;
}

export const addWebhooks: Register = (program, use) => {
  const webhooks = program
    .command('webhooks')
    .description('the webhooks that a shop has to send, by the API of its kind; without one, what to click');
  withExample(
    withShop(webhooks.command('check').description('look whether each is there, switched on and whole')),
    'webhooks check --shop acme-shop --url https://….amazonaws.com/webhooks/{shop} --stage prod',
  )
    .addHelpText(
      'after',
      '\nWithout --url a webhook counts that posts to …/webhooks/SHOP at whatever host.\nExit code: 0 all are good, 1 one is not or they cannot be looked at, 2 wrong use.',
    )
    .action((options: WebhookOptions) => use((io) => check(io, options), options));
  withExample(
    withShop(webhooks.command('register').description('make those that are missing, and switch on those that are off')),
    'webhooks register --shop acme-shop --url https://….amazonaws.com/webhooks/{shop} --stage prod',
  )
    .addHelpText(
      'after',
      '\nIt may be repeated: what is there stays as it is, and nothing is taken away.\nExit code: 0 all are good now, 1 one is not, 2 wrong use.',
    )
    .action((options: WebhookOptions) => use((io) => register(io, options), options));
};

const withShop = (command: Command): Command =>
  withPlace(
    command
      .requiredOption('--shop <shop>', 'the shop’s name in shops.yml')
      .option('--url <url>', 'the address that `serverless deploy` printed'),
  );

interface Asked {
  readonly opened: Opened;
  readonly shop: ShopSettings;
  /** Null where nobody has named it. */
  readonly address: string | null;
}

const openShop = async (io: Io, options: WebhookOptions): Promise<Result<Asked, Failure>> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const shop = findShop(opened.value.settings, options.shop);
  if (!shop.ok) return shop;
  const base = options.url ?? opened.value.place.webhooks;
  const address = base === null ? null : toWebhookUrl(base, shop.value.id);
  if (address !== null && !address.ok) return fail({ code: 2, text: address.problem });
  return ok({ opened: opened.value, shop: shop.value, address: address === null ? null : address.value });
};

const check = async (io: Io, options: WebhookOptions): Promise<Outcome> => {
  const asked = await openShop(io, options);
  if (!asked.ok) return asked;
  const { opened, shop, address } = asked.value;
  const platform = platformOf(shop);
  const checked = await checkWebhooks(depsOf(opened), { shop, platform }, address);
  if (checked.kind === 'no-api' || checked.kind === 'no-credentials') return byHand(asked.value, checked.kind);
  if (checked.kind !== 'told') return refused(whyNotAsked(checked));
  const { webhooks, refused: why, unseen } = checked.value;
  const isGood = why === '' && webhooks.every(({ state }) => state === 'good');
  return shown(
    { shop: shop.id, address, good: isGood, webhooks: webhooks.map(toWebhookLine), refused: why, unseen },
    checkedBlocks(checked.value, `npx bridge webhooks register --shop ${shop.id}${whereText(opened.where)}`),
    isGood ? 0 : 1,
  );
};

const register = async (io: Io, options: WebhookOptions): Promise<Outcome> => {
  const asked = await openShop(io, options);
  if (!asked.ok) return asked;
  const { opened, shop, address } = asked.value;
  if (address === null) return misused('Where to? Give --url with the address that `npx serverless deploy` printed.');
  if (isLoopback(address))
    return misused(
      'No shop reaches this machine. Give --url with the address of a deployment; `bridge send` posts to this machine what a shop would.',
    );
  const platform = platformOf(shop);
  const registered = await registerWebhooks(depsOf(opened), { shop, platform }, address);
  if (registered.kind === 'no-api' || registered.kind === 'no-credentials') return byHand(asked.value, registered.kind);
  if (registered.kind !== 'told') return refused(whyNotAsked(registered));
  const { webhooks, refused: why, unseen, done } = registered.value;
  const isGood = why === '' && webhooks.every(({ state }) => state === 'good');
  return shown(
    { shop: shop.id, address, good: isGood, done, webhooks: webhooks.map(toWebhookLine), refused: why, unseen },
    registeredBlocks(registered.value),
    isGood ? 0 : 1,
  );
};

const depsOf = ({ ports, place }: Opened) => ({ ...ports, secrets: place.secrets });

const byHand = ({ shop, address }: Asked, why: 'no-api' | 'no-credentials'): Outcome => {
  const { webhooks } = platformOf(shop);
  const topics = webhooks.topics(shop);
  return shown(
    { shop: shop.id, address, good: null, why, byHand: webhooks.byHand, topics },
    byHandBlocks({ shop, address, why, byHand: webhooks.byHand, topics }),
    1,
  );
};
