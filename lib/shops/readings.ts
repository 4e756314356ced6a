import type { Result } from '../event/result.ts';
import type { Snapshot } from '../event/snapshot.ts';
import type { Reading } from './platform.ts';

/** A genuine body that nothing is done with. */
export const notUsed = (why: string): Reading => ({ kind: 'not-used', why });

/** A genuine body that a person has to look at. `detail` names the place and what is wrong there, never the value. */
export const unreadable = (detail: string, orderId: string | null): Reading => ({
  kind: 'problem',
  problem: 'UnreadablePayload',
  detail,
  orderId,
});

/** A genuine body of another shop than the settings say. Its id is that shop's; an order of ours may bear the same. */
export const ofAnotherShop = (detail: string): Reading => ({
  kind: 'problem',
  problem: 'WrongShop',
  detail,
  orderId: null,
});

export const toReading = (read: Result<Snapshot, string>, orderId: string | null): Reading =>
  read.ok ? { kind: 'snapshot', snapshot: read.value } : unreadable(read.problem, orderId);
