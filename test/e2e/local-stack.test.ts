import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAlive } from '../../infra/local/is-alive.ts';
import { type RunningStack, runStack } from './running-stack.ts';

interface Addresses {
  readonly webhooks: string;
  readonly sqs: string;
  readonly co3: string;
  readonly lambda: string;
  readonly region: string;
  readonly deadLettersQueueUrl: string;
}

const PATIENCE_MS = 180_000;
const ACCEPTED = { status: 202, answer: 'taken' };

let stack: RunningStack;
let addresses: Addresses;

beforeAll(async () => {
  stack = runStack();
  await stack.waitFor(/^ready$/);
  addresses = JSON.parse(await readFile('.local/stack.json', 'utf8'));
}, PATIENCE_MS);
afterAll(() => stack.kill());

// One stack, one story: each part goes on from the one before.
it('leads what shops send from the webhook to CO3 or to a letter, and ends with Ctrl-C', {
  timeout: PATIENCE_MS,
}, async () => {
  const paid = await readFile('infra/local/orders/paid.json');
  const badEmail = await readFile('infra/local/orders/bad-email.json');
  const correctedEmail = await readFile('infra/local/orders/corrected-email.json');

  const forged = await post(paid, 'not the key');
  const taken = await post(paid, SAMPLE_KEY);
  await stack.waitFor(/acme-shop +#1001 +document done/);
  const afterFirst = await readInvoices();

  expect(forged.status).toBe(401);
  expect(taken).toStrictEqual(ACCEPTED);
  expect(afterFirst.invoices).toStrictEqual([toInvoice(1, '#1001', '5801234567001', afterFirst.today)]);

  const refused = await post(badEmail, SAMPLE_KEY);
  await stack.waitFor(/acme-shop +#1002 .*refused .*code=22 +name=InvalidEmail/);
  const notices = await receiveNotices(10);

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

  const corrected = await post(correctedEmail, SAMPLE_KEY);
  await stack.waitFor(/acme-shop +#1002 +document done/);
  await waitUntilNoNotice();
  const afterSecond = await readInvoices();

  expect(corrected).toStrictEqual(ACCEPTED);
  expect(afterSecond.invoices).toStrictEqual([
    toInvoice(1, '#1001', '5801234567001', afterFirst.today),
    toInvoice(2, '#1002', '5801234567002', afterSecond.today),
  ]);

  await bridge('send', '--shop', 'acme-woo', '--topic', 'order.updated', 'infra/local/orders/woocommerce.json');
  await stack.waitFor(/acme-woo +2001 +document done/);
  await bridge('send', '--shop', 'acme-erp', '--topic', 'standard', 'infra/local/orders/standard.json');
  await stack.waitFor(/acme-erp +ERP-3001 +document done/);
  await bridge('send', '--shop', 'acme-shop', '--topic', 'products/update', 'infra/local/goods/mug.json');
  await stack.waitFor(/product done .*BOGRE-ZOLD/);
  await bridge('send', '--shop', 'acme-shop', '--topic', 'inventory_levels/update', 'infra/local/goods/mug-stock.json');
  await stack.waitFor(/stock booked/);
  const state = await readState();

  expect(state.invoices.slice(2).map(({ gross }) => gross)).toStrictEqual(['6990.00', '13970.00']);
  expect(state.products.slice(-2).map(({ fields, stock }) => [fields['item_number'], stock])).toStrictEqual([
    ['BOGRE-KEK', { 1: '25' }],
    ['BOGRE-ZOLD', {}],
  ]);

  const processes = stack.processes();
  const code = await stack.interrupt();

  expect(code).toBe(0);
  expect(processes.length).toBeGreaterThan(2);
  expect(processes.filter(isAlive)).toStrictEqual([]);
  await expect(fetch(addresses.webhooks)).rejects.toThrow('fetch failed');
});

const SAMPLE_KEY = `whsec_${Buffer.from('the local webhook key of acme-shop').toString('base64')}`;

const post = async (body: Uint8Array<ArrayBuffer>, key: string) => {
  const response = await fetch(`${addresses.webhooks}/acme-shop`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/paid',
      'x-shopify-shop-domain': 'acme.myshopify.com',
      'x-shopify-hmac-sha256': createHmac('sha256', key).update(body).digest('base64'),
    },
    body,
  });
  const { answer } = (await response.json()) as { readonly answer: string };
  return { status: response.status, answer };
};

/** As somebody does it from another terminal. */
const bridge = async (...argv: readonly string[]): Promise<void> => {
  await promisify(execFile)(process.execPath, ['lib/cli/bridge.mjs', ...argv, '--local']);
};

interface State {
  readonly now: number;
  readonly accounts: readonly {
    readonly invoices: readonly { readonly gross: string }[];
    readonly products: readonly {
      readonly fields: Readonly<Record<string, string>>;
      readonly stock: Readonly<Record<string, string>>;
    }[];
  }[];
}

const readState = async () => {
  const response = await fetch(`${addresses.co3}/state`);
  const { now, accounts } = (await response.json()) as State;
  const invoices = accounts.flatMap((account) => account.invoices);
  return { invoices, products: accounts.flatMap(({ products }) => products), today: now };
};

const readInvoices = async () => {
  const { invoices, today } = await readState();
  return { invoices, today };
};

const sqs = () =>
  new SQSClient({
    region: addresses.region,
    endpoint: addresses.sqs,
    useQueueUrlAsEndpoint: false,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** Looks at the queue as a person in the AWS console does: the messages stay in it. */
const receiveNotices = async (waitSeconds: number): Promise<readonly Message[]> => {
  const { Messages: messages = [] } = await sqs().send(
    new ReceiveMessageCommand({
      QueueUrl: addresses.deadLettersQueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      VisibilityTimeout: 0,
      WaitTimeSeconds: waitSeconds,
    }),
  );
  return messages;
};

/** The tick takes the notices of closed letters out of the queue; it is called here instead of waited for. */
const waitUntilNoNotice = async (): Promise<void> => {
  const called = await fetch(`${addresses.lambda}/2015-03-31/functions/co3-shop-bridge-local-tick/invocations`, {
    method: 'POST',
    body: '{}',
  });
  expect(called.headers.get('x-amz-function-error')).toBeNull();
  expect(await receiveNotices(0)).toStrictEqual([]);
};

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
