import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Addresses } from '../../infra/local/addresses.ts';
import { makeDynamoDbClient } from '../../lib/aws/dynamodb-client.ts';
import { makeDynamoDbLedger } from '../../lib/aws/dynamodb-ledger.ts';
import type { AwsPlace } from '../../lib/aws/place.ts';
import { makeSqsClient, PATIENT } from '../../lib/aws/sqs-client.ts';
import type { OrderRecord } from '../../lib/deliver/records.ts';
import type { OrderKey } from '../../lib/event/snapshot.ts';

/** The key that `npm start` gives the sample shop. */
export const SAMPLE_KEY = `whsec_${Buffer.from('the local webhook key of acme-shop').toString('base64')}`;

export interface State {
  readonly now: number;
  readonly calls: readonly { readonly method: string }[];
  readonly accounts: readonly {
    readonly invoices: readonly { readonly gross: string }[];
    readonly products: readonly {
      readonly fields: Readonly<Record<string, string>>;
      readonly stock: Readonly<Record<string, string>>;
    }[];
  }[];
}

/** What shops, people and AWS do to a running stack. */
export const makeStackClient = (addresses: Addresses) => {
  const place: AwsPlace = {
    region: addresses.region,
    endpoints: { sqs: addresses.sqs, dynamodb: addresses.dynamodb, secrets: addresses.secrets },
  };
  const ledger = makeDynamoDbLedger({ client: makeDynamoDbClient(place), table: addresses.table });
  const readState = async (): Promise<State> => (await fetch(`${addresses.co3}/state`)).json() as Promise<State>;
  return {
    readState,

    post: async (body: string | Uint8Array<ArrayBuffer>, key: string) => {
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
    },

    /** As somebody does it from another terminal. */
    bridge: async (...argv: readonly string[]): Promise<void> => {
      await promisify(execFile)(process.execPath, ['lib/cli/bridge.mjs', ...argv, '--local']);
    },

    /** Looks at the queue as a person in the AWS console does: the messages stay in it. */
    receiveNotices: async (waitSeconds: number): Promise<readonly Message[]> => {
      const { Messages: messages = [] } = await makeSqsClient({ ...PATIENT, timeoutMs: 15_000 }, place).send(
        new ReceiveMessageCommand({
          QueueUrl: addresses.deadLettersQueueUrl,
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
          VisibilityTimeout: 0,
          WaitTimeSeconds: waitSeconds,
        }),
      );
      return messages;
    },

    /** What comes each minute is called here instead of waited for; answers its error, if any. */
    tick: async (): Promise<string | null> => {
      const called = await fetch(`${addresses.lambda}/2015-03-31/functions/co3-shop-bridge-local-tick/invocations`, {
        method: 'POST',
        body: '{}',
      });
      return called.headers.get('x-amz-function-error');
    },

    /** CO3 answers its next call of the method after so long. */
    slowDown: async (method: string, ms: number): Promise<void> => {
      const fault = { kind: 'slow', method, nth: 1, times: 1, ms };
      await fetch(`${addresses.co3}/faults`, { method: 'POST', body: JSON.stringify(fault) });
    },

    /** Waits until CO3 has been called so many times by the method. */
    waitForCall: async (method: string, count: number): Promise<void> => {
      while ((await readState()).calls.filter((call) => call.method === method).length < count) await wait(50);
    },

    waitForWorkers: async (): Promise<void> => {
      while ((await ledger.read('lane', 'acme'))?.lease != null) await wait(50);
    },

    /** Writes to an order as another worker does, which rings no bell. */
    amendOrder: async (key: OrderKey, change: (order: OrderRecord) => Partial<OrderRecord>): Promise<void> => {
      const order = await ledger.read('order', key);
      if (order === undefined) throw new Error(`there is no order ${key}`);
      const version = order.version + 1;
      const written = await ledger.write({ ...order, ...change(order), version, writeId: `another-${version}` });
      if (written !== 'written') throw new Error(`somebody else has written to the order ${key}`);
    },
  };
};
