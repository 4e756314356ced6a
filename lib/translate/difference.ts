import { ok, type Result } from '../event/result.ts';
import type { DocumentRow, ProblemField } from './drafts.ts';
import { field } from './problem.ts';
import { type DifferenceContext, rowDifference } from './row-difference.ts';

/** Why the documents cannot be brought to what is owed row by row. */
export interface DifferenceProblem {
  readonly name: 'CorrectionNeeded';
  readonly text: string;
  readonly fields: readonly ProblemField[];
}

/** Gross by the text of the VAT, in minor units; what comes to nothing is left out. */
export const grossByVat = (rows: readonly DocumentRow[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { vat, grossMinor } of rows) sums.set(vat, (sums.get(vat) ?? 0) + grossMinor);
  return new Map([...sums].filter(([, minor]) => minor !== 0));
};

/** Whether both come to the same gross under every VAT. */
export const isSameBalance = (a: readonly DocumentRow[], b: readonly DocumentRow[]): boolean => {
  const [ofA, ofB] = [grossByVat(a), grossByVat(b)];
  return ofA.size === ofB.size && [...ofA].every(([vat, minor]) => ofB.get(vat) === minor);
};

/**
 * The rows that bring the rows of all live documents to what is owed; where nothing is owed, they take back all that is left.
 * Rows of documents that were read back from CO3 name no row of the order: they can be taken back, not corrected.
 */
export const differenceRows = (
  live: readonly DocumentRow[],
  owed: readonly DocumentRow[],
  context: DifferenceContext,
): Result<readonly DocumentRow[], DifferenceProblem> => {
  const counted = withoutSettledStrangers(live);
  const stranger = counted.find(isStranger);
  if (owed.length > 0 && stranger !== undefined)
    return correctionNeeded(
      'The documents were read back from CO3, which does not say what rows of the order their rows stand for.',
      field('documents', stranger.name),
    );
  const rows: DocumentRow[] = [];
  for (const { name, live: before, owed: after } of linesOf(counted, owed)) {
    const made = rowDifference(before, after, context);
    if (made === undefined)
      return correctionNeeded(`No price of the row ${name} comes to its difference.`, field('documents', name));
    rows.push(...made);
  }
  return ok(rows);
};

interface Line {
  readonly name: string;
  readonly live: DocumentRow[];
  readonly owed: DocumentRow[];
}

const linesOf = (live: readonly DocumentRow[], owed: readonly DocumentRow[]): Iterable<Line> => {
  const lines = new Map<string, Line>();
  const lineOf = (row: DocumentRow): Line => {
    const key = JSON.stringify([row.rowId, row.vat, ...(isStranger(row) ? [row.name, row.unitNet] : [])]);
    const line = lines.get(key) ?? { name: row.name, live: [], owed: [] };
    lines.set(key, line);
    return line;
  };
  for (const row of live) lineOf(row).live.push(row);
  for (const row of owed) lineOf(row).owed.push(row);
  return lines.values();
};

const isStranger = ({ rowId }: DocumentRow): boolean => rowId === '';

/** An invoice and its storno that were both read back have nothing left to be matched. */
const withoutSettledStrangers = (live: readonly DocumentRow[]): readonly DocumentRow[] => {
  const open = grossByVat(live.filter(isStranger));
  return live.filter((row) => !isStranger(row) || open.has(row.vat));
};

const correctionNeeded = (
  text: string,
  ...fields: readonly ProblemField[]
): { readonly ok: false; readonly problem: DifferenceProblem } => ({
  ok: false,
  problem: { name: 'CorrectionNeeded', text, fields },
});
