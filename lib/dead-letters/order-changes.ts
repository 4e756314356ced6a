import { type Correction, correctionsOf, livingOf } from '../deliver/corrections/correction.ts';
import type { OrderRecord } from '../deliver/records.ts';
import type { Spot } from './correcting.ts';

/** What a person wants to stand at a place. */
export interface Change {
  readonly path: string;
  readonly value: string;
  /** What the person saw there: refused where it is another by now. Left out by whoever looks and writes at once. */
  readonly seen?: string;
}

/** A change that can be made. */
export interface Drafted extends Spot {
  /** What stands there: what the shop sends, or what it was corrected to before. */
  readonly old: string;
  readonly new: string;
  /** What the shop sends there. */
  readonly told: string;
  /** The lines of infra/shops.yml that make the same hold for later orders; null where no setting can. */
  readonly lines: string | null;
}

/** The order with the changes made; one that puts the shop's own value back only ends what was corrected before. */
export const withChanges = (
  order: OrderRecord,
  drafted: readonly Drafted[],
  made: Pick<Correction, 'by' | 'why' | 'at'>,
): OrderRecord => {
  const isReplaced = (one: Correction): boolean =>
    one.endedAt === null && drafted.some((other) => isSameSpot(one, other));
  const known = correctionsOf(order).map((one) => (isReplaced(one) ? { ...one, endedAt: made.at } : one));
  const ended = known.filter(({ endedAt }) => endedAt !== null).slice(-ENDED_KEPT);
  const added = drafted
    .filter((one) => !isTakenBack(one))
    .map(({ path, row, told, new: value }) => ({ path, row, old: told, new: value, ...made, endedAt: null }));
  return { ...order, corrections: [...ended, ...livingOf({ corrections: known }), ...added] };
};

/** A record has no room for whatever was ever corrected. */
const ENDED_KEPT = 20;

// At a setting the shop's word is a name or a currency, and never the same thing as a value.
const isTakenBack = ({ path, told, new: value }: Drafted): boolean => !path.startsWith('settings.') && value === told;

/** Whether both are one place. A row may be counted otherwise in another letter, so that its id tells. */
export const isSameSpot = (a: Spot, b: Spot): boolean =>
  a.row === null ? a.path === b.path : a.row === b.row && nameOf(a) === nameOf(b);

const nameOf = ({ path }: Spot): string => path.slice(path.lastIndexOf('.') + 1);
