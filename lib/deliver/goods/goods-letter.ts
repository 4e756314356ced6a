import type { Co3Error } from '../../co3/codes.ts';
import { buildLetter, toLetterId } from '../../dead-letters/build-letter.ts';
import type { Letter } from '../../dead-letters/letter.ts';
import type { GoodsRecord } from '../records.ts';
import { SETTLED_BY_HAND } from '../settled-by-hand.ts';

/** What is refused, and what it is told of by. */
export interface GoodsRefusal {
  readonly error: Co3Error;
  /** The same is the same letter. */
  readonly digest: string;
  readonly call: Letter['call'];
}

/** The same refusal of the same record is the same letter. */
const goodsLetterId = ({ kind, key }: GoodsRecord, digest: string): string => toLetterId([kind, key, digest]);

/** Whether a person has discarded the letter of that refusal. */
export const isDiscardedGoods = (record: GoodsRecord, digest: string): boolean =>
  record.discarded?.id === goodsLetterId(record, digest);

/**
 * The record with its letter; one of another reason that was open is closed. It stays due until letter and message agree. Where a person has
 * discarded that very letter the record rests without it.
 */
export const withGoodsLetter = <R extends GoodsRecord>(record: R, refusal: GoodsRefusal, now: number): R => {
  const { error, digest, call } = refusal;
  if (isDiscardedGoods(record, digest)) return settledByHand(record, now);
  const letter = buildLetter(
    {
      shop: record.shop,
      account: record.account,
      subject: { kind: record.kind, id: record.key, label: labelOf(record) },
      error,
      id: goodsLetterId(record, digest),
      // The letter of what has no room must not be too large itself.
      event: error.name === 'GoodsTooLarge' ? null : toldOf(record),
      call,
      tries: record.tries + 1,
    },
    now,
  );
  const open = record.letter?.id === letter.id ? record : withoutGoodsLetter(record, 'superseded', now);
  return {
    ...open,
    letter: { id: letter.id, content: letter },
    closing: open.closing.filter(({ id }) => id !== letter.id),
    status: 'letter',
    reason: error.name,
    dueAt: now,
    starts: 0,
    tries: 0,
    discarded: null,
    redrive: false,
  };
};

const settledByHand = <R extends GoodsRecord>(record: R, now: number): R => {
  const { status, reason } = SETTLED_BY_HAND;
  const rested = withoutGoodsLetter(record, 'superseded', now);
  const wakeAt = record.kind === 'stock' ? (record.watch?.at ?? null) : null;
  return { ...rested, status, reason, dueAt: rested.closing.length > 0 ? now : wakeAt, starts: 0, tries: 0 };
};

/** The record without its letter, which is to be closed. */
export const withoutGoodsLetter = <R extends GoodsRecord>(record: R, why: string, now: number): R =>
  record.letter === null
    ? record
    : { ...record, letter: null, closing: [...record.closing, { id: record.letter.id, why }], dueAt: now };

const labelOf = (record: GoodsRecord): string => {
  switch (record.kind) {
    case 'product':
      return record.sku;
    case 'listing':
      return record.snapshot.variants[0]?.name ?? record.snapshot.productId;
    case 'stock':
      return `${record.level.itemId} at ${record.level.locationId}`;
    default:
      return record satisfies never;
  }
};

/** What the shop says of it. */
export const toldOf = (record: GoodsRecord): unknown => {
  switch (record.kind) {
    case 'product':
      return record.claims;
    case 'listing':
      return record.snapshot;
    case 'stock':
      return record.level;
    default:
      return record satisfies never;
  }
};
