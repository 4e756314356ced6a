import { toOwnError } from '../../co3/own-problems.ts';
import type { Snapshot } from '../../event/snapshot.ts';
import { readSafely } from '../../receive/read-safely.ts';
import type { Settings, ShopSettings } from '../../settings/settings.ts';
import { platformOf } from '../../shops/index.ts';
import { contractOf } from '../contract-of.ts';
import { readInput } from '../input-file.ts';
import type { Io } from '../io.ts';
import { openPlace } from '../open.ts';
import { type LangOptions, TOPIC_SAYS, withLang } from '../options.ts';
import { misused, type Outcome, refused, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop, readSettings } from '../settings-file.ts';
import { bad, text } from '../view/block.ts';
import { errorBlocks } from '../view/error-blocks.ts';
import { productBlocks, stockBlocks } from './goods-blocks.ts';
import { previewBlocks } from './preview-blocks.ts';
import { previewProduct, previewStock } from './preview-goods.ts';
import { type OrderPreview, previewOrder } from './preview-order.ts';

interface PreviewOptions extends LangOptions {
  readonly shop: string;
  readonly topic: string;
  readonly settings?: string;
  readonly local?: boolean;
  readonly json?: boolean;
}

export const addPreview: Register = (program, use) => {
  const command = program
    .command('preview')
    .description('what a webhook would lead to: snapshot, CO3 calls, likely refusals. Nothing is sent anywhere')
    .argument('<file>', 'the webhook’s body, or - for standard input')
    .requiredOption('--shop <shop>', 'the shop’s name in shops.yml')
    .requiredOption('--topic <topic>', TOPIC_SAYS)
    .option('--settings <shops.yml>', 'other settings than infra/shops.yml (or SHOPS_FILE)')
    .option('--local', 'with the settings of the stack of `npm start`');
  withExample(withLang(command), 'preview --shop acme-shop --topic orders/paid order.json').action(
    (file: string, options: PreviewOptions) => use((io) => preview(io, file, options), options),
  );
};

const preview = async (io: Io, file: string, options: PreviewOptions): Promise<Outcome> => {
  const settings = await settingsOf(io, options);
  if (!settings.ok) return settings;
  const shop = findShop(settings.value, options.shop);
  if (!shop.ok) return shop;
  const raw = await readInput(io, file);
  if (!raw.ok) return raw;
  const reading = readSafely(platformOf(shop.value), raw.value, shop.value, options.topic, io.now());
  switch (reading.kind) {
    case 'not-used':
      return refused(
        `A webhook of the topic ${options.topic} is taken, and nothing is done with it: ${reading.why}. docs/shops/${shop.value.platform}.md says what is used.`,
      );
    case 'redact': {
      const count = reading.orders.length === 1 ? 'one order is' : `${reading.orders.length} orders are`;
      return shown({ shop: shop.value.id, topic: options.topic, snapshot: null, redact: reading.orders }, [
        text(
          `A buyer asks to be forgotten: the data of ${count} cleared as soon as nothing more is to be done for them.`,
        ),
      ]);
    }
    case 'problem': {
      const letter = toOwnError(reading.problem, reading.detail, []);
      const blocks = [bad('It becomes a letter; no order can be read from it:'), ...errorBlocks(letter, options.lang)];
      return shown({ shop: shop.value.id, topic: options.topic, snapshot: null, letter }, blocks, 1);
    }
    case 'snapshot':
      return previewSnapshot(io, settings.value, shop.value, reading.snapshot, options);
    default:
      return reading satisfies never;
  }
};

const settingsOf = async (io: Io, options: PreviewOptions) => {
  if (options.local !== true) return readSettings(io, { settings: options.settings });
  const opened = await openPlace(io, { ...options, stage: '', region: '' });
  return opened.ok ? { ok: true as const, value: opened.value.settings } : opened;
};

const previewSnapshot = (
  io: Io,
  settings: Settings,
  shop: ShopSettings,
  snapshot: Snapshot,
  { topic, lang, local }: PreviewOptions,
): Outcome => {
  const account = settings.accounts.get(shop.account);
  if (account === undefined) return misused(`There is no account \`${shop.account}\` in the settings. Add it.`);
  const contract = contractOf(account);
  if (!contract.ok) return contract;
  const stage = local === true ? 'local' : 'dev';
  const deps = { shop, account, contract: contract.value, stage, now: io.now() };
  const head = { shop: shop.id, topic, snapshot };
  switch (snapshot.kind) {
    case 'order': {
      const result = previewOrder(snapshot, deps);
      return shown({ ...head, ...result }, previewBlocks(snapshot, result, lang), isSent(result) ? 0 : 1);
    }
    case 'product': {
      const variants = previewProduct(snapshot, deps);
      const isGood = variants.some(({ call }) => call !== null) && variants.every(({ letter }) => letter === null);
      return shown({ ...head, variants }, productBlocks(snapshot, variants, shop, lang), isGood ? 0 : 1);
    }
    case 'stock': {
      const warehouse = previewStock(snapshot, deps);
      return shown({ ...head, warehouse }, stockBlocks(snapshot, warehouse, shop.mode), warehouse === null ? 1 : 0);
    }
    default:
      return snapshot satisfies never;
  }
};

/** Whether an invoice would come of it: now, or with the release that the shop's mode asks for. */
const isSent = ({ due, sent }: OrderPreview): boolean => due.due && sent !== null && sent.predictions.length === 0;
