import { ok, type Result } from '../event/result.ts';
import { formatDecimal, minus, plus, toDecimal } from './decimal.ts';
import type { DocumentRow, TranslateProblem } from './drafts.ts';
import { problem } from './problem.ts';
export const grossByVat = (rows: readonly DocumentRow[]): ReadonlyMap<string, number> => {
  const m = new Map<string, number>();
  for (const r of rows) m.set(r.vat, (m.get(r.vat) ?? 0) + r.grossMinor);
  return new Map([...m].filter(([, v]) => v !== 0));
};
export const isSameBalance = (a: readonly DocumentRow[], b: readonly DocumentRow[]): boolean => {
  const x = grossByVat(a); const y = grossByVat(b);
  return x.size === y.size && [...x].every(([k, v]) => y.get(k) === v);
};
export const differenceRows = (live: readonly DocumentRow[], owed: readonly DocumentRow[], _c: unknown): Result<readonly DocumentRow[], TranslateProblem> => {
  if (owed.length > 0 && live.some((r) => r.rowId === '')) return problem('RefundDiffers', 'unmatched');
  const keys = new Map<string, DocumentRow>();
  for (const r of [...live, ...owed]) if (!keys.has(`${r.rowId}|${r.vat}`)) keys.set(`${r.rowId}|${r.vat}`, r);
  const out: DocumentRow[] = [];
  for (const [key, row] of keys) {
    const f = (rs: readonly DocumentRow[]) => rs.filter((r) => `${r.rowId}|${r.vat}` === key);
    const g = (rs: readonly DocumentRow[]) => f(rs).reduce((s, r) => s + r.grossMinor, 0);
    const n = (rs: readonly DocumentRow[]) => f(rs).reduce((s, r) => s + r.netMinor, 0);
    const q = (rs: readonly DocumentRow[]) => f(rs).reduce((s, r) => plus(s, toDecimal(r.quantity)), toDecimal('0'));
    const gross = g(owed) - g(live);
    if (gross === 0) continue;
    out.push({ ...row, quantity: formatDecimal(minus(q(owed), q(live)), 0), netMinor: n(owed) - n(live), grossMinor: gross });
  }
  return ok(out);
};
