import type { Instant } from '../../event/time.ts';

/** What a person has put in the place of what the shop sends. It lies over the order's snapshot, which stays as it came. */
export interface Correction {
  /** A place as letters name it: `buyer.email`, `settings.payments`, `rows.2.name`. */
  readonly path: string;
  /** Of a row's place, the row's id in the snapshot: a letter may count the rows of the document that was sent. */
  readonly row: string | null;
  /** What the shop sends there. */
  readonly old: string;
  readonly new: string;
  readonly by: string;
  /** The person's reason; may be empty. */
  readonly why: string;
  readonly at: Instant;
  /** Since when it does not hold any more: the shop sends something else, or a person has corrected the same place anew. */
  readonly endedAt: Instant | null;
}

interface Corrected {
  readonly corrections?: readonly Correction[];
}

/** All corrections, those that hold no more among them. A record that was written before there were any has no list of them. */
export const correctionsOf = ({ corrections }: Corrected): readonly Correction[] => corrections ?? [];

/** The corrections that hold, in the order in which they were made. */
export const livingOf = (order: Corrected): readonly Correction[] =>
  correctionsOf(order).filter(({ endedAt }) => endedAt === null);
