import type { Co3Error } from '../co3/codes.ts';
import { corrected } from '../deliver/corrections/corrected.ts';
import { placeOf, ROW_PATH, type Told } from '../deliver/corrections/places.ts';
import { planOrder } from '../deliver/plan.ts';
import { planDocument } from '../deliver/plan-document.ts';
import type { DocumentPlan } from '../deliver/plan-types.ts';
import type { Leaving } from '../deliver/planned-calls.ts';
import type { OrderRecord } from '../deliver/records.ts';
import type { AccountSettings, ShopSettings } from '../settings/settings.ts';
import type { Letter } from './letter.ts';

/** What a correction is checked against. */
export interface Correcting {
  readonly letter: Letter;
  readonly order: OrderRecord;
  readonly shop: ShopSettings;
  readonly account: AccountSettings;
  readonly leaving: Leaving;
}

/** What would become of an order if it were tried at once. */
export interface Tried {
  readonly plan: DocumentPlan | null;
  /** Why it would be a letter; null where it would not, as far as can be told without CO3. */
  readonly remains: Co3Error | null;
}

/** What a redrive of the order would lead to. Where it waits for something else first, its next document all the same. Pure. */
export const tryOrder = ({ order, shop, account, leaving }: Omit<Correcting, 'letter'>): Tried => {
  const freed = { ...order, redrive: true, starts: 0 };
  const plan = planOrder(freed, shop, account, leaving.now);
  const next = plan.kind === 'document' || plan.kind === 'letter' ? plan : planDocument(freed, shop, account);
  switch (next.kind) {
    case 'document':
      return { plan: next, remains: null };
    case 'letter':
      return { plan: null, remains: next.error };
    default:
      return { plan: null, remains: null };
  }
};

/** The order as it is translated, with the corrections that hold. */
export const toldOf = ({ order, shop }: Pick<Correcting, 'order' | 'shop'>): Told => {
  const told = corrected(order, shop);
  return { snapshot: told.order.snapshot, shop: told.shop };
};

/** The ids of the rows as an error counts them: CO3 those of the document that was sent, we those of the order. */
export const rowIdsOf = (correcting: Correcting, { code }: Pick<Co3Error, 'code'>): readonly string[] => {
  const { order } = correcting;
  const sent = code === null ? null : tryOrder(correcting).plan;
  return sent === null ? order.snapshot.rows.map(({ id }) => id) : sent.draft.rows.map(({ rowId }) => rowId);
};

/** A place of an order, with the row's id where it is one of a row. */
export interface Spot {
  readonly path: string;
  readonly row: string | null;
}

/** The spot that a path names; undefined where the order has none there that could be corrected. */
export const spotOf = (correcting: Correcting, path: string, rowIds: readonly string[]): Spot | undefined => {
  const index = ROW_PATH.test(path) ? Number(path.split('.')[1]) : null;
  const row = index === null ? null : (rowIds[index] ?? null);
  if (placeOf(path)?.read(toldOf(correcting), row) === undefined) return undefined;
  const isOwnCurrency = correcting.order.snapshot.currency === correcting.account.currency;
  return path === 'settings.fxRate' && isOwnCurrency ? undefined : { path, row };
};
