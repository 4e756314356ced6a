import { setTimeout as wait } from 'node:timers/promises';
import type { Account, Invoice } from '../../infra/local/co3/account.ts';
import { type DropDeps, dropLastWords } from './drop-last-words.ts';
import type { FarSide } from './far-side.ts';

/** A deliberate fault, by which a soak shows that it can fail. */
export const SABOTAGES = ['book-twice', 'drop-messages'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

export interface SabotageDeps extends DropDeps {
  readonly farSide: FarSide;
}

export const carryOutSabotage = async (what: Sabotage, deps: SabotageDeps): Promise<void> => {
  switch (what) {
    case 'book-twice': {
      const { account, invoice } = await firstInvoice(deps.farSide);
      const id = account.invoices.nextId();
      account.invoices.put(id, { ...invoice, id }, deps.farSide.simulator.now());
      return;
    }
    case 'drop-messages':
      return dropLastWords(deps);
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
