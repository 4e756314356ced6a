import { setTimeout as wait } from 'node:timers/promises';
import { type Books, readBooks } from './books.ts';
import type { FarSide } from './far-side.ts';
import type { ShopsAtWork } from './shops-at-work.ts';
import type { SoakStack } from './stack.ts';
import { doubledMarkers, type Sold, verdictOf } from './verdict.ts';

export interface Resting {
  readonly sold: Sold;
  readonly farSide: FarSide;
  readonly stack: SoakStack;
  readonly atWork: ShopsAtWork;
  /** When the soak is over. */
  readonly endsAt: number;
  /** Whether a worker, the table or an answer of CO3 has gone in the midst of a write. */
  readonly mayHaveLostWrites: boolean;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface Rest {
  readonly books: Books;
  readonly broken: readonly string[];
}

/** All must be in order for so long: a tick and what it rings for. */
const CALM_MS = 75_000;
/** After the end, for what is not settled by then: an unknown outcome is looked for ten minutes long. */
export const PATIENCE_MS = 15 * 60_000;
const LOOK_EVERY_MS = 15_000;

/** Looks until nothing has been wrong for a while and the soak is over, or the patience is. */
export const comeToRest = async (resting: Resting): Promise<Rest> => {
  const { sold, farSide, stack, atWork, endsAt, mayHaveLostWrites, say, signal } = resting;
  let calmSince: number | null = null;
  for (;;) {
    const books = await readBooks(farSide, stack.addresses);
    const { refusals } = farSide.met;
    const broken = verdictOf(sold, books, { refusals, mayHaveLostWrites, untaken: atWork.untaken });
    const now = Date.now();
    calmSince = broken.length === 0 ? (calmSince ?? now) : null;
    say(`${books.documents.length} documents, ${books.letters.length} letters, ${broken.length} not as they are to be`);
    const isCalm = calmSince !== null && now - calmSince >= CALM_MS;
    const isHopeless = now >= endsAt + PATIENCE_MS || doubledMarkers(books).length > 0;
    if ((isCalm && now >= endsAt) || isHopeless) return { books, broken };
    try {
      await wait(LOOK_EVERY_MS, undefined, { signal });
    } catch (brokenOff) {
      for (const problem of broken) say(`not as it is to be: ${problem}`);
      throw brokenOff;
    }
  }
};
