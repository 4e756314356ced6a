import { setTimeout as wait } from 'node:timers/promises';
import type { Addresses } from '../../infra/local/addresses.ts';
import { callAws } from '../../infra/local/aws-json.ts';
import type { Account, Invoice } from '../../infra/local/co3/account.ts';
import type { FarSide } from './far-side.ts';

/** A deliberate fault, by which a soak shows that it can fail. */
export const SABOTAGES = ['book-twice', 'drop-messages'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

export const carryOutSabotage = async (what: Sabotage, farSide: FarSide, addresses: Addresses): Promise<void> => {
  switch (what) {
    case 'book-twice': {
      const { account, invoice } = await firstInvoice(farSide);
      const id = account.invoices.nextId();
      account.invoices.put(id, { ...invoice, id }, farSide.simulator.now());
      return;
    }
    case 'drop-messages':
      for (let dropped = 0; dropped < DROPPED; ) dropped += await dropSome(addresses).catch(noneWhileAway);
      return;
    default:
      return what satisfies never;
  }
};

const firstInvoice = async ({
  simulator,
}: FarSide): Promise<{ readonly account: Account; readonly invoice: Invoice }> => {
  for (;;) {
    for (const account of simulator.accounts.values()) {
      const [invoice] = account.invoices.all();
      if (invoice !== undefined) return { account, invoice };
    }
    await wait(1_000);
  }
};

const DROPPED = 5;

// A restart of the queue may fall into it.
const noneWhileAway = async (): Promise<number> => {
  await wait(1_000);
  return 0;
};

const dropSome = async ({ sqs: address, region, eventsQueueUrl: QueueUrl }: Addresses): Promise<number> => {
  const endpoint = { service: 'sqs', address, region } as const;
  const ask = (action: string, input: object): Promise<unknown> =>
    callAws(endpoint, action, { QueueUrl, ...input }, AbortSignal.timeout(30_000));
  const received = (await ask('ReceiveMessage', { MaxNumberOfMessages: 10, WaitTimeSeconds: 20 })) as {
    readonly Messages?: readonly { readonly ReceiptHandle: string }[];
  };
  const messages = received.Messages ?? [];
  for (const { ReceiptHandle } of messages) await ask('DeleteMessage', { ReceiptHandle });
  return messages.length;
};
