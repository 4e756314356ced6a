import { setTimeout as wait } from 'node:timers/promises';
import type { Addresses } from '../../infra/local/addresses.ts';
import { callAws } from '../../infra/local/aws-json.ts';
import { makeFindLastWord } from './last-word.ts';
import type { SoldOrder } from './sold-orders.ts';

export interface DropDeps {
  readonly addresses: Addresses;
  readonly orders: readonly SoldOrder[];
  /** When the soak began. */
  readonly began: number;
  /** When the last webhook has come. */
  readonly soldAt: number;
  readonly say: (text: string) => void;
}

/** As many are enough to see whether each is found. */
const MOST_DROPPED = 3;

/** Takes messages out of the queue unseen, each the last word of its order; all others go back. Throws where there was none to take. */
export const dropLastWords = async (deps: DropDeps): Promise<void> => {
  const findLastWord = makeFindLastWord(deps.orders, deps.began);
  let dropped = 0;
  const look = async (): Promise<void> => {
    for (const { Body: body, ReceiptHandle } of await receive(deps)) {
      const key = dropped < MOST_DROPPED ? findLastWord(body) : undefined;
      if (key === undefined) {
        await ask(deps, 'ChangeMessageVisibility', { ReceiptHandle, VisibilityTimeout: 0 });
        continue;
      }
      await ask(deps, 'DeleteMessage', { ReceiptHandle });
      dropped += 1;
      deps.say(`dropped: the last word of ${key}`);
    }
  };
  // A restart of the queue may fall into it: what has been received and not deleted comes back by itself.
  while (dropped < MOST_DROPPED && Date.now() < deps.soldAt) await look().catch(() => wait(1_000));
  if (dropped === 0) throw new Error('no last word of an order has come by: give the soak more minutes or accounts');
};

interface Received {
  readonly Body: string;
  readonly ReceiptHandle: string;
}

const receive = async (deps: DropDeps): Promise<readonly Received[]> => {
  const received = await ask(deps, 'ReceiveMessage', { MaxNumberOfMessages: 10, WaitTimeSeconds: 5 });
  return (received as { readonly Messages?: readonly Received[] }).Messages ?? [];
};

const ask = (
  { addresses: { sqs: address, region, eventsQueueUrl: QueueUrl } }: DropDeps,
  action: string,
  input: object,
): Promise<unknown> =>
  callAws({ service: 'sqs', address, region }, action, { QueueUrl, ...input }, AbortSignal.timeout(30_000));
