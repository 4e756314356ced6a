import { fail, ok, type Result } from '../../event/result.ts';
import { readSafely } from '../../receive/read-safely.ts';
import { readShopSecret } from '../../settings/secrets.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { platformOf } from '../../shops/index.ts';
import type { Reading } from '../../shops/platform.ts';
import { readInput } from '../input-file.ts';
import type { Io } from '../io.ts';
import { type OpenedPlace, openPlace } from '../open.ts';
import { type PlaceOptions, TOPIC_SAYS, whereText, withPlace } from '../options.ts';
import { type Failure, misused, type Outcome, shown } from '../outcome.ts';
import { type Register, withExample } from '../register.ts';
import { findShop } from '../settings-file.ts';
import { bad, facts, good, text } from '../view/block.ts';
import { answerText } from './answer-text.ts';
import { toWebhookUrl, withQuery } from './webhook-url.ts';

interface SendOptions extends PlaceOptions {
  readonly shop: string;
  readonly topic: string;
  readonly url?: string;
  readonly secretFrom?: string;
  readonly json?: boolean;
}

export const addSend: Register = (program, use) => {
  const command = program
    .command('send')
    .description('sign a webhook as the shop would, and post it')
    .argument('<file>', 'the webhook’s body, or - for standard input')
    .requiredOption('--shop <shop>', 'the shop’s name in shops.yml')
    .requiredOption('--topic <topic>', TOPIC_SAYS)
    .option('--url <url>', 'the address that `serverless deploy` printed')
    .option('--secret-from <variable>', 'environment variable with the webhook’s secret, in place of Secrets Manager');
  withExample(
    withPlace(command),
    'send --local --shop acme-shop --topic orders/paid infra/local/orders/paid.json',
    'send --url https://….amazonaws.com/webhooks/{shop} --shop acme-shop --topic orders/paid order.json',
  ).action((file: string, options: SendOptions) => use((io) => send(io, file, options), options));
};

const send = async (io: Io, file: string, options: SendOptions): Promise<Outcome> => {
  const opened = await openPlace(io, options);
  if (!opened.ok) return opened;
  const { place, settings, where } = opened.value;
  const shop = findShop(settings, options.shop);
  if (!shop.ok) return shop;
  const base = options.url ?? place.webhooks;
  if (base === null)
    return misused('Where to? Give --url with the address that `npx serverless deploy` printed, or --local.');
  const url = toWebhookUrl(base, shop.value.id);
  if (!url.ok) return misused(url.problem);
  const raw = await readInput(io, file);
  if (!raw.ok) return raw;
  const secret = await secretOf(io, place, shop.value, options.secretFrom);
  if (!secret.ok) return secret;

  const { headers, query } = platformOf(shop.value).sign(raw.value, secret.value, options.topic, io.now());
  const { status, body } = await io.post(withQuery(url.value, query), headers, raw.value);

  const isTaken = status >= 200 && status < 300;
  const reading = isTaken ? readSafely(platformOf(shop.value), raw.value, shop.value, options.topic, io.now()) : null;
  const looks = reading === null ? null : looksAt(reading, shop.value.id);
  const next = looks === null ? null : `npx bridge ${looks}${whereText(where)}`;
  return shown(
    { url: url.value, status, body, next },
    [
      facts(['posted to', url.value], ['answer', `${status} ${body}`.trim()]),
      isTaken ? good(takenText(status, reading)) : bad(answerText(status)),
      ...(next === null ? [] : [text(`Next, see what became of it:\n  ${next}`)]),
    ],
    isTaken ? 0 : 1,
  );
};

/** What signs; where several secrets may have signed, the first is the current one. */
const secretOf = async (
  io: Io,
  { secrets }: OpenedPlace['place'],
  shop: ShopSettings,
  variable: string | undefined,
): Promise<Result<string, Failure>> => {
  if (variable === undefined) {
    const [first] = (await readShopSecret(secrets, shop.secret, 'fresh')).webhook;
    return ok(first ?? '');
  }
  const value = io.env[variable] ?? '';
  return value === ''
    ? fail({ code: 2, text: `The environment variable ${variable} is empty. Put the webhook’s secret there.` })
    : ok(value);
};

/** The answer says 202 too where nothing is done with it. */
const takenText = (status: number, reading: Reading | null): string =>
  reading?.kind === 'not-used'
    ? `Taken: it is verified, and nothing is done with it: ${reading.why}.`
    : answerText(status);

/** The command that shows what becomes of it; a stock level names no SKU to look at. */
const looksAt = (reading: Reading, shop: string): string | null => {
  if (reading.kind === 'problem') return 'dlq list';
  if (reading.kind === 'not-used' || reading.kind === 'redact') return null;
  const { snapshot } = reading;
  switch (snapshot.kind) {
    case 'order': {
      const number = snapshot.number.replace(/^#/, '');
      return `order ${shop} ${isPlain(number) ? number : snapshot.orderId}`;
    }
    case 'product': {
      const sku = snapshot.variants.find((variant) => isPlain(variant.sku))?.sku;
      return sku === undefined ? null : `product ${shop} ${sku}`;
    }
    case 'stock':
      return null;
    default:
      return snapshot satisfies never;
  }
};

/** Whether a shell takes it as it is. */
const isPlain = (text: string): boolean => /^[\w.-]+$/.test(text);
