import type { FixedBy } from '../../co3/codes.ts';
import type { LetterRecord } from '../../dead-letters/letter.ts';
import type { Ledger } from '../../deliver/ports.ts';
import type { OrderRecord } from '../../deliver/records.ts';
import type { Instant } from '../../event/time.ts';
import type { Io } from '../io.ts';
import { open } from '../open.ts';
import { type Outcome, shown } from '../outcome.ts';
import { makeProgress } from '../view/progress.ts';
import type { DlqOptions } from './dlq-options.ts';
import { openLetters, openLines } from './open-letters.ts';
import { statsBlocks } from './stats-blocks.ts';

/** The open letters of one reason. */
export interface LetterStats {
  /** CO3's number; null for a reason of our own. */
  readonly code: number | null;
  readonly name: string;
  readonly fixedBy: FixedBy;
  readonly open: number;
  readonly oldest: Instant;
  readonly newest: Instant;
  readonly shops: readonly string[];
  /** What the shops say that the letters' orders come to, by currency. */
  readonly atStake: readonly { readonly currency: string; readonly minor: number; readonly orders: number }[];
}

export const stats = async (io: Io, options: DlqOptions): Promise<Outcome> => {
  const opened = await open(io, options);
  if (!opened.ok) return opened;
  const { ledger } = opened.value.ports;
  const lines = await openLines(ledger);
  const progress = makeProgress(io.stderr, io.now);
  const told: Told[] = [];
  for await (const { records, read } of openLetters(ledger, lines)) {
    told.push(...(await Promise.all(records.map((record) => toTold(ledger, record)))));
    progress.show('letters read', read, lines.length);
  }
  progress.end();
  const all = toStats(told);
  return shown(all, statsBlocks(all, io.now()));
};

interface Told {
  readonly letter: LetterRecord['letter'];
  readonly order: OrderRecord | undefined;
}

const toTold = async (ledger: Pick<Ledger, 'read'>, { letter, work }: LetterRecord): Promise<Told> => ({
  letter,
  order: work?.kind === 'order' ? await ledger.read('order', work.key) : undefined,
});

/** What most letters are open for comes first. */
const toStats = (told: readonly Told[]): readonly LetterStats[] =>
  [...Map.groupBy(told, ({ letter: { error } }) => `${error.code} ${error.name}`).values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { code, name, fixedBy } = first.letter.error;
      const parked = group.map(({ letter }) => letter.parkedAt).toSorted();
      return [
        {
          ...{ code, name, fixedBy, open: group.length },
          oldest: parked[0] ?? first.letter.parkedAt,
          newest: parked.at(-1) ?? first.letter.parkedAt,
          shops: [...new Set(group.map(({ letter }) => letter.shop))].toSorted(),
          atStake: atStakeOf(group),
        },
      ];
    })
    .toSorted((a, b) => b.open - a.open || (a.name < b.name ? -1 : 1));

const atStakeOf = (group: readonly Told[]): LetterStats['atStake'] => {
  const snapshots = group.flatMap(({ order }) => (order === undefined ? [] : [order.snapshot]));
  return [...Map.groupBy(snapshots, ({ currency }) => currency)]
    .map(([currency, orders]) => ({
      currency,
      minor: orders.reduce((sum, { currentTotalMinor }) => sum + currentTotalMinor, 0),
      orders: orders.length,
    }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
};
