import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_DIALECT } from '../../infra/local/co3/dialect.ts';
import type { ShopSettings } from '../../lib/settings/settings.ts';
import type { ApiAnswer } from '../../lib/shops/shop-fetch.ts';
import { answer } from '../support/api-caller.ts';
import { shopOf, unasRequest } from '../support/shop-webhooks.ts';
import { invoicesOf, makeSimulatedWorld } from '../support/simulated-world.ts';

const PAYLOADS = resolve(import.meta.dirname, '../../../shared/payloads/unas');
const isHere = existsSync(PAYLOADS);
const FILES = isHere ? readdirSync(PAYLOADS).sort() : [];
const payload = (name: string): Buffer => readFileSync(join(PAYLOADS, name));

/** What becomes of each: of the webhook as it is, of an answer where the API gives it for an order, or why it is none. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'error-1.xml': 'as the answer to the sign-in: due ShopNotRead (refused: UNAS does not take the API key)',
  'error-2.xml': 'as the answer to getOrder: due ShopNotRead (later: UNAS has banned our address for too many calls)',
  'getOrder-1.xml': 'as the answer to getOrder: letter ShopOrderUnreadable',
  'getProduct-1.xml': 'not used: products are not read',
  'getProduct-empty-1.xml': 'not used: products are not read',
  'getStock-1.xml': 'not used: stock is not read',
  'login-1.xml': 'used as the answer to the sign-in',
  'order-webhook-1.json': 'webhook: letter InvalidTaxNumber',
  'setOrder-request-1.xml': 'not used: nothing is written to UNAS',
  'setOrder-response-1.xml': 'not used: nothing is written to UNAS',
  'setStock-request-1.xml': 'not used: nothing is written to UNAS',
  'setStock-response-1.xml': 'not used: nothing is written to UNAS',
};

describe.skipIf(!isHere)('every real payload of UNAS', () => {
  it('is accounted for', () => {
    expect(Object.keys(OUTCOMES).sort()).toStrictEqual(FILES);
  });

  it('order-webhook-1.json, without credentials', async () => {
    expect(`webhook: ${await outcomeOf({})}`).toBe(OUTCOMES['order-webhook-1.json']);
  });

  it('order-webhook-1.json reads to the forint, and is an invoice where the tax number is a possible one', async () => {
    const raw = payload('order-webhook-1.json').toString().replaceAll('22334455-1-33', '12345676-1-42');

    expect(await outcomeOf({ raw: Buffer.from(raw) })).toBe('invoice 121515.00 of 12151500 HUF');
  });

  it('order-webhook-1.json waits for its payment where only what is paid is invoiced', async () => {
    expect(await outcomeOf({ shop: { issueOn: 'paid' } })).toBe('waiting NotPaid');
  });

  it.each([
    ['error-1.xml', (method: string) => (method === 'login' ? file('error-1.xml') : undefined)],
    ['error-2.xml', (method: string) => (method === 'getOrder' ? file('error-2.xml') : undefined)],
    ['getOrder-1.xml', (method: string) => (method === 'getOrder' ? file('getOrder-1.xml') : undefined)],
  ])('%s', async (name, program) => {
    const at = name === 'error-1.xml' ? 'the sign-in' : 'getOrder';

    expect(`as the answer to ${at}: ${await outcomeOf({ program })}`).toBe(OUTCOMES[name]);
  });

  it('getOrder-1.xml is an invoice of its every row where nothing speaks against one', async () => {
    const xml = payload('getOrder-1.xml')
      .toString()
      .replace(/<Info>[\s\S]*<\/Info>/, '')
      .replace(/<Number>[\s\S]*?<\/Number>/, '<Number></Number>');

    const outcome = await outcomeOf({ program: (method) => (method === 'getOrder' ? answer(xml) : undefined) });

    expect(outcome).toBe('invoice 7620.00 of 762000 HUF');
  });
});

const file = (name: string): ApiAnswer => answer(payload(name));

interface Case {
  readonly raw?: Uint8Array;
  readonly shop?: Partial<ShopSettings>;
  /** The API's answers; without it the shop has no credentials. */
  readonly program?: (method: string) => ApiAnswer | undefined;
}

const outcomeOf = async ({ raw, shop: overrides, program }: Case): Promise<string> => {
  // The documentation's order is another shop's than the webhook's: the webhook is told to be of that order.
  const isAsked = program !== undefined;
  const body = JSON.parse(payload('order-webhook-1.json').toString());
  const shop = shopOf('unas', '69312', {
    invoiceFrom: Date.parse('2005-01-01T00:00:00Z'),
    issueOn: 'placed',
    payments: { 'Készpénzzel a helyszínen': 'cash' },
    ...overrides,
  });
  const world = makeSimulatedWorld({
    seed: 1,
    dialect: PLAIN_DIALECT,
    shops: [shop],
    ...(isAsked ? { api: () => ({ apiKey: 'key-1' }) } : {}),
    shopHttp:
      () =>
      async ({ url }) => {
        const method = url.replace(/^.*\//, '');
        return program?.(method) ?? file(method === 'login' ? 'login-1.xml' : 'getOrder-1.xml');
      },
  });

  const sent = isAsked
    ? Buffer.from(JSON.stringify({ ...body, orderID: '1000-1000000' }))
    : payload('order-webhook-1.json');
  const status = await world.receive(unasRequest(raw ?? sent));
  await world.deliver();

  expect(status).toBe(202);
  const [letter] = world.ledger.all('letter');
  if (letter !== undefined) return `letter ${letter.letter.error.name}`;
  const order = world.order();
  const [invoice, ...more] = invoicesOf(world.co3);
  const pause = world.ledger.all('shop')[0]?.pause;
  if (invoice === undefined)
    return `${order.status} ${order.reason}${pause == null ? '' : ` (${pause.reason}: ${pause.detail})`}`;
  const owed = order.documents.map(({ totalMinor, currency }) => `${totalMinor} ${currency}`).join();
  return `invoice ${invoice.gross} of ${owed}${more.length > 0 ? ' and more' : ''}`;
};
