import { compare, toDecimal } from '../../event/decimal.ts';
import type { StockRecord } from '../goods-records.ts';
import type { GoodsWork } from './goods-work.ts';

const HOUR_MS = 60 * 60_000;

/**
 * The level's record after CO3's stock was read for a booking that gave no answer. Booked: done. Not so after several reads: what the level
 * says is booked anew, and CO3 is looked at again for as long as it may still make the first one. A level is what is, not what happened,
 * so a booking made late shows as a difference and is taken back.
 */
export const concludeBooking = (
  record: StockRecord,
  has: string,
  { account, deps }: Pick<GoodsWork, 'account' | 'deps'>,
): StockRecord => {
  const { sent } = record;
  if (sent === null) return record;
  const isUntouched = compare(toDecimal(has), toDecimal(sent.before)) === 0;
  const reads = sent.reads + 1;
  const { reads: enough, windowMinutes } = account.readBack;
  if (!isUntouched || reads >= enough) return { ...record, sent: null };
  const readAt = deps.clock.now() + (windowMinutes * 60_000) / (enough - 1);
  return { ...record, sent: { ...sent, reads, readAt } };
};

/** CO3 is looked at again hourly after a booking of unknown outcome. */
export const newWatch = (sentAt: number, { account }: Pick<GoodsWork, 'account'>): StockRecord['watch'] => ({
  at: sentAt + HOUR_MS,
  until: sentAt + account.readBack.watchHours * HOUR_MS,
});

export const nextWatch = (watch: StockRecord['watch'], { deps }: Pick<GoodsWork, 'deps'>): StockRecord['watch'] => {
  const now = deps.clock.now();
  if (watch === null || watch.at > now) return watch;
  return now + HOUR_MS > watch.until ? null : { ...watch, at: now + HOUR_MS };
};
