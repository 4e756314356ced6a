import type { LetterRecord } from '../../dead-letters/letter.ts';
import type { OrderKey } from '../../event/snapshot.ts';
import type { Instant } from '../../event/time.ts';
import type { OrderRecord } from '../records.ts';
import { letterRestsSince } from './clear-letter.ts';
import { orderRestsSince } from './clear-order.ts';

/** A record that holds a buyer's data and of which nothing more is to be done. */
export type RestingRef =
  | { readonly kind: 'order'; readonly key: OrderKey }
  | { readonly kind: 'letter'; readonly key: string };

/** Since when the record rests; null where it does not, or holds nothing of a person any more. */
export const restsSince = (record: OrderRecord | LetterRecord): Instant | null =>
  record.kind === 'order' ? orderRestsSince(record) : letterRestsSince(record);
