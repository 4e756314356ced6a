import type { OrderKey } from '../../event/snapshot.ts';
import { toInstant } from '../../event/time.ts';
import { updateRecord, type Writer } from '../update-record.ts';
import type { PersonalData } from './personal-data.ts';

/**
 * The order's buyer is to be forgotten, in its letters too, once nothing more is to be done for it. Repeating it changes nothing; of an order
 * that is not known there is nothing to forget.
 */
export const markOrder = async (writer: Writer, key: OrderKey, now: number): Promise<void> => {
  const order = await updateRecord(writer, 'order', key, (known) => marked(known, now));
  for (const letter of order?.letters ?? []) await markLetter(writer, letter, now);
};

export const markLetter = async (writer: Writer, key: string, now: number): Promise<void> => {
  await updateRecord(writer, 'letter', key, (known) => marked(known, now));
};

const marked = <R extends { readonly personal: PersonalData }>(record: R | undefined, now: number): R | undefined =>
  record === undefined || record.personal.forgetSince !== null
    ? record
    : { ...record, personal: { ...record.personal, forgetSince: toInstant(now) } };
