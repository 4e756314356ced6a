import { setTimeout as wait } from 'node:timers/promises';
import { makeGate } from './gate.ts';
import type { Posting } from './postings.ts';

export interface ShopsDeps {
  readonly webhooks: string;
  /** When the shops give a webhook up that nobody takes. */
  readonly givesUpAt: number;
  /** Resolves at that time of the soak. */
  readonly until: (atMs: number) => Promise<void>;
}

export interface ShopsAtWork {
  /** All webhooks are taken, or given up. */
  readonly done: Promise<void>;
  readonly posted: () => number;
  /** Posts that were not taken, and made again. */
  readonly repeated: () => number;
  /** What a webhook tells of that was given up. */
  readonly untaken: readonly string[];
}

/** Posts every webhook at its time, and again until it is taken: shops repeat what is not answered with 2xx. */
export const startShops = (postings: readonly Posting[], deps: ShopsDeps): ShopsAtWork => {
  const untaken: string[] = [];
  let posted = 0;
  let repeated = 0;
  let messages = 0;
  const enter = makeGate(AT_ONCE);
  const deliver = async (posting: Posting): Promise<void> => {
    await deps.until(posting.atMs);
    messages += 1;
    const id = `msg_${messages}`;
    for (let pauseMs = 1_000; Date.now() < deps.givesUpAt; pauseMs = Math.min(15_000, pauseMs * 2)) {
      posted += 1;
      if (await enter(() => isTaken(posting, id, deps))) return;
      repeated += 1;
      await wait(pauseMs);
    }
    untaken.push(posting.key);
  };
  return {
    done: Promise.all(postings.map(deliver)).then(() => undefined),
    posted: () => posted,
    repeated: () => repeated,
    untaken,
  };
};

// Each post that is under way has an instance of the function to itself, and this machine starts them slowly.
const AT_ONCE = 4;

const isTaken = async ({ shop, messageAt }: Posting, id: string, { webhooks }: ShopsDeps): Promise<boolean> => {
  const { headers, body } = messageAt(Date.now(), id);
  try {
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(`${webhooks}/${shop.id}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal,
    });
    await response.text();
    return response.status === 202;
  } catch {
    // Nobody is there, or has died over it: the shop cannot tell, and repeats.
    return false;
  }
};
