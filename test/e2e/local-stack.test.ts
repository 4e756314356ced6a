import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Addresses } from '../../infra/local/addresses.ts';
import { isAlive } from '../../infra/local/is-alive.ts';
import { orderKeyOf } from '../../lib/event/snapshot.ts';
import { compareRights } from './compare-rights.ts';
import { type RunningStack, runStack } from './running-stack.ts';
import { makeStackClient, SAMPLE_KEY, type State } from './stack-client.ts';

const PATIENCE_MS = 180_000;
const ACCEPTED = { status: 202, answer: 'taken' };

let stack: RunningStack;
let addresses: Addresses;
let client: ReturnType<typeof makeStackClient>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridge-'));
  stack = runStack({ AWS_CALLS_FILE: join(folder, 'calls.jsonl') });
  await stack.waitFor(/^ready$/);
  addresses = JSON.parse(await readFile('.local/stack.json', 'utf8'));
  client = makeStackClient(addresses);
}, PATIENCE_MS);
afterAll(async () => {
  stack.kill();
  await rm(folder, { recursive: true });
});

// One stack, one story: each part goes on from the one before.
it('leads what shops send from the webhook to CO3 or to a letter, by no right too few or too many, and ends with Ctrl-C', {
  timeout: PATIENCE_MS,
}, async () => {
  const paid = await readFile('infra/local/orders/paid.json');
  const badEmail = await readFile('infra/local/orders/bad-email.json');
  const correctedEmail = await readFile('infra/local/orders/corrected-email.json');

  const forged = await client.post(paid, 'not the key');
  const taken = await client.post(paid, SAMPLE_KEY);
  await stack.waitFor(/acme-shop +#1001 +document done/);
  const afterFirst = toOverview(await client.readState());

  expect(forged.status).toBe(401);
  expect(taken).toStrictEqual(ACCEPTED);
  expect(afterFirst.invoices).toStrictEqual([toInvoice(1, '#1001', '5801234567001', afterFirst.today)]);

  const refused = await client.post(badEmail, SAMPLE_KEY);
  await stack.waitFor(/acme-shop +#1002 .*refused .*code=22 +name=InvalidEmail/);
  const notices = await client.receiveNotices(10);
  await client.tick();
  await stack.waitFor(/✉ .*InvalidEmail/);

  expect(refused).toStrictEqual(ACCEPTED);
  expect(notices.map(toWhatIsWrong)).toStrictEqual([
    {
      attributes: {
        errorCode: '22',
        errorName: 'InvalidEmail',
        fixedBy: 'buyer-data',
        shop: 'acme-shop',
        subject: 'shopify:acme.myshopify.com#5801234567002',
      },
      label: '#1002',
      code: 22,
      fields: [{ tag: 'contact_email', path: 'buyer.email', value: 'not-an-email', allowed: [] }],
    },
  ]);

  const corrected = await client.post(correctedEmail, SAMPLE_KEY);
  await stack.waitFor(/acme-shop +#1002 +document done/);
  const swept = { failed: await client.tick(), left: await client.receiveNotices(0) };
  const afterSecond = toOverview(await client.readState());

  expect(corrected).toStrictEqual(ACCEPTED);
  expect(swept).toStrictEqual({ failed: null, left: [] });
  expect(afterSecond.invoices).toStrictEqual([
    toInvoice(1, '#1001', '5801234567001', afterFirst.today),
    toInvoice(2, '#1002', '5801234567002', afterSecond.today),
  ]);

  await client.bridge('send', '--shop', 'acme-woo', '--topic', 'order.updated', 'infra/local/orders/woocommerce.json');
  await stack.waitFor(/acme-woo +2001 +document done/);
  await client.bridge('send', '--shop', 'acme-erp', '--topic', 'standard', 'infra/local/orders/standard.json');
  await stack.waitFor(/acme-erp +ERP-3001 +document done/);
  await client.bridge('send', '--shop', 'acme-shop', '--topic', 'products/update', 'infra/local/goods/mug.json');
  await stack.waitFor(/product done .*BOGRE-ZOLD/);
  await client.bridge(
    'send',
    '--shop',
    'acme-shop',
    '--topic',
    'inventory_levels/update',
    'infra/local/goods/mug-stock.json',
  );
  await stack.waitFor(/stock booked/);
  const state = toOverview(await client.readState());

  expect(state.invoices.slice(2).map(({ gross }) => gross)).toStrictEqual(['6990.00', '13970.00']);
  expect(state.products.slice(-2).map(({ fields, stock }) => [fields['item_number'], stock])).toStrictEqual([
    ['BOGRE-KEK', { 1: '25' }],
    ['BOGRE-ZOLD', {}],
  ]);

  // Changed while its buyer is on the way to CO3: its worker leaves it to the next one, and rings for it.
  const contacts = (await client.readState()).calls.filter(({ method }) => method === 'setContact').length;
  await client.slowDown('setContact', 3_000);
  await client.post(toOtherOrder(paid), SAMPLE_KEY);
  await client.waitForCall('setContact', contacts + 1);
  await client.amendOrder(OTHER_ORDER, ({ snapshot }) => ({ snapshot: { ...snapshot, notes: [] } }));
  await stack.waitFor(/acme-shop +#1003 +document done/);
  // Left due by a worker that has died: the tick rings for it.
  await client.waitForWorkers();
  await client.amendOrder(OTHER_ORDER, () => ({ status: 'due', dueAt: 0 }));
  await client.tick();
  await stack.waitFor(/acme +rang/);
  const rights = await compareRights(addresses, join(folder, 'calls.jsonl'));

  expect(rights).toStrictEqual({
    receive: { missing: [], unused: [...LOGGING('receive'), ...TRACING] },
    deliver: { missing: [], unused: [...LOGGING('deliver'), ...EVENT_SOURCE, ...TRACING] },
    tick: { missing: [], unused: [...LOGGING('tick'), ...RENEWING, ...TRACING] },
  });

  const processes = stack.processes();
  const code = await stack.interrupt();

  expect(code).toBe(0);
  expect(processes.length).toBeGreaterThan(2);
  expect(processes.filter(isAlive)).toStrictEqual([]);
  await expect(fetch(addresses.webhooks)).rejects.toThrow('fetch failed');
});

const inAccount = (service: string, rest: string): string => `arn:aws:${service}:eu-central-1:000000000000:${rest}`;

/** Rights that Lambda itself uses in a function's name: for what the function prints, for traces, and for taking messages out of the queue. */
const LOGGING = (name: string) =>
  ['CreateLogStream', 'PutLogEvents'].map(
    (action) => `logs:${action} on ${inAccount('logs', `log-group:/aws/lambda/co3-shop-bridge-local-${name}:*`)}`,
  );
const TRACING = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'];
const EVENT_SOURCE = ['GetQueueAttributes', 'ReceiveMessage'].map(
  (action) => `sqs:${action} on ${inAccount('sqs', 'co3-shop-bridge-local-events')}`,
);
/** A notice is given anew after ten days (test/unit/dead-letters/sweep.test.ts), or where a worker died while it gave it. */
const RENEWING = [`sqs:SendMessage on ${inAccount('sqs', 'co3-shop-bridge-local-dead-letters')}`];

const OTHER_ORDER = orderKeyOf({ platform: 'shopify', tenant: 'acme.myshopify.com', orderId: '5801234567003' });

/** An order of another buyer, with a note. */
const toOtherOrder = (order: Buffer): string =>
  order
    .toString('utf8')
    .replaceAll('5801234567001', '5801234567003')
    .replaceAll('1001', '1003')
    .replaceAll('kovacs.anna@example.com', 'uj.vevo@example.com')
    .replace('"note_attributes": []', '"note_attributes": [{ "name": "gift", "value": "yes" }]');

const toOverview = ({ accounts, now }: State) => ({
  invoices: accounts.flatMap(({ invoices }) => invoices),
  products: accounts.flatMap(({ products }) => products),
  today: now,
});

const toWhatIsWrong = ({ Body: body = '{}', MessageAttributes: attributes = {} }: Message) => {
  const { subject, error } = JSON.parse(body);
  return {
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, { StringValue }]) => [name, StringValue])),
    label: subject.label,
    code: error.code,
    fields: error.fields,
  };
};

const DAY_MS = 86_400_000;

const toDay = (time: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Budapest' }).format(time);

const toInvoice = (id: number, order: string, orderId: string, today: number) => {
  const comment = `local/shopify:acme.myshopify.com/${orderId}/invoice/1\nRendelés: ${order}`;
  return {
    id,
    number: `V-${toDay(today).slice(0, 4)}/${String(id).padStart(5, '0')}`,
    fields: {
      language: 'hu_HU',
      fulfillment_date: toDay(today),
      crdr: 'outgoing',
      method: 'bankcard',
      contact_id: '1',
      currency: 'HUF',
      issue_date: toDay(today),
      payment_date: toDay(today + 8 * DAY_MS),
      customer_vat_type: 'PRIVATE_PERSON',
    },
    sentComment: comment,
    comment,
    rows: [
      { name: 'Kék mázas bögre - 3 dl', quantity: '2', unit: 'db', net_price: '3141.732', vat: '27' },
      { name: 'A kerámia könyve', quantity: '1', unit: 'db', net_price: '3809.52', vat: '5' },
      { name: 'Házhozszállítás', quantity: '1', unit: 'db', net_price: '1173.23', vat: '27' },
    ],
    net: '11266.21',
    gross: '13470.00',
    balance: '0.00',
    customer: {
      customer_name: 'Kovács Anna',
      customer_vat_number: '',
      customer_country: 'HU',
      customer_zip: '1092',
      customer_city: 'Budapest',
      customer_address: 'Ráday utca 14., 2. emelet 5.',
    },
    status: 'issued',
  };
};
